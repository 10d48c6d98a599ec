'use client';

import { useMemo } from 'react';
import { useQueries, type UseQueryResult } from '@tanstack/react-query';
import { frameAt, type FrameSpan } from '@mondwerk/film';
import { answerOf, api, type Schemas } from '#lib/api/client.ts';
import type { DubTimeline } from '#lib/api/timeline.ts';
import type { FrameTimes } from '#lib/film/index.ts';
import { rowsOf } from './soundRows.ts';

/** A sound of the dub and the frames in which it is heard. */
export interface HeardSound extends FrameSpan {
  readonly ipa: string;
  readonly silent: boolean;
  /** Lines that are said at once stand in rows below one another, from 0. */
  readonly row: number;
}

type Line = DubTimeline['lines'][number];
type Phones = Schemas['LineMouth']['phones'];

/** The lines that are said in a shot, in whole or in part. */
export const linesOfShot = (
  lines: readonly Line[],
  { start, end }: FrameSpan,
  { clock }: FrameTimes,
): Line[] => {
  const [from, to] = [clock.times[start], clock.times[end] ?? clock.end];
  return lines.filter(
    (line) => line.start !== null && line.end !== null && line.start < to && line.end > from,
  );
};

/** The sounds of some lines, as the plan heard them; nothing without a plan that one may see. */
export function useHeardSounds(
  plan: string | null,
  lines: readonly Line[],
  times: FrameTimes,
): readonly HeardSound[] {
  const phones = useQueries({
    queries: lines.map(({ index }) => ({
      queryKey: ['plans', plan, 'mouth', index],
      enabled: plan !== null,
      staleTime: Infinity,
      queryFn: () =>
        answerOf(
          api.GET('/plans/{plan}/lines/{index}/mouth', {
            params: { path: { plan: plan!, index: `${index}` } },
          }),
        ),
    })),
    combine: phonesOf,
  });
  return useMemo(() => {
    const sounds = phones.map((each) => soundsOf(each, times));
    const rows = rowsOf(sounds);
    return sounds.flatMap((each, at) => each.map((sound) => ({ ...sound, row: rows[at] })));
  }, [phones, times]);
}

const phonesOf = (results: readonly UseQueryResult<Schemas['LineMouth']>[]): Phones[] =>
  results.map(({ data }) => data?.phones ?? []);

const soundsOf = (phones: Phones, { clock }: FrameTimes): Omit<HeardSound, 'row'>[] =>
  phones.map(({ ipa, start, end }) => {
    const from = frameAt(clock, start);
    return { ipa, silent: ipa === '_', start: from, end: Math.max(from + 1, frameAt(clock, end)) };
  });
