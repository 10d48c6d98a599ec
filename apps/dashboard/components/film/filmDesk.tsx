'use client';

import {
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactElement,
  type ReactNode,
  type RefObject,
} from 'react';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'use-intl';
import {
  PlayerCanvas,
  Transport,
  useFilmPlayer,
  usePlayerKeys,
  type FilmPlayer,
} from '#components/player/index.ts';
import {
  StateCounts,
  StillDriver,
  Timeline,
  TimelineBar,
  useFilmOnTimeline,
  useShownRows,
  useTimelineKeys,
  type FilmOnTimeline,
  type Pointed,
  type TimelineDriver,
  type TimelineHandle,
} from '#components/timeline/index.ts';
import { Empty, Loading, ProblemNote } from '#components/ui/index.ts';
import { useReplacements, type Replacement } from '#lib/api/replacements.ts';
import { useMay } from '#lib/api/session.ts';
import { useDubs, type Dub, type Source } from '#lib/api/titles.ts';
import { DubSwitch } from './dubSwitch.tsx';
import { FilmSide, type SideTab } from './filmSide.tsx';
import { useKeptSize } from './keptSize.ts';
import { Splitter } from './splitter.tsx';
import { useFilmKeys } from './useFilmKeys.ts';

/** Pixels that the parts of the page begin with, and how small they may become. */
const TIMELINE = { first: 300, share: 0.32, least: 150 } as const;
const SIDE = { first: 460, share: 0.4, least: 300 } as const;
const PICTURE_LEAST = 240;

const NO_DUBS: readonly Dub[] = [];
const NO_REPLACEMENTS: readonly Replacement[] = [];

/** A film at work: its picture, what is known of it beside that, and all of it over time below. */
export function FilmDesk({
  title,
  source,
}: {
  readonly title: string;
  readonly source: Source;
}): ReactElement {
  const { data: dubs = NO_DUBS } = useDubs(title);
  const { data: all = NO_REPLACEMENTS } = useReplacements(title, useMay()('replacements:read'));
  const replacements = all.filter((each) => each.source === source.id);
  const [chosen, setChosen] = useState<string | null>(null);
  // The newest is what people work on.
  const statesOf = chosen ?? dubs.at(-1)?.id ?? replacements.at(-1)?.id ?? null;
  const film = useFilmOnTimeline({ title, source, dubs, statesOf });
  const { player } = useFilmPlayer({ source: source.viewing === null ? undefined : source.id });
  const count = film.frames?.count ?? 0;
  const still = useMemo(() => new StillDriver(count), [count]);
  const desk = useDesk(film, player ?? still);
  useTimelineKeys(desk.timeline, film.shots[desk.selected ?? -1]);
  usePlayerKeys(player, { dub: false, tens: false });
  useFilmKeys(film, player, desk);
  return (
    <DeskLayout
      picture={<Picture player={player} source={source} jumpBox={desk.jumpBox} />}
      side={<FilmSide {...{ title, source, film, dubs, statesOf, desk }} />}
      timeline={
        <FilmTimeline film={film} driver={player ?? still} desk={desk}>
          <DubSwitch {...{ dubs, replacements }} chosen={statesOf} onChoose={setChosen} />
        </FilmTimeline>
      }
    />
  );
}

/** What is selected on the page, and how to get around on it. */
export interface Desk {
  readonly timeline: RefObject<TimelineHandle | null>;
  /** Has the field in which a timecode is typed. */
  readonly jumpBox: RefObject<HTMLDivElement | null>;
  readonly driver: TimelineDriver;
  /** The number of the shot that is selected. */
  readonly selected: number | null;
  readonly tab: SideTab;
  readonly setTab: (tab: SideTab) => void;
  /** Selects a shot, or none, and leaves the film where it is. */
  readonly mark: (shot: number | null) => void;
  /** Selects a shot and goes to its first frame. */
  readonly go: (shot: number) => void;
}

function useDesk({ shots }: FilmOnTimeline, driver: TimelineDriver): Desk {
  const timeline = useRef<TimelineHandle>(null);
  const jumpBox = useRef<HTMLDivElement>(null);
  const [asked] = useState(useAskedShot());
  const [selected, setSelected] = useState(asked);
  const [tab, setTab] = useState<SideTab>(asked === null ? 'film' : 'shot');
  const start = shots[asked ?? -1]?.start;
  useEffect(() => {
    if (start !== undefined) driver.seek(start);
  }, [driver, start]);
  return {
    ...{ timeline, jumpBox, driver, selected, tab, setTab },
    mark: setSelected,
    go: (shot) => {
      setSelected(shot);
      const to = shots[shot];
      if (to !== undefined) driver.seek(to.start);
    },
  };
}

/** The number of the shot that the address asks for, as `?shot=12`. */
function useAskedShot(): number | null {
  const asked = useSearchParams().get('shot');
  return asked !== null && /^\d{1,6}$/.test(asked) ? Number(asked) : null;
}

interface LayoutProps {
  readonly picture: ReactNode;
  readonly side: ReactNode;
  readonly timeline: ReactNode;
}

function DeskLayout({ picture, side, timeline }: LayoutProps): ReactElement {
  const t = useTranslations('film');
  const box = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useKeptSize('mondwerk.film.timeline', TIMELINE);
  const [width, setWidth] = useKeptSize('mondwerk.film.side', SIDE);
  const most = (side: 'clientHeight' | 'clientWidth', least: number): number =>
    Math.max(least, (box.current?.[side] ?? 2000) - PICTURE_LEAST);
  return (
    <div ref={box} className="flex min-h-0 flex-1 flex-col overflow-hidden">
      <div className="flex min-h-60 flex-1">
        <div className="flex min-w-60 flex-1 flex-col">{picture}</div>
        <Splitter
          {...{ label: t('sideWidth'), size: width, onSize: setWidth }}
          least={SIDE.least}
          most={most('clientWidth', SIDE.least)}
        />
        <aside
          className="flex min-h-0 shrink-0 flex-col bg-panel"
          style={{ width }}
          aria-label={t('aboutFilm')}
        >
          {side}
        </aside>
      </div>
      <Splitter
        {...{ flat: true, label: t('timelineHeight'), size: height, onSize: setHeight }}
        least={TIMELINE.least}
        most={most('clientHeight', TIMELINE.least)}
      />
      <section className="flex min-h-0 flex-col" style={{ height }} aria-label={t('timeline')}>
        {timeline}
      </section>
    </div>
  );
}

interface PictureProps {
  readonly player: FilmPlayer | undefined;
  readonly source: Source;
  readonly jumpBox: RefObject<HTMLDivElement | null>;
}

function Picture({ player, source, jumpBox }: PictureProps): ReactElement {
  const t = useTranslations('film');
  if (player === undefined) {
    return (
      <div className="flex min-h-0 flex-1 items-center justify-center bg-black">
        {source.viewing === null ? <Empty title={t('notYet')} /> : <Loading />}
      </div>
    );
  }
  return (
    <>
      <PlayerCanvas player={player} className="flex-1" />
      <div ref={jumpBox}>
        <Transport player={player} />
      </div>
    </>
  );
}

interface FilmTimelineProps {
  readonly film: FilmOnTimeline;
  readonly driver: TimelineDriver;
  readonly desk: Desk;
  readonly children: ReactNode;
}

function FilmTimeline({ film, driver, desk, children }: FilmTimelineProps): ReactElement {
  const t = useTranslations('film');
  const [shown, setShown] = useShownRows();
  const { model, shots } = film;
  const pick = ({ frame }: Pointed): void => {
    const shot = shots.find(({ start, end }) => frame >= start && frame < end);
    if (shot === undefined) return;
    desk.mark(shot.index);
    desk.setTab('shot');
  };
  return (
    <>
      <TimelineBar timeline={desk.timeline} shown={shown} onShown={setShown}>
        {children}
        <StateCounts shots={shots} selected={desk.selected} onSelect={desk.go} />
      </TimelineBar>
      {film.error !== null && film.error !== undefined && (
        <div className="p-2">
          <ProblemNote error={film.error} />
        </div>
      )}
      {model === null ? (
        <Empty title={t('noShotsYet')} />
      ) : (
        <Timeline ref={desk.timeline} {...{ model, driver, shown }} selected={desk.selected} onPick={pick} />
      )}
    </>
  );
}
