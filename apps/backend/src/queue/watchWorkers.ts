import { setTimeout as sleep } from 'node:timers/promises';
import { buryWorker, findSilent } from './buryWorker.ts';
import { isPassing } from './passing.ts';
import type { SettleTools } from './settleJob.ts';
import type { WorkLog } from './workTools.ts';

/** How often the living are counted. */
const EVERY_MS = 500;

/**
 * Hands the jobs of dead workers to others, until `signal` is aborted. A worker counts as dead when it was silent twice in
 * a row, so that one whose connection broke has time to come back. Any number of processes may watch.
 */
export async function watchWorkers(
  tools: SettleTools & { readonly log: WorkLog },
  signal: AbortSignal,
): Promise<void> {
  let before: ReadonlySet<string> = new Set();
  while (!signal.aborted) {
    before = await look(tools, before).catch((error: unknown) => {
      if (!isPassing(error)) tools.log.error({ error }, 'the jobs of a dead worker could not be handed on');
      return new Set<string>();
    });
    await sleep(EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
}

async function look(tools: SettleTools, before: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const silent = await findSilent(tools.database);
  for (const worker of silent) if (before.has(worker)) await buryWorker(tools, worker);
  return silent;
}
