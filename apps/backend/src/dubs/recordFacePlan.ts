import type { EntityManager } from 'typeorm';
import type { MatchOrder } from '../pipeline/orders.ts';
import type { Recorder } from '../queue/recorders.ts';
import { recordPlannedShots } from './recordPlannedShots.ts';
import { Plans, type PlannedFaces } from './tables.ts';

/** Keeps who was found in the footage. */
export const recordDonors: Recorder<'trackDonors'> = (tx, run, _shot, { donors }) =>
  keep(tx, run.id, { donors });

/** Keeps how much of the shown performer's face was seen. */
export const recordLearnt: Recorder<'learnFaces'> = (tx, run, _shot, { frames, trusted }) =>
  keep(tx, run.id, { frames, trusted });

/** Writes down what the footage lacks, in which shots a head gets another face, and what that is expected to cost. */
export const recordFacePlan: Recorder<'planFaces'> = async (tx, run, _shot, { shots, missing }) => {
  await keep(tx, run.id, { missing });
  const plan = await tx.findOneByOrFail(Plans, { run: run.id });
  const { replaced, shown } = run.order as MatchOrder;
  await recordPlannedShots(
    tx,
    plan,
    shots.map(({ shot, frames, faces, left, performers, workSeconds }) => ({
      ...{ shot, frames, left, workSeconds, mouths: faces, lines: [], matches: false },
      performers: performers.length === 0 ? [] : [replaced.id, shown.id],
    })),
  );
};

async function keep(tx: EntityManager, run: string, found: PlannedFaces): Promise<void> {
  await tx.query(`UPDATE plans SET faces = coalesce(faces, '{}'::jsonb) || $2::jsonb WHERE run = $1`, [
    run,
    JSON.stringify(found),
  ]);
}
