import type { EntityManager } from 'typeorm';
import { Characters } from '../cast/tables.ts';
import { newestScript } from '../dubs/spokenOrder.ts';
import { Dubs, Lines, type ScriptRow } from '../dubs/tables.ts';
import { namesIn, type FoundName } from './namesIn.ts';
import { Pronunciations } from '../pronunciations/tables.ts';

/** Words of a title's scripts that are likely names and of which nobody has said yet how they are said. */
export async function suggestNames(tx: EntityManager, title: string, most: number): Promise<FoundName[]> {
  const dubs = await tx.findBy(Dubs, { title });
  const scripts: ScriptRow[] = [];
  for (const dub of [null, ...dubs.map(({ id }) => id)]) {
    const script = await newestScript(tx, { title, dub });
    if (script !== null) scripts.push(script);
  }
  const texts = await Promise.all(
    scripts.map(async ({ id, language }) => ({
      language,
      lines: (await tx.find(Lines, { where: { script: id }, order: { index: 'ASC' } })).map(
        ({ text }) => text,
      ),
    })),
  );
  const characters = await tx.findBy(Characters, { title });
  const known = await tx.findBy(Pronunciations, { title });
  return namesIn(texts, {
    characters: characters.map(({ name }) => name),
    known: known.map(({ word }) => word),
  }).slice(0, most);
}
