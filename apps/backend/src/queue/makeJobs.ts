import { v7 as uuid } from 'uuid';
import type { Capability, StageName } from '../pipeline/stages.ts';
import type { JobQueue, Waiting } from './jobQueue.ts';
import { rows, type Sql } from './rows.ts';
import type { RunRow } from './tables.ts';

/** A piece of work that a run needs. */
export interface NewJob {
  readonly stage: StageName;
  readonly shot: number | null;
  readonly capability: Capability;
}

/** Writes jobs down that wait for what they need. Returns their ids, in the same order. */
export async function makeJobs(tx: Sql, run: RunRow, jobs: readonly NewJob[]): Promise<string[]> {
  const made = jobs.map((job) => ({ id: uuid(), ...job }));
  await tx.query(
    `insert into jobs (id, organisation, run, stage, shot, state, priority, capability)
     select id, $2, $3, stage, shot, 'waiting', $4, capability
     from jsonb_to_recordset($1::jsonb) as made (id uuid, stage text, shot integer, capability text)`,
    [JSON.stringify(made), run.organisation, run.id, run.priority],
  );
  return made.map(({ id }) => id);
}

/** Gives jobs a place in the queue, whatever state they come from; those that had one must have lost it. */
export async function enqueueJobs(
  tx: Sql,
  queue: JobQueue,
  ids: readonly string[],
  afterSeconds = 0,
): Promise<void> {
  if (ids.length === 0) return;
  const waiting = await rows<Waiting>(
    tx,
    'select id, capability, priority from jobs where id = any($1::uuid[]) order by id',
    [ids],
  );
  const tickets = await queue.enqueue(tx, waiting, afterSeconds);
  await tx.query(
    `update jobs set state = 'queued', ticket = given.ticket, worker = null
     from unnest($1::uuid[], $2::uuid[]) as given (id, ticket) where jobs.id = given.id`,
    [waiting.map(({ id }) => id), tickets],
  );
}

/** Takes the places of jobs back, where they have one. */
export async function dropPlaces(
  tx: Sql,
  queue: JobQueue,
  places: readonly { readonly capability: Capability; readonly ticket: string | null }[],
): Promise<void> {
  for (const capability of new Set(places.map((place) => place.capability))) {
    const tickets = places.filter((place) => place.capability === capability).map(({ ticket }) => ticket);
    await queue.drop(
      tx,
      capability,
      tickets.filter((ticket) => ticket !== null),
    );
  }
}
