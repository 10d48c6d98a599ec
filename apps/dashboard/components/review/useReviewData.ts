'use client';

import { useMemo } from 'react';
import { useFlags, type ReviewFlag } from '#lib/api/flags.ts';
import { useNotes, type Note } from '#lib/api/notes.ts';
import { planVoiceUrl, usePlansOfDub } from '#lib/api/planLines.ts';
import { useMay } from '#lib/api/session.ts';
import { useDubTimeline } from '#lib/api/takes.ts';
import { useSourceTimeline, type DubTimeline, type SourceTimeline } from '#lib/api/timeline.ts';
import type { Dub } from '#lib/api/titles.ts';

/** All that reviewing a dub needs to know of it, in a handful of requests whatever its length. */
export interface ReviewData {
  readonly dub: Dub;
  readonly source: SourceTimeline;
  readonly timeline: DubTimeline;
  readonly notes: readonly Note[];
  readonly flags: readonly ReviewFlag[];
  /** The plan that tells what is said when; `null` where there is none, or none that one may see. */
  readonly plan: string | null;
  /** Where the dub's voice is. */
  readonly voice: string | null;
}

/** What was asked for: it is there, or coming, or refused. */
export interface Asked<Data> {
  readonly data: Data | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

const NO_NOTES: readonly Note[] = [];
const NO_FLAGS: readonly ReviewFlag[] = [];

/** Reads it. Notes and flags may come later than the rest. */
export function useReviewData(dub: Dub): Asked<ReviewData> {
  const mayPlans = useMay()('plans:read');
  const film = useSourceTimeline(dub.source);
  const standing = useDubTimeline(dub.id);
  const [source, timeline] = [film.data, standing.data];
  const { data: notes = NO_NOTES } = useNotes(dub.id);
  const { data: flags = NO_FLAGS } = useFlags(dub.id);
  const plan = usePlansOfDub(dub.id, mayPlans).data?.ready?.id ?? null;
  const data = useMemo(
    () =>
      source && timeline
        ? {
            ...{ dub, source, timeline, notes, flags, plan },
            voice: timeline.voice ? planVoiceUrl(timeline.voice) : null,
          }
        : undefined,
    [dub, source, timeline, notes, flags, plan],
  );
  return {
    data,
    error: film.error ?? standing.error,
    refetch: () => void Promise.all([film.refetch(), standing.refetch()]),
  };
}
