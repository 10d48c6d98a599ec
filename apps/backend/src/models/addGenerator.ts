import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { Refusal } from '@mondwerk/film';
import { FORMS, recogniseFile, type PermittedUse } from '@mondwerk/generators';
import { z } from 'zod';
import { GENERATOR_FILES, generatorRecord, type InstalledGenerator } from './generators.ts';
import { checkName, keepModel } from './keepModel.ts';

/** A network that somebody wants to add, with what they say of its licence; a card beside the file says what is left out. */
export interface NewGenerator {
  readonly file: string;
  /** The file's own when not given. */
  readonly name?: string;
  readonly licence?: string;
  readonly use?: PermittedUse;
  readonly holder?: string;
  /** The performer whose face it makes. */
  readonly performer?: string;
}

/** Files with these endings are networks, all others speech models. */
const ENDINGS: readonly string[] = ['.onnx', '.dfm'];

/** Whether a file is to be added as a generator. */
export const isGeneratorFile = (file: string): boolean => ENDINGS.includes(extname(file).toLowerCase());

/** What a card beside a file may say: FILE.json. */
const besideFile = z
  .strictObject({
    name: z.string(),
    licence: z.string(),
    use: generatorRecord.shape.use,
    holder: z.string(),
    performer: z.string(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/i),
  })
  .partial();

/**
 * Adds a generator: copies it, looks what it is by its inputs and outputs, keeps its card. It is there whole or not at all.
 * @throws Refusal as `recogniseFile` and `keepModel`, `model-missing`, `card-wrong`, `model-licence`, `model-performer`,
 * `model-changed`.
 */
export async function addGenerator(
  folder: string,
  wanted: NewGenerator,
  signal: AbortSignal,
): Promise<InstalledGenerator> {
  const { file } = wanted;
  const { sha256: due, ...beside } = await readCard(file);
  const given = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
  const { name = nameOf(file), licence, use, holder, performer } = { ...beside, ...given } as NewGenerator;
  checkName(name);
  await checkThere(file);
  if (!licence?.trim() || use === undefined) throw withoutLicence(file);
  const examine = async (path: string, sha256: string): Promise<z.infer<typeof generatorRecord>> => {
    if (due !== undefined && due.toLowerCase() !== sha256) throw changed(file, due);
    const { form, size } = await recogniseFile(path).catch((error: unknown) => {
      throw named(error, basename(path), basename(file));
    });
    if (form === 'dfm' && !performer?.trim()) throw withoutPerformer(file);
    return {
      ...{ file: basename(file), form, size, sha256, licence: licence.trim(), use },
      ...{ holder: holder ?? null, performer: performer?.trim() || null, addedAt: new Date().toISOString() },
    };
  };
  const keeping = { what: 'generator', name, file, names: GENERATOR_FILES, examine };
  const { path, told } = await keepModel(folder, keeping, signal);
  const { size, addedAt, file: from, ...card } = told;
  return { path, card: { name, ...card }, file: from, size, addedAt };
}

async function checkThere(file: string): Promise<void> {
  const isFile = await stat(file).then(
    (found) => found.isFile(),
    () => false,
  );
  if (!isFile) throw new Refusal('model-missing', `The network ${file} does not exist, or is no file.`);
}

const nameOf = (file: string): string => basename(file, extname(file));

async function readCard(file: string): Promise<z.infer<typeof besideFile>> {
  const path = `${file}.json`;
  const text = await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return undefined;
    throw cause;
  });
  if (text === undefined) return {};
  try {
    return besideFile.parse(JSON.parse(text));
  } catch (cause) {
    const why = cause instanceof z.ZodError ? z.prettifyError(cause).replace(/\s+/g, ' ') : 'it is no JSON';
    throw new Refusal(
      'card-wrong',
      `The card ${basename(path)} cannot be read: ${why}. docs/generators.md shows one.`,
      {
        cause,
      },
    );
  }
}

const withoutLicence = (file: string): Refusal =>
  new Refusal(
    'model-licence',
    `${basename(file)} comes without its licence: say --licence and --use commercial, non-commercial or research, or lay a card beside it (docs/generators.md).`,
  );

const withoutPerformer = (file: string): Refusal =>
  new Refusal(
    'model-performer',
    `${basename(file)} is ${FORMS.dfm.says}: say with --for whose, as the rights basis names them.`,
  );

const changed = (file: string, due: string): Refusal =>
  new Refusal(
    'model-changed',
    `${basename(file)} is not the file that its card was written for (SHA-256 ${due}): fetch it again, or mend the card.`,
  );

/** A refusal names the file that people gave, not its copy. */
function named(error: unknown, copy: string, file: string): unknown {
  if (!(error instanceof Refusal)) return error;
  return new Refusal(error.code, error.message.replaceAll(copy, file), { cause: error });
}
