import type { EntityManager } from 'typeorm';
import { currentPlan } from '../dubs/plans.ts';
import type { TakeSettings } from '../pipeline/orders.ts';
import { PRIORITIES } from '../queue/limits.ts';
import type { Runner } from '../queue/runner.ts';
import { startRender } from '../renders/startRender.ts';
import type { TakeRow } from './tables.ts';

/** What the next take is made from. */
export interface Again {
  readonly take: TakeRow;
  readonly settings: TakeSettings;
  readonly askedBy: string;
  readonly reason: string;
}

/**
 * Starts rendering the next take of a shot by the newest plan, before all that nobody waits for. Returns the run's id.
 * @throws Refusal those of rendering: `rights-missing` among them.
 */
export async function renderAgain(
  tx: EntityManager,
  runner: Runner,
  { take, settings, askedBy, reason }: Again,
): Promise<string> {
  const plan = await currentPlan(tx, take.dub);
  const { run } = await startRender(tx, runner, {
    plan: plan.id,
    shots: [{ shot: take.shot, settings }],
    priority: PRIORITIES.review,
    ...{ askedBy, reason },
  });
  return run.id;
}
