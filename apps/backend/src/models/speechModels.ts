import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { Refusal } from '@mondwerk/film';
import { readModelFile, type SpeechModel } from '@mondwerk/speech';
import { z } from 'zod';

/** Where speech models lie: the folder of those that were added, and one that the settings name instead. */
export interface SpeechModelPlace {
  readonly folder: string;
  /** The path in WHISPER_MODEL, `null` where nothing is said. */
  readonly named: string | null;
}

/** Where models lie, by the settings. */
export const speechModelsOf = (settings: {
  readonly DATA_FOLDER: string;
  readonly WHISPER_MODEL?: string | undefined;
}): SpeechModelPlace => ({
  folder: speechModelsIn(settings.DATA_FOLDER),
  named: settings.WHISPER_MODEL === undefined ? null : resolve(settings.WHISPER_MODEL),
});

/** What is known of a model that somebody added. */
export const modelRecord = z.object({
  /** Of the file that it was copied from. */
  file: z.string(),
  sha256: z.string(),
  licence: z.string().nullable().describe('As whoever added it said; null: unknown'),
  addedAt: z.iso.datetime(),
});

/** A model that transcribes speech, with what is known of where it comes from. */
export interface InstalledModel extends SpeechModel, z.infer<typeof modelRecord> {}

/** The names of a model's files in its folder. */
export const [MODEL_FILE, RECORD_FILE] = ['model.bin', 'model.json'];

/** Where the models lie that were added, by the data folder. */
export const speechModelsIn = (dataFolder: string): string => join(dataFolder, 'models');

/** The models that were added, by name. Those that another process is just adding or taking away are not there. */
export async function listSpeechModels(folder: string): Promise<InstalledModel[]> {
  const names = await readdir(folder).catch(() => []);
  const found = await Promise.all(
    names.filter((name) => !name.startsWith('.')).map((name) => readInstalled(folder, name)),
  );
  return found.filter((model) => model !== undefined).sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function readInstalled(folder: string, name: string): Promise<InstalledModel | undefined> {
  try {
    const record = modelRecord.parse(JSON.parse(await readFile(join(folder, name, RECORD_FILE), 'utf8')));
    return { ...(await readModelFile(join(folder, name, MODEL_FILE), name)), ...record };
  } catch {
    return undefined;
  }
}

/**
 * The model that transcribes: the one that the settings name, else the largest that was added, which understands most.
 * `null` where there is none. @throws Refusal as `readModelFile` for one that the settings name.
 */
export async function chooseSpeechModel({ folder, named }: SpeechModelPlace): Promise<InstalledModel | null> {
  if (named !== null) {
    const model = await readModelFile(named);
    const sha256 = await hashOnce(named, model);
    return { ...model, sha256, file: basename(named), licence: null, addedAt: new Date(0).toISOString() };
  }
  const all = await listSpeechModels(folder);
  return all.sort((a, b) => b.bytes - a.bytes)[0] ?? null;
}

/** A named model is gigabytes, and asked for often. */
const hashes = new Map<string, Promise<string>>();

async function hashOnce(path: string, { bytes }: SpeechModel): Promise<string> {
  const { mtimeMs } = await stat(path);
  const key = `${path} ${bytes} ${mtimeMs}`;
  const hash = hashes.get(key) ?? hashOf(path);
  hashes.set(key, hash);
  return hash;
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** Takes a model away. @throws Refusal `model-missing` when there is none of that name. */
export async function removeSpeechModel(folder: string, name: string): Promise<void> {
  const names = (await listSpeechModels(folder)).map((model) => model.name);
  if (!names.includes(name)) {
    const there = names.length === 0 ? 'none is there' : `there are ${names.join(', ')}`;
    throw new Refusal('model-missing', `There is no speech model ${name}: ${there}.`);
  }
  await rm(join(folder, name), { recursive: true, force: true });
}

/** How people come by a model, as every surface says it. */
export const HOW_TO_ADD =
  'add one with `mondwerk models add FILE`: a ggml file of whisper.cpp, such as ggml-large-v3-turbo.bin; people get them from huggingface.co/ggerganov/whisper.cpp';
