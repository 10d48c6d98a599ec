import { setTimeout as sleep } from 'node:timers/promises';
import { claimJob } from './claimJob.ts';
import { Hand } from './hand.ts';
import { isPassing } from './passing.ts';
import { rows } from './rows.ts';
import { RunOrders } from './runOrders.ts';
import { watchWorkers } from './watchWorkers.ts';
import { WorkerLease, type WorkerCard } from './workerLease.ts';
import type { WorkTools } from './workTools.ts';

/** How long a worker that found nothing waits before it looks again without being told to. */
const LOOK_EVERY_MS = 2000;
/** After SIGTERM: when jobs are broken off, and when those that go on regardless are handed back for them. */
const FINISH_WITHIN_MS = 2000;
const BREAK_OFF_WITHIN_MS = 5000;

/** Does jobs, as many at once as it can, until `stop` is aborted. Resolves at most 10 seconds later. */
export async function workUntil(
  stop: AbortSignal,
  { url, card, tools }: { readonly url: string; readonly card: WorkerCard; readonly tools: WorkTools },
): Promise<void> {
  const loop = new WorkerLoop(card, tools);
  const lease = await WorkerLease.open(url, card, { wake: () => loop.wake() });
  const watching = watchWorkers(tools, stop);
  tools.log.info({ worker: lease.id, ...card }, 'ready');
  await loop.run(lease, stop);
  await lease.close();
  await watching;
}

class WorkerLoop {
  readonly #card: WorkerCard;
  readonly #tools: WorkTools;
  readonly #hands = new Set<Hand>();
  readonly #orders = new RunOrders();
  #woken = Promise.withResolvers<void>();

  constructor(card: WorkerCard, tools: WorkTools) {
    this.#card = card;
    this.#tools = tools;
  }

  wake(): void {
    this.#woken.resolve();
    this.#woken = Promise.withResolvers();
    void this.#dropUnwanted();
  }

  async run(lease: WorkerLease, stop: AbortSignal): Promise<void> {
    const giveUp = new AbortController();
    const slots = Array.from({ length: this.#card.concurrency }, () =>
      this.#slot(lease, stop, giveUp.signal),
    );
    const ended = Promise.all(slots);
    if (!stop.aborted)
      await new Promise((resolve) => stop.addEventListener('abort', resolve, { once: true }));
    this.wake();
    await within(FINISH_WITHIN_MS, ended);
    for (const hand of this.#hands) hand.stop();
    await within(BREAK_OFF_WITHIN_MS, ended);
    giveUp.abort();
    await within(1000, Promise.all([...this.#hands].map((hand) => hand.handBack().catch(() => undefined))));
  }

  async #slot(lease: WorkerLease, stop: AbortSignal, giveUp: AbortSignal): Promise<void> {
    while (!stop.aborted) {
      const woken = this.#woken.promise;
      const job = await this.#claim(lease);
      if (!job) await Promise.race([woken, sleep(LOOK_EVERY_MS, undefined, { ref: false })]);
      else {
        const hand = new Hand(job, this.#tools, giveUp);
        this.#hands.add(hand);
        await hand.work();
        this.#hands.delete(hand);
      }
    }
  }

  async #claim(lease: WorkerLease): ReturnType<typeof claimJob> {
    const { database, queue, log } = this.#tools;
    try {
      return await claimJob(database, queue, {
        ...{ worker: lease.id, orders: this.#orders },
        capabilities: this.#card.capabilities,
      });
    } catch (error) {
      if (!isPassing(error)) log.error({ error }, 'no job could be taken');
      return undefined;
    }
  }

  /** People cancel and pause; and who was taken for dead has lost everything. */
  async #dropUnwanted(): Promise<void> {
    const hands = [...this.#hands];
    if (hands.length === 0) return;
    const tickets = await rows<{ readonly ticket: string }>(
      this.#tools.database,
      `select ticket from jobs where state = 'running' and ticket = any($1::uuid[])`,
      [hands.map(({ job }) => job.ticket)],
    ).catch(() => undefined);
    if (!tickets) return;
    const wanted = new Set(tickets.map(({ ticket }) => ticket));
    for (const hand of hands) if (!wanted.has(hand.job.ticket)) hand.lose();
  }
}

const within = (ms: number, ended: Promise<unknown>): Promise<unknown> =>
  Promise.race([ended, sleep(ms, undefined, { ref: false })]);
