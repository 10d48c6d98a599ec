import { Refusal } from '@mondwerk/film';
import { In, type EntityManager } from 'typeorm';
import { edit } from '../database/edit.ts';
import { AS_SAID, type LineSettings } from '../pipeline/lineSettings.ts';
import { requireOfTitle } from './requireOfTitle.ts';
import { Lines, Scripts, type LineRow } from './tables.ts';

/** What people change of a line. */
export interface LineChanges {
  readonly text?: string | undefined;
  readonly times?: { readonly start: number; readonly end: number } | null | undefined;
  readonly character?: string | null | undefined;
  readonly offScreen?: boolean | undefined;
  /** `null` for the script's own. */
  readonly language?: string | null | undefined;
  readonly settings?: SettingChanges | undefined;
}

/** What of a line's settings changes; the rest stays. */
export type SettingChanges = { readonly [Name in keyof LineSettings]?: LineSettings[Name] | undefined };

/**
 * Changes a line. @throws Refusal `version-stale`, `line-order` when it would begin before the line above it or after
 * the one below, `request-invalid` for a character of another title.
 */
export async function editLine(
  tx: EntityManager,
  { id, expected }: { readonly id: string; readonly expected: number },
  { times, settings, ...changes }: LineChanges,
): Promise<LineRow> {
  const line = await tx.findOneByOrFail(Lines, { id });
  await checkCharacter(tx, line.script, changes.character);
  if (times) await checkOrder(tx, line, times.start);
  const spans = times === undefined ? {} : { start: times?.start ?? null, end: times?.end ?? null };
  const wanted = settings && { settings: { ...AS_SAID, ...line.settings, ...given(settings) } };
  return edit(tx, Lines, { id, expected }, { ...changes, ...spans, ...wanted });
}

/** Those changes that say something. */
const given = (changes: SettingChanges): Partial<LineSettings> =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));

/** Says of many lines at once who says them, and how their mouths shall be. Returns how many there were. */
export async function editManyLines(
  tx: EntityManager,
  script: string,
  lines: readonly string[],
  { settings, ...changes }: Pick<LineChanges, 'character' | 'offScreen' | 'settings'>,
): Promise<number> {
  await checkCharacter(tx, script, changes.character);
  const merged = settings && {
    settings: () => `coalesce(settings, CAST(:asSaid AS jsonb)) || CAST(:settings AS jsonb)`,
  };
  const { affected } = await tx
    .createQueryBuilder()
    .update(Lines)
    .set({ ...changes, ...merged })
    .where({ script, id: In([...lines]) })
    .setParameters({ asSaid: JSON.stringify(AS_SAID), settings: JSON.stringify(settings ?? {}) })
    .execute();
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
