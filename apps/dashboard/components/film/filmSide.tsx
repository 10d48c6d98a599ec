'use client';

import type { ReactElement } from 'react';
import { Tabs as Radix } from 'radix-ui';
import { useTranslations } from 'use-intl';
import { ShotTable, type FilmOnTimeline } from '#components/timeline/index.ts';
import { Empty } from '#components/ui/index.ts';
import type { Dub, Source } from '#lib/api/titles.ts';
import { AboutFilm } from './aboutFilm.tsx';
import { AnalysisPanel } from './analysisPanel.tsx';
import type { Desk } from './filmDesk.tsx';
import { ShotPanel } from './shotPanel.tsx';

/** What is told beside the picture. */
export type SideTab = 'film' | 'shots' | 'shot';

const TABS: readonly SideTab[] = ['film', 'shots', 'shot'];

interface FilmSideProps {
  readonly title: string;
  readonly source: Source;
  readonly film: FilmOnTimeline;
  readonly dubs: readonly Dub[];
  readonly statesOf: string | null;
  readonly desk: Desk;
}

/** What is known of the film, all its shots in words, and the one that is selected. */
export function FilmSide({ title, source, film, dubs, statesOf, desk }: FilmSideProps): ReactElement {
  const t = useTranslations('film');
  const { frames, shots, performers } = film;
  const own = performers.filter((each) => each.source === source.id);
  return (
    <Radix.Root
      value={desk.tab}
      onValueChange={(tab) => desk.setTab(tab as SideTab)}
      className="flex min-h-0 flex-1 flex-col"
    >
      <Radix.List aria-label={t('aboutFilm')} className="flex h-9 shrink-0 border-b border-line">
        {TABS.map((tab) => (
          <Radix.Trigger
            key={tab}
            value={tab}
            className="border-b-2 border-transparent px-3 text-dim hover:text-text data-[state=active]:border-accent data-[state=active]:text-text"
          >
            {t(tab)}
          </Radix.Trigger>
        ))}
      </Radix.List>
      <Radix.Content value="film" className="min-h-0 flex-1 overflow-y-auto">
        <AnalysisPanel source={source} />
        <AboutFilm {...{ title, source, frames }} shots={shots.length} performers={own} />
      </Radix.Content>
      <Radix.Content value="shots" tabIndex={-1} className="flex min-h-0 flex-1 data-[state=inactive]:hidden">
        {frames === null || shots.length === 0 ? (
          <Empty title={t('noShotsYet')} />
        ) : (
          <ShotTable
            {...{ shots, frames }}
            selected={desk.selected}
            onSelect={desk.go}
            onOpen={() => desk.setTab('shot')}
          />
        )}
      </Radix.Content>
      <Radix.Content value="shot" className="min-h-0 flex-1 overflow-y-auto">
        {frames !== null && (
          <ShotPanel
            {...{ title, film, frames, dubs, statesOf }}
            shot={shots[desk.selected ?? -1]}
            onGo={(frame) => desk.driver.seek(frame)}
          />
        )}
      </Radix.Content>
      <Announced film={film} selected={desk.selected} />
    </Radix.Root>
  );
}

/** Tells those who hear which shot is selected. */
function Announced({
  film,
  selected,
}: {
  readonly film: FilmOnTimeline;
  readonly selected: number | null;
}): ReactElement {
  const t = useTranslations('film');
  const common = useTranslations('common');
  const shot = film.shots[selected ?? -1];
  const names = shot?.performers.map(({ name }) => name).join(', ');
  return (
    <p aria-live="polite" className="sr-only">
      {shot !== undefined &&
        film.frames !== null &&
        t('selectedShot', {
          shot: shot.index + 1,
          timecode: film.frames.timecodeOf(shot.start),
          state: t(shot.state),
          who: names === '' || names === undefined ? common('nobody') : names,
          lines: shot.lines,
        })}
    </p>
  );
}
