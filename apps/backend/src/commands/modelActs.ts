import { relative } from 'node:path';
import { FORMS } from '@mondwerk/generators';
import { cards } from '@mondwerk/models';
import { makeDataFolder } from '../operate/dataFolder.ts';
import { addGenerator, isGeneratorFile, type NewGenerator } from '../models/addGenerator.ts';
import { addSpeechModel, type NewSpeechModel } from '../models/addSpeechModel.ts';
import {
  generatorsIn,
  listGenerators,
  removeGenerator,
  type InstalledGenerator,
} from '../models/generators.ts';
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
  const generators = await listGenerators(generatorsIn(dataFolder));
  if (json) {
    const seeing = cards.map(({ name, purpose, originalLicence }) => ({
      name,
      purpose,
      licence: originalLicence,
    }));
    const brought = generators.map(({ card, size, path }) => ({ ...card, size, path }));
    print(JSON.stringify({ faces: seeing, speech: speech.map(facts), generators: brought }, null, 2));
    return 0;
  }
  print('Faces:');
  for (const { name, purpose, originalLicence } of cards) print(`  ${name}: ${purpose}; ${originalLicence}`);
  print(speech.length === 0 ? `Speech: none; ${HOW_TO_ADD}.` : 'Speech:');
  for (const model of speech) print(`  ${lineOf(model)}${model.path === used?.path ? ' (in use)' : ''}`);
  print(
    generators.length === 0
      ? 'Generators: none; docs/generators.md tells how studios bring them.'
      : 'Generators:',
  );
  for (const generator of generators) print(`  ${sayGenerator(generator)}`);
  return 0;
}

/** Adds a generator, or a speech model, and says what it is. Returns the exit code. */
export async function addModel(here: Here, wanted: NewGenerator): Promise<number> {
  await makeDataFolder(here.dataFolder);
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort(new Error('stopped')));
  if (!isGeneratorFile(wanted.file)) return addSpeech(here, wanted, stop);
  const generator = await addGenerator(generatorsIn(here.dataFolder), wanted, stop.signal);
  print(`Added ${sayGenerator(generator)}`);
  print(`SHA-256 ${generator.card.sha256}`);
  return 0;
}

async function addSpeech(
  { dataFolder }: Here,
  wanted: NewSpeechModel,
  stop: AbortController,
): Promise<number> {
  const model = await addSpeechModel(speechModelsIn(dataFolder), wanted, stop.signal);
  print(`Added ${lineOf(model)}`);
  print(`SHA-256 ${model.sha256}`);
  if (model.licence === null) {
    print('Its licence is unknown: add it with --licence, and look whether it allows what you do.');
  }
  return 0;
}

/** Takes a speech model or a generator away. Returns the exit code. */
export async function removeModel({ dataFolder }: Here, name: string): Promise<number> {
  const generators = await listGenerators(generatorsIn(dataFolder));
  const isGenerator = generators.some(({ card }) => card.name === name);
  await (isGenerator
    ? removeGenerator(generatorsIn(dataFolder), name)
    : removeSpeechModel(speechModelsIn(dataFolder), name));
  print(`Removed ${name}.`);
  return 0;
}

function lineOf({ name, size, bytes, multilingual, licence, path }: InstalledModel): string {
  const megabytes = Math.round(bytes / 2 ** 20);
  const languages = multilingual ? 'many languages' : 'English only';
  return `${name}: Whisper ${size}, ${languages}, ${megabytes} MiB, licence ${licence ?? 'unknown'}, ${relative(process.cwd(), path)}`;
}

function sayGenerator({ card, path }: InstalledGenerator): string {
  const { name, form, performer, licence, use, holder } = card;
  const facts = [
    `${name}: ${FORMS[form].says}`,
    ...(performer === null ? [] : [`the face of ${performer}`]),
    `licence ${licence}`,
    USES[use],
    ...(holder === null ? [] : [`held by ${holder}`]),
  ];
  return `${facts.join(', ')}, ${relative(process.cwd(), path)}`;
}

const USES = {
  commercial: 'for any use',
  'non-commercial': 'for nothing commercial',
  research: 'for research only',
} as const;

const print = (words: string): void => void process.stdout.write(`${words}\n`);

const facts = ({ name, size, multilingual, bytes, sha256, licence, addedAt, path }: InstalledModel) => ({
  ...{ name, size, multilingual, bytes, sha256, licence, addedAt, path },
});
