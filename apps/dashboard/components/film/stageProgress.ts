import type { Job, Run } from '#lib/api/runs.ts';

/** How far one stage of a run is. */
export interface StageProgress {
  readonly stage: Job['stage'];
  readonly state: Job['state'];
  /** 0 to 1; `null` while nobody knows how much there is. */
  readonly share: number | null;
  /** How many of its shots are done, where it works shot by shot. */
  readonly shots: { readonly done: number; readonly all: number } | null;
}

/** The stages of an analysis, in the order in which they are gone through. */
const STAGES = ['probe', 'makeProxy', 'cutShots', 'trackFaces', 'findPerformers'] as const;

/** A stage is as its jobs are: the first of these that one of them is in. */
const STANDS: readonly Job['state'][] = ['failed', 'running', 'paused', 'queued', 'waiting', 'cancelled'];

/** How far each stage of an analysis is, by its jobs; a stage without jobs waits for those before it. */
export function stagesOf(jobs: readonly Job[]): StageProgress[] {
  const byStage = Map.groupBy(jobs, ({ stage }) => stage);
  return STAGES.map((stage) => {
    const own = byStage.get(stage) ?? [];
    const done = own.filter(({ state }) => state === 'done').length;
    const state =
      own.length === 0 ? 'waiting' : (STANDS.find((each) => own.some((job) => job.state === each)) ?? 'done');
    const begun = own.reduce((sum, job) => sum + shareOf(job), 0);
    const known = own.length > 1 || own[0]?.progress.total !== null;
    return {
      ...{ stage, state },
      share: own.length === 0 || (state === 'running' && !known) ? null : begun / own.length,
      shots: own.length > 1 ? { done, all: own.length } : null,
    };
  });
}

function shareOf({ state, progress: { done, total } }: Job): number {
  if (state === 'done') return 1;
  return total === null || total === 0 ? 0 : Math.min(1, done / total);
}

/** Whether an analysis still has something to do, or waits to be told to. */
export const isOpen = ({ state }: Pick<Run, 'state'>): boolean => state === 'running' || state === 'paused';
