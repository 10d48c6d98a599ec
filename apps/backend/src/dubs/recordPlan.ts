import type { RunState } from '../queue/jobStates.ts';
import type { Follower, Recorder } from '../queue/recorders.ts';
import { matchingShots } from './matchingShots.ts';
import { recordPlannedLines } from './recordPlannedLines.ts';
import { recordPlannedShots } from './recordPlannedShots.ts';
import { Plans, type PlanRow } from './tables.ts';

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
  const matching = matchingShots(found.lines);
  await recordPlannedShots(
    tx,
    plan,
    shots.map((shot) => ({ ...shot, matches: matching.has(shot.shot) })),
  );
};
