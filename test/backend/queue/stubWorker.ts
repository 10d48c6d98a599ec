import type { QueuedWork } from '../../../apps/backend/src/pipeline/perform.ts';
import type { StageName } from '../../../apps/backend/src/pipeline/stages.ts';
import { workUntil } from '../../../apps/backend/src/queue/workerLoop.ts';
import type { Perform, WorkLog } from '../../../apps/backend/src/queue/workTools.ts';
import type { QueueBench } from './queueBench.ts';

/** A log that nobody reads. */
export const silent: WorkLog = { info: () => undefined, error: () => undefined };

/** A worker inside this process. */
export interface StubWorker {
  /** Stops it as SIGTERM does. */
  stop(): Promise<void>;
}

/** Starts a worker that does what `perform` says. */
export function startWorker(bench: QueueBench, perform: Perform, concurrency = 1): StubWorker {
  const stop = new AbortController();
  const card = { name: 'stub', host: 'here', capabilities: ['cpu'], concurrency, version: '0' } as const;
  const ended = workUntil(stop.signal, { url: bench.url, card, tools: { ...bench, perform, log: silent } });
  return {
    stop: () => {
      stop.abort();
      return ended;
    },
  };
}

/** What a stage tells in these tests: as little as the runner needs. */
export const told = (stage: StageName, shots: number): never =>
  (stage === 'cutShots'
    ? { shots: Array.from({ length: shots }, (_, shot) => ({ shot, frames: { start: 0, end: 1 } })) }
    : {}) as never;

/** Carries out everything at once, as if the film had so many shots, and keeps a list of what it did. */
export function quickly(shots = 3): { readonly perform: Perform; readonly did: string[] } {
  const did: string[] = [];
  const perform: Perform = ({ stage, shot }) => {
    did.push(nameOf({ stage, shot }));
    return Promise.resolve(told(stage, shots));
  };
  return { perform, did };
}

/** A piece of work in words, as `trackFaces 2`. */
export const nameOf = ({ stage, shot }: Pick<QueuedWork, 'stage' | 'shot'>): string =>
  shot === null ? stage : `${stage} ${shot}`;
