import { Refusal } from '@mondwerk/film';
import { In, type EntityManager } from 'typeorm';
import { edit } from '../database/edit.ts';
import { requireOfTitle } from './requireOfTitle.ts';
import { Lines, Scripts, type LineRow } from './tables.ts';

/** What people change of a line. */
export interface LineChanges {
  readonly text?: string | undefined;
  readonly times?: { readonly start: number; readonly end: number } | null | undefined;
  readonly character?: string | null | undefined;
  readonly offScreen?: boolean | undefined;
}

/**
 * Changes a line. @throws Refusal `version-stale`, `line-order` when it would begin before the line above it or after
 * the one below, `request-invalid` for a character of another title.
 */
export async function editLine(
  tx: EntityManager,
  { id, expected }: { readonly id: string; readonly expected: number },
  { times, ...changes }: LineChanges,
): Promise<LineRow> {
  const line = await tx.findOneByOrFail(Lines, { id });
  await checkCharacter(tx, line.script, changes.character);
  if (times) await checkOrder(tx, line, times.start);
  const spans = times === undefined ? {} : { start: times?.start ?? null, end: times?.end ?? null };
  return edit(tx, Lines, { id, expected }, { ...changes, ...spans });
}

/** Says of many lines at once who says them. Returns how many there were. */
export async function editManyLines(
  tx: EntityManager,
  script: string,
  lines: readonly string[],
  changes: Pick<LineChanges, 'character' | 'offScreen'>,
): Promise<number> {
  await checkCharacter(tx, script, changes.character);
  const { affected } = await tx.update(Lines, { script, id: In([...lines]) }, changes);
  return affected ?? 0;
}

async function checkCharacter(
  tx: EntityManager,
  script: string,
  character: string | null | undefined,
): Promise<void> {
  if (character === undefined || character === null) return;
  const { title } = await tx.findOneByOrFail(Scripts, { id: script });
  await requireOfTitle(tx, character, title);
}

/** The voice is heard in the order of the script. */
async function checkOrder(tx: EntityManager, { script, index }: LineRow, start: number): Promise<void> {
  const around = await tx.findBy(Lines, { script, index: In([index - 1, index + 1]) });
  const wrong = around.find((other) => {
    if (other.start === null) return false;
    return other.index < index ? other.start > start : other.start < start;
  });
  if (wrong === undefined) return;
  const side = wrong.index < index ? 'before the line above it' : 'after the line below it';
  throw new Refusal(
    'line-order',
    `The line would begin ${side} (at ${wrong.start!.toFixed(2)} s): lines stay in the order of their times.`,
  );
}
