import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Service } from './serviceCommands.ts';

const HELP = `
Example:
  npm run -s mondwerk -- verify film.mov film.es.mkv film.es.json

Reads both films frame beside frame. The exit code is 0 when all is as the report says, 1 when something is not, 2 when
it cannot be checked. A dub made with --lossless is proven sample by sample; of any other it is told how alike they are.`;

interface Options {
  readonly json?: true;
  readonly jsonProgress?: true;
}

/** Describes `verify`, which checks a dub against its film. */
export function describeVerify(program: Command, folder: string, take: (service: Service) => void): void {
  program
    .command('verify')
    .description('Check that a dub is its film, sample for sample, outside the boxes of its report.')
    .argument('<source>', 'the film')
    .argument('<out>', 'the film that dub made of it')
    .argument('<report>', 'the report that dub wrote of that')
    .option('--json', 'print what was found as JSON')
    .option('--json-progress', 'tell the progress on stderr as one JSON object a line')
    .addHelpText('after', HELP)
    .action((source: string, out: string, report: string, options: Options) => {
      const [from, made, told] = [source, out, report].map((path) => resolve(folder, path));
      const order = { source: from, out: made, report: told };
      const run = async (): Promise<number> => (await import('./verify.ts')).verify(order, options);
      take({ command: 'service', jsonProgress: false, run });
    });
}
