import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Service } from './serviceCommands.ts';

const HELP = `
Example:
  npm run -s mondwerk -- settings template film.es.json > film.settings.json
  npm run -s mondwerk -- settings check film.settings.json film.es.json
  npm run -s mondwerk -- dub --film film.mov … --settings film.settings.json

docs/picture-settings.md tells what each setting does.`;

/** Describes `settings`, whose commands write and check what `dub --settings` reads. */
export function describeSettings(program: Command, folder: string, take: (service: Service) => void): void {
  const run = (what: Service['run']): void => take({ command: 'service', jsonProgress: false, run: what });
  const command = program
    .command('settings')
    .description('Write or check what is wanted of single mouths, for dub --settings.')
    .addHelpText('after', HELP);
  command
    .command('template')
    .description('Print a settings file to begin with, with the performers, shots and lines of a film.')
    .argument(
      '<of>',
      'a report of mondwerk dub, what mondwerk inspect printed, or a film, which is inspected',
    )
    .option('--work <folder>', 'keep what was found in the film here')
    .action((of: string, { work }: { work?: string }) =>
      run(async (environment) => {
        const { writeTemplate } = await import('../wanted/settingsActs.ts');
        const order = { of: resolve(folder, of), ...(work !== undefined && { work: resolve(folder, work) }) };
        process.stdout.write(await writeTemplate(order, environment));
        return 0;
      }),
    );
  command
    .command('check')
    .description('Tell what is wrong in a settings file.')
    .argument('<file>', 'the settings file')
    .argument(
      '[report]',
      'a report of the film, or what mondwerk inspect printed: its lines and shots are looked up',
    )
    .action((file: string, told: string | undefined) =>
      run(async () => {
        const { checkSettings } = await import('../wanted/settingsActs.ts');
        const report = told === undefined ? undefined : resolve(folder, told);
        process.stderr.write(`${await checkSettings(resolve(folder, file), report)}\n`);
        return 0;
      }),
    );
  command
    .command('schema')
    .description('Print the JSON Schema of settings files, for editors.')
    .action(() =>
      run(async () => {
        const { settingsJsonSchema } = await import('../pipeline/wishes/settingsFile.ts');
        process.stdout.write(`${JSON.stringify(settingsJsonSchema(), null, 2)}\n`);
        return 0;
      }),
    );
}
