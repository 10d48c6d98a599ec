'use client';

import type { ReactElement, ReactNode } from 'react';
import Link from 'next/link';
import { useLocale, useTranslations } from 'use-intl';
import { Eye } from 'lucide-react';
import { Badge, Empty, LinkButton, Portrait } from '#components/ui/index.ts';
import { StateSign, type FilmOnTimeline, type ListedShot } from '#components/timeline/index.ts';
import { portraitUrl } from '#lib/api/cast.ts';
import { useMay } from '#lib/api/session.ts';
import type { Dub } from '#lib/api/titles.ts';
import type { FrameTimes } from '#lib/film/index.ts';
import { nameOfLanguage } from '#lib/language/nameOfLanguage.ts';
import { linesIn } from './linesIn.ts';
import { ShotPictures } from './shotPictures.tsx';

interface ShotPanelProps {
  readonly title: string;
  readonly film: FilmOnTimeline;
  readonly frames: FrameTimes;
  readonly shot: ListedShot | undefined;
  readonly dubs: readonly Dub[];
  /** The dub whose states are shown. */
  readonly statesOf: string | null;
  readonly onGo: (frame: number) => void;
}

/** A shot: its pictures, who is seen in it, what is said in it in each language, and where it stands. */
export function ShotPanel(props: ShotPanelProps): ReactElement {
  const t = useTranslations('film');
  const may = useMay();
  const { title, film, frames, shot, dubs, statesOf, onGo } = props;
  if (shot === undefined) return <Empty title={t('noShotSelected')} />;
  const seconds = (shot.end - shot.start) / (frames.rate.num / frames.rate.den);
  const timecode = `${frames.timecodeOf(shot.start)} – ${frames.timecodeOf(shot.end - 1)}`;
  return (
    <div className="flex flex-col gap-4 p-3">
      <header className="flex flex-col gap-1">
        <div className="flex items-center gap-2">
          <h2 className="flex-1">{t('shotNumber', { shot: shot.index + 1 })}</h2>
          <StateSign state={shot.state} size={14} />
          <span>{t(shot.state)}</span>
        </div>
        <p className="font-mono text-xs text-dim">{timecode}</p>
        <p className="text-dim">
          <Length frames={shot.end - shot.start} seconds={seconds} />
        </p>
        <TakeNote take={shot.take} />
        {statesOf !== null && shot.take !== null && may('takes:read') && (
          <div>
            <LinkButton icon={Eye} href={`/titles/${title}/dubs/${statesOf}/review?shot=${shot.index}`}>
              {t('reviewShot')}
            </LinkButton>
          </div>
        )}
      </header>
      {film.model?.pictures && (
        <ShotPictures pictures={film.model.pictures} shot={shot} frames={frames} onGo={onGo} />
      )}
      <Who shot={shot} />
      {dubs.map((dub, at) => (
        <Said key={dub.id} {...props} shot={shot} dub={dub} at={at} />
      ))}
    </div>
  );
}

function Length({ frames, seconds }: { readonly frames: number; readonly seconds: number }): ReactElement {
  const common = useTranslations('common');
  const locale = useLocale();
  const unit = { style: 'unit', unit: 'second', maximumFractionDigits: 2 } as const;
  return (
    <>
      {common('frames', { count: frames })} · {new Intl.NumberFormat(locale, unit).format(seconds)}
    </>
  );
}

function TakeNote({ take }: Pick<ListedShot, 'take'>): ReactNode {
  const t = useTranslations('film');
  if (take === null) return null;
  return (
    <p className="flex gap-2">
      <Badge>{t('take', { number: take.number })}</Badge>
      {take.openNotes > 0 && <Badge tone="warn">{t('openNotes', { count: take.openNotes })}</Badge>}
    </p>
  );
}

function Who({ shot: { performers } }: { readonly shot: ListedShot }): ReactElement {
  const t = useTranslations('film');
  return (
    <section>
      <h3 className="mb-1">{t('who')}</h3>
      {performers.length === 0 && <p className="text-dim">{t('nobodySeen')}</p>}
      <ul className="flex flex-wrap gap-2">
        {performers.map(({ id, name, hasPortrait }) => (
          <li key={id} className="flex w-36 items-center gap-2">
            <Portrait src={hasPortrait ? portraitUrl(id) : null} name="" className="size-9 rounded-md" />
            <span className="truncate" title={name}>
              {name}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface SaidProps extends ShotPanelProps {
  readonly shot: ListedShot;
  readonly dub: Dub;
  readonly at: number;
}

function Said({ title, film, frames, shot, dub, at, onGo }: SaidProps): ReactElement {
  const t = useTranslations('film');
  const locale = useLocale();
  const lines = linesIn(film.dubTimelines[at]?.lines ?? [], shot, frames);
  return (
    <section>
      <h3 className="mb-1">{nameOfLanguage(dub.language, locale)}</h3>
      {lines.length === 0 && <p className="text-dim">{t('noLinesHere')}</p>}
      <ul className="flex flex-col gap-2">
        {lines.map(({ id, index, text, offScreen, frame }) => (
          <li key={id} className="border-l-2 border-line pl-2">
            <div className="flex items-center gap-2">
              <button
                type="button"
                title={t('goToFrame', { timecode: frames.timecodeOf(frame) })}
                onClick={() => onGo(frame)}
                className="min-h-6 font-mono text-xs text-dim hover:text-text"
              >
                {frames.timecodeOf(frame)}
              </button>
              {offScreen && <Badge>{t('offScreen')}</Badge>}
            </div>
            <Link
              href={`/titles/${title}/dubs/${dub.id}/lines?line=${index + 1}`}
              title={t('editLine')}
              lang={dub.language}
              className="wrap-anywhere hover:underline"
            >
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
