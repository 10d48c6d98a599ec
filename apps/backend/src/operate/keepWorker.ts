import { join } from 'node:path';
import { keepProcess, type KeptProcess } from './keepProcess.ts';

/** How a worker process of our own is run. */
export interface KeptWorker extends Pick<KeptProcess, 'environment' | 'stop' | 'say'> {
  readonly concurrency: number;
}

const CLI = join(import.meta.dirname, '../cli.ts');

/** Runs one worker as a process of its own, and another one whenever it dies, until `stop` is aborted. */
export const keepWorker = ({ concurrency, ...how }: KeptWorker): Promise<void> =>
  keepProcess({ ...how, name: 'worker', args: [CLI, 'worker', '--concurrency', String(concurrency)] });
