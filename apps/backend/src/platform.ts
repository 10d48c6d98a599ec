import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import type { Sealing } from './database/sealing.ts';
import type { EventBus } from './events/eventBus.ts';
import type { Metrics } from './operate/metrics.ts';
import type { Tries } from './people/tries.ts';
import type { JobQueue } from './queue/jobQueue.ts';
import type { Runner } from './queue/runner.ts';
import type { Settings } from './settings.ts';
import type { Storage } from './storage/storage.ts';

/** What every part of the service shares: opened once in each process. */
export interface Platform {
  readonly settings: Settings;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly database: DataSource;
  readonly storage: Storage;
  /** Seals secrets that the database keeps. */
  readonly sealing: Sealing;
  /** Counts tries to sign in. */
  readonly tries: Tries;
  readonly queue: JobQueue;
  /** Starts, stops and advances runs of the pipeline. */
  readonly runner: Runner;
  /** Hears what happens, in this and in all other processes. */
  readonly events: EventBus;
  /** Lets go of everything. */
  readonly close: () => Promise<void>;
}
