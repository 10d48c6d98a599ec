import type { DataSource } from 'typeorm';
import type { OutcomeOf } from '../pipeline/outcomes.ts';
import type { Progress } from '../pipeline/progress.ts';
import type { StageName } from '../pipeline/stages.ts';
import type { ClaimedJob } from './claimJob.ts';
import type { JobQueue } from './jobQueue.ts';
import type { Limits } from './limits.ts';
import type { Listeners } from './recorders.ts';

/** Carries out a job. It stops soon after `signal` is aborted, and throws then. */
export type Perform = (
  job: ClaimedJob,
  tools: { readonly signal: AbortSignal; readonly progress: Progress },
) => Promise<OutcomeOf[StageName]>;

/** Where a worker says what it does. */
export interface WorkLog {
  info(fields: object, words: string): void;
  error(fields: object, words: string): void;
}

/** What a worker works with. */
export interface WorkTools {
  readonly database: DataSource;
  readonly queue: JobQueue;
  readonly listeners: Listeners;
  readonly limits: Limits;
  readonly perform: Perform;
  readonly log: WorkLog;
}
