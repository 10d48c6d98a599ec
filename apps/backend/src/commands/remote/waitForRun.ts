import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from '@mondwerk/film';
import type { components } from '@mondwerk/client';
import { tell, type RemoteTools } from './remoteTools.ts';

type Run = components['schemas']['Run'];

const ASK_EVERY_MS = 1000;

/** Waits until a run has ended. @throws Refusal `run-failed` with its reason when it did not succeed. */
export async function waitForRun(tools: RemoteTools, id: string): Promise<Run> {
  for (;;) {
    const { data } = await tools.client.GET('/runs/{run}', { params: { path: { run: id } } });
    const run = data!;
    if (run.state === 'done') return run;
    if (run.state !== 'running' && run.state !== 'paused') {
      throw new Refusal(
        'run-failed',
        `The ${run.act} run ${id} is ${run.state}${run.reason === null ? '' : `: ${run.reason}`}`,
      );
    }
    tell(tools, lineOf(run));
    await sleep(ASK_EVERY_MS);
  }
}

/** How a run stands, in a line. */
export const lineOf = ({ act, state, jobs, workerSeconds, reason }: Run): string =>
  `${act} ${state}: ${jobs.done} of ${jobs.all} jobs, ${jobs.running} at work, ${workerSeconds.toFixed(0)} s` +
  (jobs.failed > 0 ? `, ${jobs.failed} failed` : '') +
  (reason === null ? '' : ` (${reason})`);
