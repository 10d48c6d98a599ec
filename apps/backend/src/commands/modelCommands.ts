import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import type { NewGenerator } from '../models/addGenerator.ts';
import { readWorkplace } from '../settings.ts';
import type { Service } from './serviceCommands.ts';

const HELP = `
A speech model is a ggml file of whisper.cpp, such as ggml-large-v3-turbo.bin: the larger, the better and the slower.
Mondwerk fetches none. The largest that was added is used, unless WHISPER_MODEL names a file.

A generator is a network that makes faces, lips or their detail: .onnx or .dfm. Mondwerk fetches none and has none; whoever
holds a licence brings one, and says what it allows (docs/generators.md).

Examples:
  npm run -s mondwerk -- models add ggml-small.bin --licence MIT
  npm run -s mondwerk -- models add anna_320.dfm --licence "own, contract 12" --use commercial --for "Anna Berg"`;

interface AddOptions extends Omit<NewGenerator, 'file' | 'performer'> {
  readonly for?: string;
}

/** Describes the commands about models. */
export function describeModels(program: Command, folder: string, run: (what: Service['run']) => void): void {
  const load = () => import('./modelActs.ts');
  const here = (environment: NodeJS.ProcessEnv) => readWorkplace(environment, folder);
  const models = program
    .command('models')
    .description('List the models that are used, add one that transcribes speech or makes faces, remove one.')
    .addHelpText('after', HELP);
  models
    .command('list', { isDefault: true })
    .description('List the models, with their licences.')
    .option('--json', 'as JSON')
    .action(({ json = false }: { json?: true | false }) =>
      run(async (environment) => (await load()).listModels(here(environment), json)),
    );
  models
    .command('add')
    .description('Copy a speech model or a generator into the data folder, once it is checked.')
    .argument('<file>', 'a ggml file of whisper.cpp; a network that makes faces: .onnx, .dfm')
    .option('--name <name>', 'how people know it; the file’s own name when not given')
    .option('--licence <licence>', 'under which licence it is used: MIT, Apache-2.0, …')
    .addOption(
      new Option('--use <use>', 'what that licence allows of a generator').choices([
        'commercial',
        'non-commercial',
        'research',
      ]),
    )
    .option('--holder <name>', 'to whom that licence was given')
    .option('--for <performer>', 'whose face it makes, where it makes one only')
    .action((file: string, { for: performer, ...options }: AddOptions) =>
      run(async (environment) =>
        (await load()).addModel(here(environment), { ...options, performer, file: resolve(folder, file) }),
      ),
    );
  models
    .command('remove')
    .description('Remove a speech model or a generator that was added.')
    .argument('<name>', 'its name, as the list has it')
    .action((name: string) =>
      run(async (environment) => (await load()).removeModel(here(environment), name)),
    );
}
