import { resolve } from 'node:path';
import type { Command } from 'commander';
import { besideOut, type CompareOrder } from '../compare/compareOrder.ts';
import { readNumberList } from './numberList.ts';

/** A film and its dub to be laid beside each other. */
export interface CompareRequest {
  readonly command: 'compare';
  readonly order: CompareOrder;
  readonly jsonProgress: boolean;
}

const HELP = `
Example:
  npm run -s mondwerk -- compare film.mov film.es.mov --report film.es.json

Makes the folder film.es.compare: mouths.html shows the mouths of every line at full size, one for each sound, the film's above
the dub's, in any browser; side-by-side.mp4 shows the film on the left and the dub on the right, frame beside frame.`;

interface Options {
  readonly report?: string;
  readonly out?: string;
  readonly lines?: ReadonlySet<number>;
  readonly sheetOnly?: true;
  readonly jsonProgress?: true;
}

/** Describes `compare`; `take` gets what was asked for, with paths counted from `folder`. */
export function describeCompare(
  program: Command,
  folder: string,
  take: (request: CompareRequest) => void,
): void {
  program
    .command('compare')
    .description('Show a film and its dub beside each other: as a film, and mouth by mouth.')
    .argument('<source>', 'the film')
    .argument('<out>', 'the film that dub made of it')
    .option('--report <file>', 'the report of that dub; OUT with .json when not given')
    .option('--out <folder>', 'the folder to make; OUT with .compare when not given')
    .option('--lines <numbers>', 'only these lines on the sheet, counted from 1, as 3,7-9', readNumbers)
    .option('--sheet-only', 'make no film of both, only the sheet of mouths')
    .option('--json-progress', 'tell the progress on stderr as one JSON object a line')
    .addHelpText('after', HELP)
    .action((source: string, out: string, options: Options) => {
      const given = resolve(folder, out);
      const {
        report = besideOut(given, 'compare').report,
        out: into = besideOut(given, 'compare').folder,
        lines,
      } = options;
      const order: CompareOrder = {
        ...{ source: resolve(folder, source), out: given },
        ...{ report: resolve(folder, report), folder: resolve(folder, into) },
        ...(lines !== undefined && { lines }),
        sheetOnly: options.sheetOnly ?? false,
      };
      take({ command: 'compare', order, jsonProgress: options.jsonProgress ?? false });
    });
}

/** Reads numbers counted from 1 as a report counts: from 0. */
const readNumbers = (text: string): ReadonlySet<number> =>
  new Set(readNumberList(text, 'line').map((number) => number - 1));
