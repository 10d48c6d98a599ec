import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { ConvertOrder } from '../scripts/convertScript.ts';
import type { Service } from './serviceCommands.ts';

const HELP = `
Example:
  npm run -s mondwerk -- script convert film.srt film.detx --rate 25

The ending of a name tells what is written: .srt, .vtt, .ttml (IMSC 1.1 text), .dapt.xml (W3C DAPT), .detx, .csv. What IN
is, is told by what is in it. What OUT cannot carry is said (docs/scripts.md has the table).`;

type Options = Omit<ConvertOrder, 'from' | 'to'>;

/** Describes `script`, whose commands work on scripts alone. */
export function describeScript(program: Command, folder: string, take: (service: Service) => void): void {
  program
    .command('script')
    .description('Turn scripts into other formats.')
    .command('convert')
    .description('Write a script in another format.')
    .argument('<in>', 'the script: SRT, WebVTT, TTML, DAPT, detX, CSV or plain lines')
    .argument('<out>', 'the file to write')
    .option('--language <tag>', 'its language, as a BCP 47 tag, or which one of several is wanted')
    .option('--rate <frames>', 'frames a second, where the script does not say: 25, 23.976, 30000/1001')
    .option(
      '--from-start <timecode>',
      'the timecode of the film’s first frame, where the script counts from it',
    )
    .addHelpText('after', HELP)
    .action((from: string, to: string, options: Options) => {
      const order = { ...options, from: resolve(folder, from), to: resolve(folder, to) };
      const run = async (): Promise<number> => {
        const { convertScript } = await import('../scripts/convertScript.ts');
        for (const sentence of await convertScript(order)) process.stderr.write(`${sentence}\n`);
        return 0;
      };
      take({ command: 'service', jsonProgress: false, run });
    });
}
