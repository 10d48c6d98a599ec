import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { AlignFileOrder } from '../alignment/alignFile.ts';

/** A voice to be aligned with its script. */
export interface AlignRequest {
  readonly command: 'align';
  readonly order: AlignFileOrder;
  readonly jsonProgress: boolean;
}

const HELP = `
Example:
  npm run -s mondwerk -- align --voice film.es.wav --script film.es.srt --language es \\
    --out film.es.json --out film.es.TextGrid --out film.es.svg

The ending of a name tells what is written: .json words, sounds and lines; .TextGrid for Praat; .ass subtitles that
light up word by word; .detx a rhythm band with marks of the lips; .srt, .vtt and .ttml the script with the times that
were heard; .csv a table; .txt labels for Audacity; .svg a picture.
Times are seconds from the beginning of the voice, or from the first frame of a film. docs/align.md tells more.`;

interface Options {
  readonly voice: string;
  readonly script?: string;
  readonly language?: string;
  readonly acousticDraft?: true;
  readonly out: readonly string[];
  readonly rate?: string;
  readonly start?: string;
  readonly lexicon?: string;
  readonly from?: string;
  readonly to?: string;
  readonly plainText?: true;
  readonly voiceAsIs?: true;
  readonly conform?: true;
  readonly jsonProgress?: true;
}

/** Collects what an option says that may be given several times. */
export const collect = (value: string, before: readonly string[] = []): string[] => [...before, value];

/** Describes `align`; `take` gets what was asked for, with paths counted from `folder`. */
export function describeAlign(program: Command, folder: string, take: (request: AlignRequest) => void): void {
  program
    .command('align')
    .description('Find out when every word and every sound of a script is said in a voice.')
    .requiredOption('--voice <file>', 'the voice: any sound, or a film for its first sound')
    .option(
      '--script <file>',
      'what it says: SRT, WebVTT, TTML, DAPT, detX, CSV or plain lines; heard when left out',
    )
    .option('--language <tag>', 'its language, as a BCP 47 tag: es, pt-BR, zh')
    .option('--acoustic-draft', 'without --script: take the sounds as they are heard, understand no words')
    .requiredOption('--out <file>', 'what to write, by its ending; may be given several times', collect)
    .option('--lexicon <file>', 'how names are said: rows of word,said,language (docs/pronunciation.md)')
    .option('--rate <frames>', 'frames a second, where neither script nor film says: 25, 23.976, 30000/1001')
    .option('--start <timecode>', 'the timecode of the first frame, for a script that counts from it')
    .option('--plain-text', 'do not heed the times of the script: find its lines in their order')
    .option('--voice-as-is', 'do not look whether the voice drifts from the times of its script')
    .option('--conform', 'where the voice drifts: give the times of the script, as a dub has them')
    .option('--from <time>', 'draw the picture from here')
    .option('--to <time>', 'draw the picture up to here')
    .option('--json-progress', 'tell the progress on stderr as one JSON object a line')
    .addHelpText('after', HELP)
    .action((options: Options) => take(requestFrom(options, folder)));
}

function requestFrom(options: Options, folder: string): AlignRequest {
  const { voice, script, language, lexicon, out, rate, start, from, to, jsonProgress = false } = options;
  return {
    command: 'align',
    order: {
      ...{ voice: resolve(folder, voice), acousticDraft: options.acousticDraft ?? false },
      ...(script !== undefined && { script: resolve(folder, script) }),
      ...(language !== undefined && { language }),
      outs: out.map((path) => resolve(folder, path)),
      ...(rate !== undefined && { rate }),
      ...(start !== undefined && { start }),
      ...(lexicon !== undefined && { lexicon: resolve(folder, lexicon) }),
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
      plainText: options.plainText ?? false,
      voiceAsIs: options.voiceAsIs ?? false,
      conform: options.conform ?? false,
    },
    jsonProgress,
  };
}
