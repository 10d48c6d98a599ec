import { resolve } from 'node:path';
import type { Command } from 'commander';
import { readWorkplace } from '../settings.ts';
import type { Service } from './serviceCommands.ts';

const HELP = `
A speech model is a ggml file of whisper.cpp, such as ggml-large-v3-turbo.bin: the larger, the better and the slower.
Mondwerk fetches none. The largest that was added is used, unless WHISPER_MODEL names a file.

Example:
  npm run -s mondwerk -- models add ggml-small.bin --licence MIT`;

/** Describes the commands about models. */
export function describeModels(program: Command, folder: string, run: (what: Service['run']) => void): void {
  const load = () => import('./modelActs.ts');
  const here = (environment: NodeJS.ProcessEnv) => readWorkplace(environment, folder);
  const models = program
    .command('models')
    .description('List the models that are used, add one that transcribes speech, remove one.')
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
    .description('Copy a speech model into the data folder, once it is checked.')
    .argument('<file>', 'a ggml file of whisper.cpp')
    .option('--name <name>', 'how people know it; the file’s own name when not given')
    .option('--licence <licence>', 'under which licence it is used: MIT, Apache-2.0, …')
    .action((file: string, options: { name?: string; licence?: string }) =>
      run(async (environment) =>
        (await load()).addModel(here(environment), { ...options, file: resolve(folder, file) }),
      ),
    );
  models
    .command('remove')
    .description('Remove a speech model that was added.')
    .argument('<name>', 'its name, as the list has it')
    .action((name: string) =>
      run(async (environment) => (await load()).removeModel(here(environment), name)),
    );
}
