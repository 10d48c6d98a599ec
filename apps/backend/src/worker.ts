import { availableParallelism, hostname } from 'node:os';
import { databaseUrlOf } from './openPlatform.ts';
import { within } from './operate/logContext.ts';
import { addedIn, generatorsIn } from './models/generators.ts';
import { speechModelsOf } from './models/speechModels.ts';
import { inSpan } from './operate/tracing.ts';
import type { Handlers } from './pipeline/handlers.ts';
import { perform } from './pipeline/perform.ts';
import type { Capability } from './pipeline/stages.ts';
import type { Platform } from './platform.ts';
import { LIMITS, type Limits } from './queue/limits.ts';
import type { Listeners } from './queue/recorders.ts';
import { workUntil } from './queue/workerLoop.ts';
import type { Perform } from './queue/workTools.ts';

/** What a worker process is started with. */
export interface WorkerOptions {
  /** What it can do, what it should rather do first. */
  readonly capabilities: readonly Capability[];
  /** How many jobs it does at once. */
  readonly concurrency: number;
  /** How people know it; made from machine and process when not given. */
  readonly name?: string;
  readonly version: string;
}

/** What it does jobs with. */
export interface WorkerParts {
  readonly handlers: Handlers;
  readonly listeners: Listeners;
  /** How often jobs are tried; as in production when not given. */
  readonly limits?: Limits;
}

/** Does jobs until `stop` is aborted, then hands back what it has. Resolves at most 10 seconds after that. */
export async function runWorker(
  platform: Platform,
  { capabilities, concurrency, version, name = `${hostname()} ${process.pid}` }: WorkerOptions,
  { handlers, listeners, limits = LIMITS }: WorkerParts,
  stop: AbortSignal,
): Promise<void> {
  const { database, queue, storage, log } = platform;
  const speechModels = speechModelsOf(platform.settings);
  const brought = () => addedIn(generatorsIn(platform.settings.DATA_FOLDER));
  const workers = Math.max(1, Math.floor(availableParallelism() / concurrency));
  const doJob: Perform = (job, tools) =>
    within({ job: job.id, run: job.run }, () =>
      inSpan(job.stage, { 'mondwerk.job': job.id, 'mondwerk.run': job.run }, () =>
        perform(handlers, job, storage, { ...tools, workers, speechModels, brought }),
      ),
    );
  const card = { name, host: hostname(), capabilities, concurrency, version };
  const tools = { database, queue, listeners, limits, log, perform: doJob };
  await workUntil(stop, { url: databaseUrlOf(platform.settings), card, tools });
}
