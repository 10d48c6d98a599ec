import type { Handlers, TitleRun } from './handlers.ts';
import { orders } from './orders.ts';
import { outcomes, type OutcomeOf } from './outcomes.ts';
import { SENTENCES, type Act, type StageName } from './stages.ts';

/** A piece of work as it lies in the queue: nothing about it is known yet. */
export interface QueuedWork {
  readonly stage: StageName;
  readonly order: unknown;
  readonly shot: number | null;
}

/** The act that a stage belongs to. */
export const actOf = (stage: StageName): Act =>
  (Object.keys(SENTENCES) as Act[]).find((act) => stage in SENTENCES[act])!;

/** Carries out a piece of work with its stage's handler. @throws ZodError when its order has not the shape of its act. */
export async function perform(
  handlers: Handlers,
  { stage, order, shot }: QueuedWork,
  run: TitleRun,
): Promise<OutcomeOf[StageName]> {
  const job = { order: orders[actOf(stage)].parse(order), shot };
  const handler = handlers[stage] as (job: unknown, run: TitleRun) => Promise<unknown>;
  return outcomes[stage].parse(await handler(job, run));
}
