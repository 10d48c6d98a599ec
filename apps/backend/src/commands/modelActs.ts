import { relative } from 'node:path';
import { cards } from '@mondwerk/models';
import { makeDataFolder } from '../operate/dataFolder.ts';
import { addSpeechModel, type NewSpeechModel } from '../models/addSpeechModel.ts';
import {
  chooseSpeechModel,
  HOW_TO_ADD,
  listSpeechModels,
  removeSpeechModel,
  speechModelsIn,
  type InstalledModel,
} from '../models/speechModels.ts';

/** Where the commands about models work. */
interface Here {
  readonly dataFolder: string;
  /** The path in WHISPER_MODEL. */
  readonly whisperModel: string | null;
}

/** Prints the models that are used, with their licences. Returns the exit code. */
export async function listModels({ dataFolder, whisperModel }: Here, json: boolean): Promise<number> {
  const folder = speechModelsIn(dataFolder);
  const added = await listSpeechModels(folder);
  const used = await chooseSpeechModel({ folder, named: whisperModel });
  const speech = whisperModel === null || used === null ? added : [used, ...added];
  if (json) {
    const seeing = cards.map(({ name, purpose, originalLicence }) => ({
      name,
      purpose,
      licence: originalLicence,
    }));
    print(JSON.stringify({ faces: seeing, speech: speech.map(facts) }, null, 2));
    return 0;
  }
  print('Faces:');
  for (const { name, purpose, originalLicence } of cards) print(`  ${name}: ${purpose}; ${originalLicence}`);
  print(speech.length === 0 ? `Speech: none; ${HOW_TO_ADD}.` : 'Speech:');
  for (const model of speech) print(`  ${lineOf(model)}${model.path === used?.path ? ' (in use)' : ''}`);
  return 0;
}

/** Adds a speech model and says what it is. Returns the exit code. */
export async function addModel({ dataFolder }: Here, wanted: NewSpeechModel): Promise<number> {
  await makeDataFolder(dataFolder);
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort(new Error('stopped')));
  const model = await addSpeechModel(speechModelsIn(dataFolder), wanted, stop.signal);
  print(`Added ${lineOf(model)}`);
  print(`SHA-256 ${model.sha256}`);
  if (model.licence === null) {
    print('Its licence is unknown: add it with --licence, and look whether it allows what you do.');
  }
  return 0;
}

/** Takes a speech model away. Returns the exit code. */
export async function removeModel({ dataFolder }: Here, name: string): Promise<number> {
  await removeSpeechModel(speechModelsIn(dataFolder), name);
  print(`Removed ${name}.`);
  return 0;
}

function lineOf({ name, size, bytes, multilingual, licence, path }: InstalledModel): string {
  const megabytes = Math.round(bytes / 2 ** 20);
  const languages = multilingual ? 'many languages' : 'English only';
  return `${name}: Whisper ${size}, ${languages}, ${megabytes} MiB, licence ${licence ?? 'unknown'}, ${relative(process.cwd(), path)}`;
}

const print = (words: string): void => void process.stdout.write(`${words}\n`);

const facts = ({ name, size, multilingual, bytes, sha256, licence, addedAt, path }: InstalledModel) => ({
  ...{ name, size, multilingual, bytes, sha256, licence, addedAt, path },
});
