import type { Line } from '@mondwerk/film';
import { usedEntries, type LexiconEntry } from '@mondwerk/speech';
import type { EntityManager } from 'typeorm';
import { Pronunciations } from './tables.ts';

/** What the pronunciations of a title say of the words of a script in a language (BCP 47), in the order of their making. */
export async function lexiconOf(
  tx: EntityManager,
  { title, language }: { readonly title: string; readonly language: string },
  lines: readonly Line[],
): Promise<LexiconEntry[]> {
  const rows = await tx.find(Pronunciations, { where: { title }, order: { id: 'ASC' } });
  const entries = rows.map(({ word, said, language: only }) => ({
    ...{ word, said },
    ...(only === null ? {} : { language: only }),
  }));
  return usedEntries(entries, lines, language);
}
