import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { OutcomeOf } from '../pipeline/outcomes.ts';
import { rows } from '../queue/rows.ts';
import type { PlanRow } from './tables.ts';

/** Edits of sounds that the voice does not have any more. */
export const StaleEdits = z
  .array(
    z.object({
      line: z.int().describe('The number of the line in the script'),
      phone: z.int().describe('The number of the sound in the line'),
      ipa: z.string().describe('What was heard there when it was edited'),
    }),
  )
  .describe('Edits that do nothing, because the sound that they are of is not there any more');

/** The edits that do nothing in a plan; none while it is being made. */
export async function staleEditsOf(
  tx: EntityManager,
  { run }: Pick<PlanRow, 'run'>,
): Promise<OutcomeOf['cueMouths']['stale']> {
  const [found] = await rows<{ readonly stale: OutcomeOf['cueMouths']['stale'] | null }>(
    tx,
    `SELECT outcome -> 'stale' AS stale FROM jobs WHERE run = $1 AND stage = 'cueMouths' AND state = 'done'`,
    [run],
  );
  return found?.stale ?? [];
}
