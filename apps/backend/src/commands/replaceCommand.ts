import { resolve } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import { readNamedVoice } from '../order/namedVoice.ts';
import type { ReplaceOrder } from '../order/replaceOrder.ts';

import { readNumberList } from './numberList.ts';

/** A face that is to be put on another head. */
export interface ReplaceRequest {
  readonly command: 'replace';
  readonly order: ReplaceOrder;
  readonly jsonProgress: boolean;
}

const HELP = `
Example:
  npm run -s mondwerk -- replace --film film.mov --performer performer-2 --donor-footage anna.mov \\
    --rights-basis rights.json --out film.anna.mov --report film.anna.json --work work/film.anna

Whose head it is, mondwerk inspect tells. The face is taken from the footage, frame by frame the one that is likest; the head
keeps its own expression, mouth, light and sounds. Where footage shows several people, performer-2=FILE or --donor says
whose face it is; the film itself may be the footage. Both performers must have agreed: docs/rights.md shows how that is written down.`;

interface Options extends Pick<ReplaceOrder, 'performer' | 'donor' | 'from' | 'to'> {
  readonly film: string;
  readonly donorFootage: readonly string[];
  readonly out: string;
  readonly report?: string;
  readonly rightsBasis?: string;
  readonly settings?: string;
  readonly work?: string;
  readonly shots?: readonly number[];
  readonly draft?: true;
  readonly lossless?: true;
  readonly splice?: true;
  readonly strength?: number;
  readonly generator?: string;
  readonly restorer?: string;
  readonly nonCommercial?: true;
  readonly jsonProgress?: true;
}

/** Describes `replace`; `take` gets what was asked for, with paths counted from `folder`. */
export function describeReplace(
  program: Command,
  folder: string,
  take: (request: ReplaceRequest) => void,
): void {
  program
    .command('replace')
    .description('Put a performer’s face on another performer’s head.')
    .requiredOption('--film <file>', 'the film')
    .requiredOption('--performer <id>', 'whose head it is: performer-2, as inspect tells')
    .requiredOption(
      '--donor-footage <file>',
      'footage of the shown performer; several times for several, performer-2=FILE says who in it',
      several,
    )
    .option('--donor <id>', 'who in the first footage is shown, where it shows several people')
    .requiredOption('--out <file>', 'the film to write: .mp4, .mov or .mkv')
    .option('--report <file>', 'write what was done, and what to look at, as JSON')
    .option('--rights-basis <file>', 'what both performers have agreed to, as JSON (docs/rights.md)')
    .option('--settings <file>', 'what is wanted of single faces, as JSON (docs/picture-settings.md)')
    .option('--work <folder>', 'keep unfinished work here, so that a stopped run goes on where it was')
    .option('--from <time>', 'only the film from here')
    .option('--to <time>', 'only the film up to here')
    .option('--shots <numbers>', 'only in these shots, counted as inspect does, as 3,7-9', (text) =>
      readNumberList(text, 'shot'),
    )
    .option('--draft', 'encode quickly, for a first look')
    .option('--lossless', 'encode without any loss (FFV1 in .mkv)')
    .option('--splice', 'copy what nothing changes from a film in H.264, H.265 or ProRes, code only the rest')
    .option(
      '--strength <number>',
      'how much of the face is the shown one’s, from 0.1 to 1 (wholly)',
      readShare,
    )
    .option(
      '--generator <name>',
      'a network that makes the face, as mondwerk models lists it (docs/generators.md)',
    )
    .option('--restorer <name>', 'a network that restores the detail of the new face, last')
    .option(
      '--non-commercial',
      'the title is not commercial: use networks that are licensed for that only, too',
    )
    .option('--json-progress', 'tell the progress on stderr as one JSON object a line')
    .addHelpText('after', HELP)
    .action((options: Options) =>
      take({
        command: 'replace',
        order: orderFrom(options, folder),
        jsonProgress: options.jsonProgress ?? false,
      }),
    );
}

function orderFrom(options: Options, folder: string): ReplaceOrder {
  const { performer, donor, from, to, shots, strength = 1, generator, restorer } = options;
  const place = (path: string): string => resolve(folder, path);
  const placeIfAny = (path: string | undefined): string | undefined =>
    path === undefined ? path : place(path);
  return {
    film: place(options.film),
    ...{ performer, donor, from, to, shots, strength, generator, restorer },
    commercial: options.nonCommercial !== true,
    donorFootage: options.donorFootage.map((text) => {
      const named = readNamedVoice(text, '--donor-footage');
      return { ...named, path: place(named.path) };
    }),
    out: place(options.out),
    report: placeIfAny(options.report),
    rightsBasis: placeIfAny(options.rightsBasis),
    settings: placeIfAny(options.settings),
    work: placeIfAny(options.work),
    draft: options.draft ?? false,
    lossless: options.lossless ?? false,
    splice: options.splice ?? false,
  };
}

const several = (value: string, before: readonly string[] = []): string[] => [...before, value];

function readShare(text: string): number {
  const share = /^\d*[.,]?\d+$/.test(text) ? Number(text.replace(',', '.')) : NaN;
  if (share >= 0.1 && share <= 1) return share;
  throw new InvalidArgumentError('It is a number from 0.1 to 1.');
}
