import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { OutcomeOf } from '../pipeline/outcomes.ts';
import { Plans, type PlanRow } from './tables.ts';

/** Writes down what was found of every line of a plan, and where it is written what the mouths do. */
export async function recordPlannedLines(
  tx: EntityManager,
  { id, organisation }: Pick<PlanRow, 'id' | 'organisation'>,
  { lines, mouths }: Pick<OutcomeOf['planLines'], 'lines' | 'mouths'>,
): Promise<void> {
  const rows = lines.map(
    ({ line, span, confidence, fits, problem, lateBy, spoken, rendered, bytes, ...told }) => ({
      ...{ id: newId(), index: line, ...span, confidence, fits, spoken, frames: rendered },
      ...{ problem, late_by: lateBy, mismatch: told.mismatch },
      ...{ mismatch_reason: told.mismatchReason, left_out: told.leftOut },
      ...{ mouths_from: bytes.start, mouths_to: bytes.end },
    }),
  );
  await tx.query(
    `INSERT INTO planned_lines (id, organisation, plan, "index", start, "end", confidence, fits, problem, late_by, spoken, frames,
       mismatch, mismatch_reason, left_out, mouths_from, mouths_to)
     SELECT id, $2, $3, "index", start, "end", confidence, fits, problem, late_by, spoken, frames,
       mismatch, mismatch_reason, left_out, mouths_from, mouths_to
     FROM jsonb_to_recordset($1::jsonb) AS found (id uuid, "index" integer, start float8, "end" float8,
       confidence float8, fits boolean, problem text, late_by float8, spoken jsonb, frames integer,
       mismatch float8, mismatch_reason text, left_out text, mouths_from bigint, mouths_to bigint)
     ON CONFLICT (plan, "index") DO NOTHING`,
    [JSON.stringify(rows), organisation, id],
  );
  await tx.update(Plans, { id }, { mouths });
}
