import type { DataSource, EntityManager } from 'typeorm';
import type { Act, Capability, StageName } from '../pipeline/stages.ts';
import { tell } from './jobEvents.ts';
import type { JobQueue, Place } from './jobQueue.ts';
import { rows } from './rows.ts';
import type { RunOrders } from './runOrders.ts';

/** A job that this worker has and no other. */
export interface ClaimedJob {
  readonly id: string;
  readonly ticket: string;
  readonly worker: string;
  readonly run: string;
  readonly act: Act;
  readonly stage: StageName;
  readonly shot: number | null;
  readonly capability: Capability;
  readonly attempt: number;
  readonly order: object;
  readonly organisation: string;
  readonly title: string;
  readonly dub: string | null;
}

/** Who asks for work. */
export interface Claimant {
  readonly worker: string;
  /** What it can do, what it should rather do first. */
  readonly capabilities: readonly Capability[];
  /** What it remembers of runs. */
  readonly orders: RunOrders;
}

/**
 * Takes the most urgent job that a worker can do; `undefined` when there is none for it now. Nothing is taken for a
 * worker that counts as dead.
 */
export async function claimJob(
  database: DataSource,
  queue: JobQueue,
  { capabilities, ...who }: Claimant,
): Promise<ClaimedJob | undefined> {
  for (const capability of capabilities) {
    let claimed: ClaimedJob | 'stale' | 'none' = 'stale';
    while (claimed === 'stale')
      claimed = await database
        .transaction((tx) => claimOne(tx, queue, { ...who, capability }))
        .catch(noneIfHeld);
    if (claimed !== 'none') return claimed;
  }
  return undefined;
}

/** A ticket and its job are taken in one transaction: a worker that dies in it has taken neither. */
async function claimOne(
  tx: EntityManager,
  queue: JobQueue,
  { worker, orders, capability }: Omit<Claimant, 'capabilities'> & { readonly capability: Capability },
): Promise<ClaimedJob | 'stale' | 'none'> {
  const place = await queue.take(tx, capability);
  if (!place) return 'none';
  // A claim that a power cut takes back is one whose end changes nothing: the disk need not be waited for.
  await tx.query('set local synchronous_commit = off');
  const claimed = await begin(tx, place, worker);
  if (!claimed) {
    if (await isWanted(tx, place)) throw new Held();
    await queue.complete(tx, capability, place.ticket);
    return 'stale';
  }
  const { organisation, title, dub, run, id: job, stage, shot } = claimed;
  const about = { organisation, title, dub, run, job, stage, shot };
  await tell(tx, { kind: 'job', ...about, state: 'running', done: 0, total: null, unit: null });
  return { ...claimed, order: await orders.of(tx, run) };
}

/** Whoever changes jobs holds them before their tickets; here it is the other way round, so nobody is waited for. */
async function begin(
  tx: EntityManager,
  { job, ticket }: Place,
  worker: string,
): Promise<Omit<ClaimedJob, 'order'> | undefined> {
  const [claimed] = await rows<Omit<ClaimedJob, 'order'>>(
    tx,
    `update jobs set state = 'running', worker = $3, attempt = attempt + 1, started_at = clock_timestamp(),
       done = 0, total = null, unit = null
     from runs
     where runs.id = jobs.run and exists (select from workers where id = $3 and ended_at is null)
       and jobs.id = (select id from jobs where ${WANTED} for update skip locked)
     returning jobs.id, jobs.ticket, jobs.worker, jobs.run, runs.act, jobs.stage, jobs.shot, jobs.capability,
       jobs.attempt, jobs.organisation, runs.title, runs.dub`,
    [job, ticket, worker],
  );
  return claimed;
}

const WANTED = `id = $1 and ticket = $2 and state = 'queued'`;

async function isWanted(tx: EntityManager, { job, ticket }: Place): Promise<boolean> {
  return (await rows(tx, `select id from jobs where ${WANTED}`, [job, ticket])).length > 0;
}

/** Somebody is changing the job, or its worker is not one any more: the ticket must stay where it is. */
class Held extends Error {}

function noneIfHeld(error: unknown): 'none' {
  if (error instanceof Held) return 'none';
  throw error;
}
