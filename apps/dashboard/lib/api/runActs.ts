import { useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from './client.ts';
import { useChange } from './change.ts';
import type { Run, RunState } from './runs.ts';

/** What people do with a run. */
export type RunAct = 'pause' | 'resume' | 'cancel' | 'retry';

interface Doing {
  /** The states in which the server allows it. */
  readonly from: readonly RunState[];
  /** Asks for it; a retry needs a reason in words. */
  readonly send: (run: string, reason?: string) => Promise<Run>;
}

/** What can be done with a run, and when. */
export const runActs: Readonly<Record<RunAct, Doing>> = {
  pause: {
    from: ['running'],
    send: (run, reason) =>
      answerOf(api.POST('/runs/{run}/pause', { params: { path: { run } }, body: { reason } })),
  },
  resume: {
    from: ['paused'],
    send: (run) => answerOf(api.POST('/runs/{run}/resume', { params: { path: { run } } })),
  },
  cancel: {
    from: ['running', 'paused', 'failed', 'failed-in-part'],
    send: (run, reason) =>
      answerOf(api.POST('/runs/{run}/cancel', { params: { path: { run } }, body: { reason } })),
  },
  retry: {
    from: ['failed', 'failed-in-part', 'cancelled'],
    send: (run, reason = '') =>
      answerOf(api.POST('/runs/{run}/retry', { params: { path: { run } }, body: { reason } })),
  },
};

/** How urgent runs are made, from what has time to what cannot wait; the server takes 0 to 100. */
export const URGENCIES = [10, 50, 100] as const;

/** What people can make most urgent. */
export const MOST_URGENT = 100;

/** The next urgency above (`1`) or below (`-1`) a priority; `undefined` where there is none. */
export const urgencyBeside = (priority: number, way: 1 | -1): number | undefined =>
  way === 1
    ? URGENCIES.find((urgency) => urgency > priority)
    : URGENCIES.findLast((urgency) => urgency < priority);

/** Does something with a run and shows at once what came of it. */
export function useRunActs(): {
  readonly act: (run: string, act: RunAct, reason?: string) => Promise<Run>;
  readonly prioritise: (run: string, priority: number) => Promise<Run>;
} {
  const queries = useQueryClient();
  const change = useChange('runs', 'workers', 'jobs');
  const shown = async (asked: Promise<Run>): Promise<Run> => {
    const run = await change(asked);
    queries.setQueryData(['runs', run.id], run);
    return run;
  };
  return {
    act: (run, act, reason) => shown(runActs[act].send(run, reason)),
    prioritise: (run, priority) =>
      shown(answerOf(api.POST('/runs/{run}/priority', { params: { path: { run } }, body: { priority } }))),
  };
}
