import type { EntityManager } from 'typeorm';
import { notFound } from '../database/edit.ts';
import { tell } from './jobEvents.ts';
import { runStateAfter, type RunMove, type RunState } from './jobStates.ts';
import type { Followers } from './recorders.ts';
import { Runs, type RunRow } from './tables.ts';

/** The states in which a run waits for nothing any more, unless a person retries it. */
export const ENDED: readonly RunState[] = ['done', 'failed', 'failed-in-part', 'cancelled'];

/**
 * Reads a run and keeps others from changing it until the transaction ends. Its order, which may be long, is not read
 * again when it is known. @throws Refusal `not-found`.
 */
export async function lockRun(tx: EntityManager, id: string, order?: object): Promise<RunRow> {
  const query = tx.getRepository(Runs).createQueryBuilder('run').setLock('pessimistic_write');
  if (order) query.select(ALL_BUT_ORDER);
  const run = await query.where('run.id = :id', { id }).getOne();
  if (run === null) throw notFound('runs', id);
  return order ? { ...run, order } : run;
}

const ALL_BUT_ORDER = Object.keys(Runs.options.columns)
  .filter((name) => name !== 'order')
  .map((name) => `run.${name}`);

/** Moves a locked run on, and tells whoever follows it. @throws Refusal `run-state` when that is not possible. */
export async function moveRun(
  tx: EntityManager,
  followers: Followers,
  run: RunRow,
  { move, reason }: { readonly move: RunMove; readonly reason: string | null },
): Promise<RunRow> {
  const state = runStateAfter(run.state, move);
  const changes = { state, reason, endedAt: ENDED.includes(state) ? new Date() : null };
  await tx.update(Runs, run.id, changes);
  return follow(tx, followers, { ...run, ...changes });
}

/** Tells whoever follows a run where it is. Returns it. */
export async function follow(tx: EntityManager, followers: Followers, run: RunRow): Promise<RunRow> {
  await followers[run.act]?.(tx, run);
  const { id, organisation, title, dub, act, state } = run;
  await tell(tx, { kind: 'run', organisation, title, dub, run: id, act, state });
  return run;
}
