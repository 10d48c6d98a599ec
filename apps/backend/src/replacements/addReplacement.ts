import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { lockTitle, sourceFor } from '../dubs/addDub.ts';
import { DubSettings } from '../dubs/dubSettings.ts';
import { Replacements, type ReplacementRow } from '../dubs/replacementTable.ts';
import { Dubs } from '../dubs/tables.ts';
import { emit } from '../events/emit.ts';
import { checkPerformers, checkShots, useDonors } from './checkReplacement.ts';
import type { NewReplacement } from './schemas.ts';

/** What the language of a film is called that nobody has named. */
const UNKNOWN = 'und';

/**
 * Gives a title a replacement: a row among its dubs, and what it is about under the same id. @throws Refusal
 * `source-missing`, `request-invalid` for a source of another title, and those of the checks.
 */
export async function addReplacement(
  tx: EntityManager,
  title: string,
  { source: wanted, settings, ...said }: NewReplacement,
): Promise<ReplacementRow> {
  const row = await lockTitle(tx, title);
  const source = await sourceFor(tx, row, wanted);
  await checkPerformers(tx, source, said);
  await checkShots(tx, source, said.shots);
  await useDonors(tx, source, said.donors);
  const id = newId();
  const { organisation } = row;
  const language = row.language ?? UNKNOWN;
  await tx.save(Dubs, {
    ...{ id, organisation, title, language, kind: 'replacement' as const },
    source: source.id,
    settings: DubSettings.parse({}),
  });
  const replacement = await tx.save(Replacements, { id, dub: id, organisation, title, settings, ...said });
  await emit(tx, {
    ...{ organisation, title, kind: 'dub.created', thing: id, dub: id },
    data: { language, kind: 'replacement' },
  });
  return replacement;
}
