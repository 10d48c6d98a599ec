import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '@mondwerk/film';
import { FORM_NAMES, FORMS, type BroughtModel, type GeneratorKind } from '@mondwerk/generators';
import { z } from 'zod';

/** What is known of a generator that somebody added: its card, without its name, which is its folder's. */
export const generatorRecord = z.object({
  /** Of the file that it was copied from. */
  file: z.string(),
  form: z.enum(FORM_NAMES),
  /** Pixels along the side of the square that it sees. */
  size: z.int(),
  sha256: z.string(),
  licence: z.string(),
  use: z.enum(['commercial', 'non-commercial', 'research']),
  holder: z.string().nullable(),
  performer: z.string().nullable(),
  addedAt: z.iso.datetime(),
});

/** A generator that somebody added, with its card. */
export interface InstalledGenerator extends BroughtModel {
  readonly file: string;
  readonly size: number;
  readonly addedAt: string;
}

/** The names of a generator's files in its folder. */
export const GENERATOR_FILES = { model: 'network.onnx', record: 'card.json' } as const;

/** Where the generators lie that were added, by the data folder. */
export const generatorsIn = (dataFolder: string): string => join(dataFolder, 'generators');

/** What a generator is for. */
export const kindOf = ({ card }: BroughtModel): GeneratorKind => FORMS[card.form].kind;

/** The generators that were added, by name. Those that another process is just adding or taking away are not there. */
export async function listGenerators(folder: string): Promise<InstalledGenerator[]> {
  const names = await readdir(folder).catch(() => []);
  const found = await Promise.all(
    names.filter((name) => !name.startsWith('.')).map((name) => readGenerator(folder, name)),
  );
  return found.filter((each) => each !== undefined).sort((a, b) => (a.card.name < b.card.name ? -1 : 1));
}

async function readGenerator(folder: string, name: string): Promise<InstalledGenerator | undefined> {
  try {
    const record = await readFile(join(folder, name, GENERATOR_FILES.record), 'utf8');
    const { file, size, addedAt, ...card } = generatorRecord.parse(JSON.parse(record));
    return { path: join(folder, name, GENERATOR_FILES.model), card: { name, ...card }, file, size, addedAt };
  } catch {
    return undefined;
  }
}

/** The generator of that name. @throws Refusal `model-missing` that tells which are there. */
export async function generatorNamed(folder: string, name: string): Promise<InstalledGenerator> {
  const all = await listGenerators(folder);
  const found = all.find(({ card }) => card.name === name);
  if (found) return found;
  const there =
    all.length === 0
      ? 'none is there; add one with `mondwerk models add FILE` (docs/generators.md)'
      : `there are ${all.map(({ card }) => card.name).join(', ')}`;
  throw new Refusal('model-missing', `There is no generator ${name}: ${there}.`);
}

/** The generators that were added, and how one is found among them. */
export const addedIn = async (folder: string) => ({
  all: await listGenerators(folder),
  find: (name: string): Promise<InstalledGenerator> => generatorNamed(folder, name),
});

/** Takes a generator away. @throws Refusal as `generatorNamed`. */
export async function removeGenerator(folder: string, name: string): Promise<void> {
  await generatorNamed(folder, name);
  await rm(join(folder, name), { recursive: true, force: true });
}
