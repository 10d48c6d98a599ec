'use client';

import type { ReactElement } from 'react';
import { MessageSquare } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { StateSign } from '#components/timeline/index.ts';
import { classes, LinkButton, VirtualRows } from '#components/ui/index.ts';
import { useThumbnails, type FrameTimes, type ThumbnailIndex } from '#lib/film/index.ts';
import { ShotThumb } from './shotThumb.tsx';
import { passes, SHOT_FILTERS, type ReviewShot, type ShotFilter } from './reviewShots.ts';
import { keepFocus } from './keepFocus.ts';

const ROW = 60;

interface ShotStripProps {
  readonly source: string;
  readonly shots: readonly ReviewShot[];
  readonly times: FrameTimes;
  /** Where one goes when all is reviewed. */
  readonly deliver: string;
  readonly filter: ShotFilter;
  readonly onFilter: (filter: ShotFilter) => void;
  readonly selected: ReviewShot | undefined;
  readonly onSelect: (shot: ReviewShot) => void;
}

/** The shots to review, or others that have takes, as pictures below each other. */
export function ShotStrip(props: ShotStripProps): ReactElement {
  const { source, shots, filter, selected, onSelect, times, deliver } = props;
  const t = useTranslations('review');
  const { data: index } = useThumbnails(source);
  const listed = shots.filter((shot) => passes(filter, shot));
  const at = listed.findIndex((shot) => shot.index === selected?.index);
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <Filters {...props} />
      {listed.length === 0 ? (
        <div className="flex flex-col items-start gap-2 p-3 text-faint">
          <p>{t(filter === 'to-review' ? 'allReviewed' : 'noneListed')}</p>
          {filter === 'to-review' && <LinkButton href={deliver}>{t('toDelivery')}</LinkButton>}
        </div>
      ) : (
        <VirtualRows
          label={t('shots')}
          rows={listed}
          rowHeight={ROW}
          keyOf={({ id }) => id}
          reveal={at}
          className="flex-1"
          show={(shot) => (
            <ShotRow {...{ shot, source, index, times, onSelect }} current={shot.index === selected?.index} />
          )}
        />
      )}
    </div>
  );
}

function Filters({ shots, filter, onFilter }: ShotStripProps): ReactElement {
  const t = useTranslations('review');
  return (
    <div
      role="group"
      aria-label={t('whichShots')}
      className="grid grid-cols-2 gap-1 border-b border-line p-1.5"
    >
      {SHOT_FILTERS.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={filter === each}
          onMouseDown={keepFocus}
          onClick={() => onFilter(each)}
          className={classes(
            'flex h-6 items-center justify-between gap-1 rounded-sm px-1.5 text-xs',
            filter === each ? 'bg-hover text-text' : 'text-dim hover:bg-raised hover:text-text',
          )}
        >
          <span className="truncate">{t(`filter-${each}`)}</span>
          <span className="tabular-nums">{shots.filter((shot) => passes(each, shot)).length}</span>
        </button>
      ))}
    </div>
  );
}

interface ShotRowProps {
  readonly shot: ReviewShot;
  readonly source: string;
  readonly index: ThumbnailIndex | undefined;
  readonly times: FrameTimes;
  readonly current: boolean;
  readonly onSelect: (shot: ReviewShot) => void;
}

function ShotRow({ shot, source, index, times, current, onSelect }: ShotRowProps): ReactElement {
  const t = useTranslations('review');
  const states = useTranslations('film');
  const notes = shot.take?.openNotes ?? 0;
  return (
    <button
      type="button"
      aria-current={current ? 'true' : undefined}
      onMouseDown={keepFocus}
      onClick={() => onSelect(shot)}
      className={classes(
        'flex size-full items-center gap-2 border-l-2 px-1.5 text-left',
        current ? 'border-accent bg-hover' : 'border-transparent hover:bg-raised',
      )}
    >
      <ShotThumb source={source} index={index} shot={shot} width={80} height={48} />
      <span className="flex min-w-0 flex-1 flex-col">
        <span className="flex items-center justify-between gap-1">
          <span className="font-semibold">{t('shot', { number: shot.index + 1 })}</span>
          {notes > 0 && (
            <span
              className="flex items-center gap-0.5 text-xs text-dim"
              title={t('openNotes', { count: notes })}
            >
              <MessageSquare size={11} aria-hidden />
              {notes}
              <span className="sr-only">{t('openNotes', { count: notes })}</span>
            </span>
          )}
        </span>
        <span className="flex items-center justify-between gap-1 text-xs text-dim">
          <span className="truncate font-mono">{times.timecodeOf(shot.start)}</span>
          {shot.take && <span className="shrink-0">{t('takeShort', { number: shot.take.number })}</span>}
        </span>
        <span className="flex items-center gap-1 text-xs text-dim">
          <StateSign state={shot.state} size={10} />
          <span className="truncate">{states(shot.state)}</span>
        </span>
      </span>
    </button>
  );
}
