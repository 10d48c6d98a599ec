import { setTimeout as sleep } from 'node:timers/promises';
import { isPassing } from '../../../apps/backend/src/queue/passing.ts';
import { Runs, type RunRow } from '../../../apps/backend/src/queue/tables.ts';
import type { RunState } from '../../../apps/backend/src/queue/jobStates.ts';
import type { QueueBench } from './queueBench.ts';

/** Waits until something holds, over broken connections; the test's own time limit is the limit. */
export async function until(holds: () => Promise<boolean> | boolean): Promise<void> {
  const held = async (): Promise<boolean> => holds();
  while (!(await held().catch(notYet))) await sleep(20);
}

function notYet(error: unknown): false {
  if (!isPassing(error)) throw error;
  return false;
}

/** Waits until a run is in a state. Returns it. */
export async function untilRunIs({ database }: QueueBench, id: string, state: RunState): Promise<RunRow> {
  let run: RunRow | undefined;
  await until(async () => {
    run = await database.manager.findOneByOrFail(Runs, { id });
    return run.state === state;
  });
  return run!;
}
