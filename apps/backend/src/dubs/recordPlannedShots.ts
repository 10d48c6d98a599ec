import { lengthOf } from '@mondwerk/film';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { OutcomeOf } from '../pipeline/outcomes.ts';
import { Dubs, Plans, type PlanRow } from './tables.ts';

/** What a plan says of a shot. */
export type FoundShot = OutcomeOf['planLines']['shots'][number] & { readonly matches: boolean };

/** Writes down what a plan says of shots, and what rendering all of them is expected to take. */
export async function recordPlannedShots(
  tx: EntityManager,
  plan: PlanRow,
  shots: readonly FoundShot[],
): Promise<void> {
  const { source } = await tx.findOneByOrFail(Dubs, { id: plan.dub });
  const planned = shots.map(({ shot, frames, mouths, left, workSeconds, lines, performers, matches }) => ({
    ...{ id: newId(), index: shot, mouths, left_alone: left, lines, performers, matches },
    frames: lengthOf(frames),
    seconds: workSeconds,
  }));
  await tx.query(
    `INSERT INTO planned_shots
       (id, organisation, plan, shot, frames, seconds, mouths, left_alone, lines, performers, matches)
     SELECT planned.id, $2, $3, shots.id, frames, seconds, mouths, left_alone, lines, performers, matches
     FROM jsonb_to_recordset($1::jsonb) AS planned (id uuid, "index" integer, frames integer, seconds float8,
       mouths integer, left_alone integer, lines integer[], performers uuid[],
       matches boolean)
     JOIN shots ON shots.source = $4 AND shots."index" = planned."index"
     ON CONFLICT (plan, shot) DO NOTHING`,
    [JSON.stringify(planned), plan.organisation, plan.id, source],
  );
  const rendered = planned.filter(({ mouths }) => mouths > 0);
  await tx.update(
    Plans,
    { id: plan.id },
    {
      shots: rendered.length,
      frames: rendered.reduce((sum, { frames }) => sum + frames, 0),
      seconds: rendered.reduce((sum, { seconds }) => sum + seconds, 0),
    },
  );
}
