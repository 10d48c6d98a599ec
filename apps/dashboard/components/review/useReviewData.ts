'use client';

import { useMemo } from 'react';
import { useFlags, type LipFlag } from '#lib/api/flags.ts';
import { useNotes, type Note } from '#lib/api/notes.ts';
import { planVoiceUrl, usePlanInFull, usePlansOfDub } from '#lib/api/planLines.ts';
import { useMay } from '#lib/api/session.ts';
import {
  useDubTimelines,
  useSourceTimeline,
  type DubTimeline,
  type SourceTimeline,
} from '#lib/api/timeline.ts';
import type { Dub } from '#lib/api/titles.ts';

/** All that reviewing a dub needs to know of it, in a handful of requests whatever its length. */
export interface ReviewData {
  readonly dub: Dub;
  readonly source: SourceTimeline;
  readonly timeline: DubTimeline;
  readonly notes: readonly Note[];
  readonly flags: readonly LipFlag[];
  /** The plan by which it is heard and rendered; `null` where there is none, or none that one may see. */
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
const NO_FLAGS: readonly LipFlag[] = [];

/** Reads it. Notes and flags may come later than the rest. */
export function useReviewData(dub: Dub): Asked<ReviewData> {
  const mayPlans = useMay()('plans:read');
  const { data: source, error, refetch } = useSourceTimeline(dub.source);
  const [timeline] = useDubTimelines([dub.id]);
  const { data: notes = NO_NOTES } = useNotes(dub.id);
  const { data: flags = NO_FLAGS } = useFlags(dub.id);
  const plan = usePlansOfDub(dub.id, mayPlans).data?.ready ?? null;
  const planId = plan?.id ?? null;
  const isHeard = (usePlanInFull(plan?.id).data?.hearing ?? null) !== null;
  const data = useMemo(
    () =>
      source && timeline
        ? {
            ...{ dub, source, timeline, notes, flags },
            plan: planId,
            voice: planId === null || !isHeard ? null : planVoiceUrl(planId),
          }
        : undefined,
    [dub, source, timeline, notes, flags, planId, isHeard],
  );
  return { data, error, refetch };
}
