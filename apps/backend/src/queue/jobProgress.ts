import type { DataSource } from 'typeorm';
import type { ProgressSink, Tick } from '../pipeline/progress.ts';
import type { ClaimedJob } from './claimJob.ts';
import { EVENTS, type JobEvent } from './jobEvents.ts';
import { rows } from './rows.ts';

/** How long nothing is written after something was. */
const QUIET_MS = 500;

/** Writes how far a job is into its row, and tells who listens, at most twice a second. */
export class JobProgress implements ProgressSink {
  readonly #database: DataSource;
  readonly #job: ClaimedJob;
  readonly #lost: () => void;
  #next: Tick | undefined;
  #writing: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;

  /** `lost` is called when the job turns out not to be its worker's any more. */
  constructor(database: DataSource, job: ClaimedJob, lost: () => void) {
    this.#database = database;
    this.#job = job;
    this.#lost = lost;
  }

  show(tick: Tick): void {
    this.#next = tick;
    if (!this.#timer) this.#write();
  }

  clear(): void {
    this.#next = undefined;
  }

  /** Writes nothing more. */
  async stop(): Promise<void> {
    this.clear();
    clearTimeout(this.#timer);
    await this.#writing;
  }

  #write(): void {
    const tick = this.#next;
    this.#timer = undefined;
    if (!tick) return;
    this.#next = undefined;
    // One that could not be written is followed by a later one.
    this.#writing = this.#save(tick).catch(() => undefined);
    this.#timer = setTimeout(() => this.#write(), QUIET_MS);
  }

  async #save({ done, total, unit }: Tick): Promise<void> {
    const { id: job, ticket, worker, organisation, title, dub, run, stage, shot } = this.#job;
    const about = { organisation, title, dub, run, job, stage, shot, state: 'running' } as const;
    const event: JobEvent = { kind: 'job', ...about, done: Math.round(done), total, unit };
    const told = await rows(
      this.#database,
      `with mine as (
         update jobs set done = $4, total = $5, unit = $6
         where id = $1 and ticket = $2 and worker = $3 and state = 'running' returning id
       ) select pg_notify($7, $8), set_config('synchronous_commit', 'off', true) from mine`,
      [job, ticket, worker, event.done, total, unit, EVENTS, JSON.stringify(event)],
    );
    if (told.length === 0) this.#lost();
  }
}
