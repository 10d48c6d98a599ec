import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { AnalyseOrder } from '../pipeline/orders.ts';
import type { RunState } from '../queue/jobStates.ts';
import type { Follower, Recorder } from '../queue/recorders.ts';
import type { RunRow } from '../queue/tables.ts';
import { Sources, type SourceRow, type SourceState } from './tables.ts';

/** The source that an analysis looks at. */
export const sourceOf = (tx: EntityManager, { title, order }: RunRow): Promise<SourceRow> =>
  tx.findOneByOrFail(Sources, { title, key: (order as AnalyseOrder).source.key });

const STATES: Readonly<Record<RunState, SourceState>> = {
  running: 'analysing',
  paused: 'waiting',
  done: 'ready',
  failed: 'failed',
  'failed-in-part': 'failed',
  cancelled: 'failed',
};

/** Lets a source be as far as its analysis is. */
export const followAnalysis: Follower = async (tx, run) => {
  const { id } = await sourceOf(tx, run);
  const state = STATES[run.state];
  const problem = state === 'failed' ? (run.reason ?? `The analysis was ${run.state}.`) : null;
  await tx.update(Sources, { id }, { state, problem });
};

/** Keeps what the probe found. */
export const recordFacts: Recorder<'probe'> = (tx, run, _shot, facts) => keep(tx, run, { facts });

/** Keeps where the pictures for people lie. */
export const recordProxy: Recorder<'makeProxy'> = (tx, run, _shot, proxy) => keep(tx, run, { proxy });

async function keep(
  tx: EntityManager,
  run: RunRow,
  found: Partial<Pick<SourceRow, 'facts' | 'proxy'>>,
): Promise<void> {
  const { id } = await sourceOf(tx, run);
  await tx.update(Sources, { id }, found);
}

/** Writes the shots down; those of an earlier analysis stay the same rows, and those with takes stay in any case. */
export const recordShots: Recorder<'cutShots'> = async (tx, run, _shot, { shots }) => {
  const { id, organisation } = await sourceOf(tx, run);
  const rows = shots.map(({ shot, frames }) => ({ id: newId(), index: shot, ...frames }));
  await tx.query(
    `INSERT INTO shots (id, organisation, source, "index", start, "end")
     SELECT id, $2, $3, "index", start, "end"
     FROM jsonb_to_recordset($1::jsonb) AS found (id uuid, "index" integer, start integer, "end" integer)
     ON CONFLICT (source, "index") DO UPDATE SET start = excluded.start, "end" = excluded."end"`,
    [JSON.stringify(rows), organisation, id],
  );
  await tx.query(
    `DELETE FROM shots WHERE source = $1 AND "index" >= $2 AND NOT EXISTS (
       SELECT FROM takes JOIN dubs ON dubs.id = takes.dub WHERE dubs.source = $1 AND takes.shot = shots.id)`,
    [id, shots.length],
  );
};
