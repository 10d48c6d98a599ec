import { useMemo } from 'react';
import { useNow } from 'use-intl';
import type { ShotPictures } from '#components/timeline/index.ts';
import { usePerformers, type Performer } from '#lib/api/cast.ts';
import { usePlannedLines } from '#lib/api/planLines.ts';
import {
  useDubCosts,
  useFailureNews,
  usePlannedShots,
  useSentBack,
  type LastVerdict,
} from '#lib/api/renders.ts';
import { useMay } from '#lib/api/session.ts';
import { useDubTimelines } from '#lib/api/timeline.ts';
import { useDub } from '#lib/api/titles.ts';
import { useWorkers, type Worker } from '#lib/api/workers.ts';
import { sourceUrls, useFrameTimes, useThumbnails, type FrameTimes } from '#lib/film/index.ts';
import type { Kind } from './kinds.ts';
import { planFound, type PlanFound } from './planGroups.ts';
import { paceOf, slotsOf } from './workTime.ts';

/** What rows and panels show beside what a plan found. */
export interface PlanFacts {
  readonly title: string;
  /** The address of the dub's pages. */
  readonly home: string;
  readonly kind: Kind;
  /** Of the dub, as a BCP 47 tag. */
  readonly language: string | undefined;
  readonly people: ReadonlyMap<string, Performer>;
  readonly pictures: ShotPictures | undefined;
  readonly frames: FrameTimes | undefined;
  /** How much longer than planned rendering takes. */
  readonly pace: number;
}

/** All that is known of a plan. */
export interface PlanData {
  /** `undefined` until all of it is there. */
  readonly found: PlanFound | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
  readonly facts: PlanFacts;
  readonly workers: readonly Worker[];
  /** How many shots are rendered at once. */
  readonly slots: number;
  /** What was decided of takes that are sent back, by their ids. */
  readonly sentBack: ReadonlyMap<string, LastVerdict>;
}

const NOBODY: readonly never[] = [];

/** Workers come and go: whether they are there is looked at so often. */
const LOOK_MS = 5000;

/** Asks for all that is known of a plan. */
export function usePlanData(title: string, dub: string, plan: string): PlanData {
  const may = useMay();
  const shots = usePlannedShots(plan);
  const lines = usePlannedLines(plan);
  const [timeline] = useDubTimelines([dub]);
  const { data: costs } = useDubCosts(dub, may('runs:read'));
  const { data: workers = NOBODY } = useWorkers(false);
  useFailureNews(dub);
  const complete = shots.more === null && lines.more === null && timeline !== undefined;
  const found = useMemo(
    () => (complete ? planFound(shots.data ?? NOBODY, lines.data ?? NOBODY, timeline) : undefined),
    [complete, shots.data, lines.data, timeline],
  );
  const pace = useMemo(() => paceOf(found?.groups ?? NOBODY, costs), [found, costs]);
  const now = useNow({ updateInterval: LOOK_MS }).getTime();
  return {
    ...{ found, workers },
    error: shots.error ?? lines.error,
    refetch: () => [shots.refetch(), lines.refetch()],
    facts: useFacts(title, dub, pace),
    slots: slotsOf(workers, now),
    sentBack: useVerdicts(dub, found),
  };
}

function useFacts(title: string, dub: string, pace: number): PlanFacts {
  const { data: known } = useDub(dub);
  const { data: performers = NOBODY as readonly Performer[] } = usePerformers(title);
  const source = known?.source;
  const kind = known?.kind ?? 'dub';
  const { data: index } = useThumbnails(source);
  const { data: frames } = useFrameTimes(source);
  const language = known?.language;
  return useMemo(
    () => ({
      ...{ title, kind, language, frames, pace },
      home: `/titles/${title}/dubs/${dub}`,
      people: new Map(performers.map((each) => [each.id, each])),
      pictures: index && source ? { index, sheet: sourceUrls(source).sheet } : undefined,
    }),
    [title, dub, kind, language, frames, pace, performers, index, source],
  );
}

function useVerdicts(dub: string, found: PlanFound | undefined): ReadonlyMap<string, LastVerdict> {
  const any = found?.groups.some(({ state }) => state === 'sent-back') ?? false;
  const { data: verdicts = NOBODY as readonly LastVerdict[] } = useSentBack(dub, any);
  return useMemo(() => new Map(verdicts.map((each) => [each.take, each])), [verdicts]);
}
