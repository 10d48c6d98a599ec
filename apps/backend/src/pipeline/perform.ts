import type { Storage } from '../storage/storage.ts';
import { FetchedInputs } from './fetchedInputs.ts';
import type { Handlers, TitleRun } from './handlers.ts';
import { orders } from './orders.ts';
import { outcomes, type OutcomeOf } from './outcomes.ts';
import type { Run } from './run.ts';
import { SENTENCES, type Act, type StageName } from './stages.ts';
import { openTitleFolder } from './workFolder.ts';

/** A piece of work as it lies in the queue: nothing about it is known yet. */
export interface QueuedWork {
  readonly stage: StageName;
  readonly order: unknown;
  readonly shot: number | null;
}

/** The act that a stage belongs to. */
export const actOf = (stage: StageName): Act =>
  (Object.keys(SENTENCES) as Act[]).find((act) => stage in SENTENCES[act])!;

/**
 * Carries out a piece of work with its stage's handler, in the work folder of its title.
 * @throws ZodError when its order has not the shape of its act, and whatever the handler throws.
 */
export function perform(
  handlers: Handlers,
  { stage, order, shot }: QueuedWork,
  storage: Storage,
  tools: Omit<Run, 'work'>,
): Promise<OutcomeOf[StageName]> {
  const parsed = orders[actOf(stage)].parse(order);
  const handler = handlers[stage] as (job: unknown, run: TitleRun) => Promise<unknown>;
  return storage.borrow(async (borrowed) => {
    const inputs = new FetchedInputs(borrowed);
    const work = await openTitleFolder(borrowed, parsed.title);
    const run: TitleRun = { ...tools, storage: borrowed, work, fetch: inputs.fetch };
    try {
      return outcomes[stage].parse(await handler({ order: parsed, shot }, run));
    } catch (error) {
      throw inputs.inPeoplesWords(error);
    }
  });
}
