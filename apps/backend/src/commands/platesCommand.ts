import { resolve } from 'node:path';
import type { Command } from 'commander';
import { besideOut } from '../compare/compareOrder.ts';
import type { PlatesOrder } from '../compare/writePlates.ts';

/** A dub whose new mouths are wanted as plates. */
export interface PlatesRequest {
  readonly command: 'plates';
  readonly order: PlatesOrder;
  readonly jsonProgress: boolean;
}

const HELP = `
Example:
  npm run -s mondwerk -- plates film.mov film.es.mkv --report film.es.json

Makes the folder film.es.plates: for every shot with new mouths a ProRes 4444 film, as large as the film, with its timecode,
transparent but for the mouths' boxes; plates.csv lists them. Laid over the film it gives the dub. OUT is best made with
--lossless.`;

interface Options {
  readonly report?: string;
  readonly out?: string;
  readonly jsonProgress?: true;
}

/** Describes `plates`; `take` gets what was asked for, with paths counted from `folder`. */
export function describePlates(
  program: Command,
  folder: string,
  take: (request: PlatesRequest) => void,
): void {
  program
    .command('plates')
    .description('Write the new mouths of a dub with alpha, for compositing.')
    .argument('<source>', 'the film')
    .argument('<out>', 'the film that dub made of it')
    .option('--report <file>', 'the report of that dub; OUT with .json when not given')
    .option('--out <folder>', 'the folder to make; OUT with .plates when not given')
    .option('--json-progress', 'tell the progress on stderr as one JSON object a line')
    .addHelpText('after', HELP)
    .action((source: string, out: string, options: Options) => {
      const given = resolve(folder, out);
      const { report = besideOut(given, 'plates').report, out: into = besideOut(given, 'plates').folder } =
        options;
      const order = {
        ...{ source: resolve(folder, source), out: given },
        ...{ report: resolve(folder, report), folder: resolve(folder, into) },
      };
      take({ command: 'plates', order, jsonProgress: options.jsonProgress ?? false });
    });
}
