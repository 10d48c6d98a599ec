import { describe, expect, it } from 'vitest';
import { SENTENCES } from '../../../apps/backend/src/pipeline/stages.ts';
import { RUN_STATES } from '../../../apps/backend/src/queue/jobStates.ts';
import { PRIORITIES } from '../../../apps/backend/src/queue/limits.ts';
import { stagesOfAct } from '../../../apps/dashboard/components/work/stagesOfAct.ts';
import { MOST_URGENT, runActs, URGENCIES, urgencyBeside } from '../../../apps/dashboard/lib/api/runActs.ts';
import { work } from '../../../apps/dashboard/messages/work.ts';

describe('what the dashboard knows of the pipeline', () => {
  it('are the stages that there are, in their order, each with words', () => {
    const stages = Object.entries(SENTENCES).map(([act, sentence]) => [act, Object.keys(sentence)]);
    expect(stagesOfAct).toEqual(Object.fromEntries(stages));
    const wanted = Object.values(stagesOfAct).flatMap((each) => each.map((stage) => `stage-${stage}`));
    expect(wanted.filter((key) => !(key in work))).toEqual([]);
  });

  it('is what can be done with a run, exactly when the server allows it', () => {
    const allowed = Object.keys(runActs).map((act) => {
      const from = Object.entries(RUN_STATES).filter(([, moves]) => act in moves);
      return [act, from.map(([state]) => state)];
    });
    expect(Object.entries(runActs).map(([act, { from }]) => [act, [...from]])).toEqual(allowed);
  });

  it('are the urgencies that the server gives and people may give', () => {
    const possible = Object.values(PRIORITIES).filter((priority) => priority <= MOST_URGENT);
    expect([...URGENCIES]).toEqual(possible.toSorted((a, b) => a - b));
    expect([urgencyBeside(50, 1), urgencyBeside(50, -1)]).toEqual([100, 10]);
    expect([urgencyBeside(100, 1), urgencyBeside(60, -1)]).toEqual([undefined, 50]);
  });
});
