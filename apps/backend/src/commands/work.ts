import { openPlatform } from '../openPlatform.ts';
import { handlers } from '../pipeline/allHandlers.ts';
import { listeners } from '../recorders.ts';
import { versionOf } from '../version.ts';
import { runWorker, type WorkerOptions } from '../worker.ts';
import { untilStopped } from './untilStopped.ts';

/** Does jobs until it is stopped. */
export async function work(
  environment: NodeJS.ProcessEnv,
  options: Omit<WorkerOptions, 'version'>,
): Promise<number> {
  const stop = untilStopped();
  const platform = await openPlatform(environment, 'worker');
  try {
    await runWorker(platform, { ...options, version: await versionOf() }, { handlers, listeners }, stop);
  } finally {
    await platform.close();
  }
  return 0;
}
