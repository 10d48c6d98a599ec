import { useState } from 'react';
import { useChange } from '#lib/api/change.ts';
import { shareOfJob, useJobOf } from '#lib/api/jobOf.ts';
import { startPlan, usePlanInFull, usePlansOfDub, type PlanInFull } from '#lib/api/planLines.ts';
import { useRun, type Job } from '#lib/api/runs.ts';
import { useMay } from '#lib/api/session.ts';

/** How far a check is. */
export interface CheckProgress {
  readonly stage: Job['stage'] | null;
  /** Of the whole check, 0 to 1. */
  readonly share: number;
}

/** The check of a dub's script against its voice: what the plan found. */
export interface Check {
  /** The newest check, however it ended; `null` before the first. */
  readonly newest: PlanInFull | null | undefined;
  /** The newest check that found something out; `null` before the first. */
  readonly ready: PlanInFull | null | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
  /** Begins another one; what is refused is in `problem`. */
  readonly start: () => Promise<void>;
  readonly starting: boolean;
  readonly problem: unknown;
}

/** The checks of a dub, and how to begin one. */
export function useCheck(dub: string): Check {
  const may = useMay();
  const changed = useChange('plans', 'runs', 'titles');
  const [starting, setStarting] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const plans = usePlansOfDub(dub, may('plans:read'));
  const newest = usePlanInFull(plans.data?.newest?.id);
  const ready = usePlanInFull(plans.data?.ready?.id);
  const start = async (): Promise<void> => {
    setStarting(true);
    setProblem(null);
    try {
      await changed(startPlan(dub));
    } catch (error) {
      setProblem(error);
    } finally {
      setStarting(false);
    }
  };
  return {
    newest: plans.data?.newest === null ? null : newest.data,
    ready: plans.data?.ready === null ? null : ready.data,
    error: plans.error ?? newest.error ?? ready.error,
    refetch: () => Promise.all([plans.refetch(), newest.refetch(), ready.refetch()]),
    ...{ start, starting, problem },
  };
}

/** How many stages a check has. */
const STAGES = 6;

/** How far a check is that is being made. */
export function useCheckProgress(run: string): CheckProgress {
  const { data } = useRun(run);
  const job = useJobOf(run);
  const done = data?.jobs.done ?? 0;
  return {
    stage: (job?.stage as Job['stage'] | undefined) ?? null,
    share: Math.min(1, (done + (shareOfJob(job) ?? 0)) / STAGES),
  };
}
