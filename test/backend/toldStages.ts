import { v7 as newId } from 'uuid';
import type { OutcomeOf } from '../../apps/backend/src/pipeline/outcomes.ts';
import type { StageName } from '../../apps/backend/src/pipeline/stages.ts';
import type { Platform } from '../../apps/backend/src/platform.ts';
import { claimJob, type ClaimedJob } from '../../apps/backend/src/queue/claimJob.ts';
import { RunOrders } from '../../apps/backend/src/queue/runOrders.ts';
import { LIMITS } from '../../apps/backend/src/queue/limits.ts';
import { Settler } from '../../apps/backend/src/queue/settleJob.ts';
import { Workers } from '../../apps/backend/src/queue/tables.ts';
import { listeners } from '../../apps/backend/src/recorders.ts';

/** What stages tell, or why they fail, instead of being carried out. */
export type Told = {
  readonly [S in StageName]?: (job: ClaimedJob) => OutcomeOf[S] | Error;
};

/**
 * Takes every job that waits and ends it with what is told of its stage, as a worker would that needs no time; whatever
 * becomes possible by it follows. Jobs of stages of which nothing is told are left running. Returns what was done.
 */
export async function doJobs({ database, queue }: Platform, told: Told): Promise<ClaimedJob[]> {
  const worker = newId();
  const now = new Date();
  await database.manager.insert(Workers, {
    id: worker,
    ...{ name: 'teller', host: 'here', capabilities: ['cpu'], concurrency: 1, version: 'test' },
    ...{ startedAt: now, seenAt: now, endedAt: null },
  });
  const settler = new Settler({ database, queue, listeners, limits: LIMITS });
  const done: ClaimedJob[] = [];
  for (;;) {
    const job = await claimJob(database, queue, { worker, capabilities: ['cpu'], orders: new RunOrders() });
    if (job === undefined) return done;
    done.push(job);
    const outcome = told[job.stage]?.(job);
    if (outcome instanceof Error) await settler.settle(job, { error: outcome });
    else if (outcome) await settler.settle(job, { outcome });
  }
}
