import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { orders, type OrderOf } from '../pipeline/orders.ts';
import type { Act, Capability } from '../pipeline/stages.ts';
import { advance, stagesOf } from './advance.ts';
import { wakeWorkers, type JobQueue } from './jobQueue.ts';
import { statesBefore, type JobMove, type RunMove } from './jobStates.ts';
import { PRIORITIES } from './limits.ts';
import { dropPlaces, enqueueJobs, makeJobs } from './makeJobs.ts';
import type { Listeners } from './recorders.ts';
import { rows } from './rows.ts';
import { follow, lockRun, moveRun } from './runs.ts';
import { Runs, type RunRow } from './tables.ts';
import { SECONDS_AT_WORK } from './workTime.ts';

/** Whose run it is, and what of theirs it is about. */
export interface RunFor {
  readonly organisation: string;
  readonly title: string;
  readonly dub?: string;
  readonly delivery?: string;
  /** The plan that it renders. */
  readonly plan?: string;
  /** The person who asked for it; nobody when the service did. */
  readonly askedBy?: string;
  /** Why, in their words. */
  readonly reason?: string;
  /** Higher goes first; that of a person who waits when not given. */
  readonly priority?: number;
}

/** Decides what is to be done next: nobody else does. Every call is part of the caller's transaction. */
export class Runner {
  readonly #queue: JobQueue;
  readonly #listeners: Listeners;

  constructor(queue: JobQueue, listeners: Listeners) {
    this.#queue = queue;
    this.#listeners = listeners;
  }

  /** Starts an act. @throws ZodError when the order has not the act's shape. */
  async startRun<A extends Act>(
    tx: EntityManager,
    act: A,
    order: OrderOf[A],
    { priority = PRIORITIES.person, ...of }: RunFor,
  ): Promise<RunRow> {
    const id = uuid();
    const { organisation, title, dub = null, delivery = null, plan = null } = of;
    const { askedBy = null, reason = null } = of;
    const about = { organisation, title, dub, delivery, plan, askedBy, reason, priority };
    await tx.insert(Runs, { id, act, order: orders[act].parse(order), state: 'running', ...about });
    const run = await lockRun(tx, id);
    const whole = stagesOf(run).filter(([, { each }]) => each === 'run');
    await makeJobs(
      tx,
      run,
      whole.map(([stage, { on }]) => ({ stage, shot: null, capability: on })),
    );
    await follow(tx, this.#listeners.followers, run);
    return this.advance(tx, run);
  }

  /** Starts what can start in a locked run, or ends it. Returns it as it is then. */
  async advance(tx: EntityManager, run: RunRow): Promise<RunRow> {
    if (run.state !== 'running') return run;
    const move = await advance(tx, this.#queue, run);
    if (!move) return run;
    const reason = move === 'finish' ? null : await firstFailure(tx, run.id);
    return moveRun(tx, this.#listeners.followers, run, { move, reason });
  }

  /** Stops a run for good, unless it is retried. @throws Refusal `run-state`. */
  cancel(tx: EntityManager, id: string, reason: string | null = null): Promise<RunRow> {
    return this.#stop(tx, id, 'cancel', reason);
  }

  /** Stops a run until it is resumed; frames since the last checkpoint are lost. @throws Refusal `run-state`. */
  pause(tx: EntityManager, id: string, reason: string | null = null): Promise<RunRow> {
    return this.#stop(tx, id, 'pause', reason);
  }

  /** Lets a paused run go on. @throws Refusal `run-state`. */
  resume(tx: EntityManager, id: string): Promise<RunRow> {
    return this.#goOn(tx, id, 'resume', null);
  }

  /**
   * Tries again what failed or was cancelled, with the reason a person gave; what is done stays done.
   * @throws Refusal `run-state`.
   */
  retry(tx: EntityManager, id: string, reason: string): Promise<RunRow> {
    return this.#goOn(tx, id, 'retry', reason);
  }

  /** Makes a run more or less urgent than others; what has begun is not interrupted. @throws Refusal `not-found`. */
  async prioritise(tx: EntityManager, id: string, priority: number): Promise<RunRow> {
    const run = await lockRun(tx, id);
    await tx.update(Runs, id, { priority });
    const open = await rows<{ id: string; state: string; capability: Capability; ticket: string | null }>(
      tx,
      `update jobs set priority = $2 where run = $1 and state <> 'done' returning id, state, capability, ticket`,
      [id, priority],
    );
    const queued = open.filter(({ state }) => state === 'queued');
    await dropPlaces(tx, this.#queue, queued);
    await enqueueJobs(
      tx,
      this.#queue,
      queued.map((job) => job.id),
    );
    return { ...run, priority };
  }

  async #stop(
    tx: EntityManager,
    id: string,
    move: 'cancel' | 'pause',
    reason: string | null,
  ): Promise<RunRow> {
    const run = await lockRun(tx, id);
    const moved = await moveRun(tx, this.#listeners.followers, run, { move, reason });
    const stopped = await this.#moveJobs(tx, id, move, moved.state);
    await dropPlaces(tx, this.#queue, stopped);
    // Those who are at work on it find out that it is no longer theirs.
    await wakeWorkers(tx);
    return moved;
  }

  async #goOn(
    tx: EntityManager,
    id: string,
    move: RunMove & JobMove,
    reason: string | null,
  ): Promise<RunRow> {
    const run = await lockRun(tx, id);
    const moved = await moveRun(tx, this.#listeners.followers, run, { move, reason });
    await this.#moveJobs(tx, id, move, 'waiting');
    return this.advance(tx, moved);
  }

  #moveJobs(tx: EntityManager, run: string, move: JobMove, to: string): Promise<Stopped[]> {
    return rows<Stopped>(
      tx,
      `update jobs set state = $2, worker = null, ticket = null, reason = null, hint = null,
         failures = 0, deaths = 0, worker_seconds = worker_seconds + ${SECONDS_AT_WORK}
       from (select id, ticket from jobs where run = $1 and state = any($3) for update) before
       where jobs.id = before.id returning jobs.capability, before.ticket`,
      [run, to, statesBefore(move)],
    );
  }
}

interface Stopped {
  readonly capability: Capability;
  readonly ticket: string | null;
}

async function firstFailure(tx: EntityManager, run: string): Promise<string | null> {
  const [first] = await rows<{
    readonly stage: string;
    readonly shot: number | null;
    readonly reason: string;
  }>(
    tx,
    `select stage, shot, reason from jobs where run = $1 and state = 'failed' order by ended_at, id limit 1`,
    [run],
  );
  return first
    ? `${first.stage}${first.shot === null ? '' : ` of shot ${first.shot}`}: ${first.reason}`
    : null;
}
