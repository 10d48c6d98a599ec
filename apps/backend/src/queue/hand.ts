import { Progress } from '../pipeline/progress.ts';
import type { ClaimedJob } from './claimJob.ts';
import { JobProgress } from './jobProgress.ts';
import { untilItPasses } from './passing.ts';
import { Settler, type Ending } from './settleJob.ts';
import type { WorkTools } from './workTools.ts';

/** Why the work on a job is broken off: the worker stops, or the job is not its own any more. */
class BrokenOff extends Error {
  readonly lost: boolean;

  constructor(lost: boolean) {
    super(lost ? 'The job was taken away.' : 'The worker stops.');
    this.lost = lost;
  }
}

/** One job that a worker has in hand, from claim to end. */
export class Hand {
  readonly job: ClaimedJob;
  readonly #tools: WorkTools;
  readonly #stop = new AbortController();
  readonly #giveUp: AbortSignal;

  /** From `giveUp` on, an end that cannot be written down is left to the other workers. */
  constructor(job: ClaimedJob, tools: WorkTools, giveUp: AbortSignal) {
    this.job = job;
    this.#tools = tools;
    this.#giveUp = giveUp;
  }

  /** Breaks off the work, and hands the job back. */
  stop(): void {
    this.#stop.abort(new BrokenOff(false));
  }

  /** Breaks off the work on a job that is not ours any more. */
  lose(): void {
    this.#stop.abort(new BrokenOff(true));
  }

  /** Does the job. Never throws. */
  async work(): Promise<void> {
    const { job } = this;
    const { log } = this.#tools;
    const named = { job: job.id, run: job.run, stage: job.stage, shot: job.shot, attempt: job.attempt };
    log.info(named, 'started');
    const ending = await this.#perform();
    if (!ending) return log.info(named, 'taken away');
    if ('error' in ending) log.error({ ...named, error: ending.error }, 'failed');
    try {
      const mine = await this.#settle(ending);
      log.info({ ...named, mine }, 'outcome' in ending ? 'done' : 'ended');
    } catch (error) {
      log.error({ ...named, error }, 'its end could not be written down');
    }
  }

  /** Gives a job back in the name of work that does not stop when it should. */
  async handBack(): Promise<void> {
    await new Settler(this.#tools).settle(this.job, { handedBack: true });
  }

  async #perform(): Promise<Ending | undefined> {
    const { database, perform, listeners } = this.#tools;
    const sink = new JobProgress(database, this.job, () => this.lose());
    const { signal } = this.#stop;
    try {
      await untilItPasses(async () => listeners.mayStart?.(database.manager, this.job), signal);
      return { outcome: await perform(this.job, { signal, progress: new Progress(sink) }) };
    } catch (error) {
      if (!(signal.reason instanceof BrokenOff)) return { error };
      return signal.reason.lost ? undefined : { handedBack: true };
    } finally {
      await sink.stop();
    }
  }

  /** What cannot be recorded is a failure of the job like any other. */
  async #settle(ending: Ending): Promise<boolean> {
    const settler = new Settler(this.#tools);
    const settle = (how: Ending): Promise<boolean> =>
      untilItPasses(() => settler.settle(this.job, how), this.#giveUp);
    try {
      return await settle(ending);
    } catch (error) {
      if (!('outcome' in ending)) throw error;
      this.#tools.log.error({ job: this.job.id, error }, 'its outcome could not be recorded');
      return settle({ error });
    }
  }
}
