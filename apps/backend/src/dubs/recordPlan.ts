import { lengthOf } from '@mondwerk/film';
import { v7 as newId } from 'uuid';
import type { RunState } from '../queue/jobStates.ts';
import type { Follower, Recorder } from '../queue/recorders.ts';
import { matchingShots } from './matchingShots.ts';
import { recordPlannedLines } from './recordPlannedLines.ts';
import { Dubs, Plans, type PlanRow } from './tables.ts';

const STATES: Readonly<Record<RunState, PlanRow['state']>> = {
  running: 'making',
  paused: 'making',
  done: 'ready',
  failed: 'failed',
  'failed-in-part': 'failed',
  cancelled: 'failed',
};

/** Lets a plan be as far as its run is. */
export const followPlan: Follower = async (tx, { id, state }) => {
  await tx.update(Plans, { run: id }, { state: STATES[state] });
};

/** Keeps where the voice for browsers lies. */
export const recordVoice: Recorder<'makeVoice'> = async (tx, run, _shot, voice) => {
  await tx.update(Plans, { run: run.id }, { voice });
};

/** Writes down what was found of the lines, what would be rendered, shot by shot, and what that is expected to cost. */
export const recordPlan: Recorder<'planLines'> = async (tx, run, _shot, { shots, ...found }) => {
  const plan = await tx.findOneByOrFail(Plans, { run: run.id });
  await recordPlannedLines(tx, plan, found);
  const { source } = await tx.findOneByOrFail(Dubs, { id: plan.dub });
  const matching = matchingShots(found.lines);
  const planned = shots.map(({ shot, frames, mouths, left, workSeconds, lines, performers }) => ({
    ...{ id: newId(), index: shot, mouths, left_alone: left, lines, performers, matches: matching.has(shot) },
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
};
