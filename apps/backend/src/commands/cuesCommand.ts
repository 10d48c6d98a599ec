import { resolve } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import type { CueFileOrder } from '../alignment/cueFile.ts';
import { collect } from './alignCommand.ts';

/** The mouth that a voice asks for. */
export interface CuesRequest {
  readonly command: 'cues';
  readonly order: CueFileOrder;
  readonly jsonProgress: boolean;
}

const HELP = `
Example:
  npm run -s mondwerk -- cues --voice film.es.wav --script film.es.srt --language es \\
    --film film.mov --work work/film.es --out film.es.cues.json --out film.es.cues.svg

The ending of a name tells what is written: .json shapes and how the mouth moves; .csv the shapes as a table; .svg a
picture; .detx a rhythm band; .tsv mouths as animators draw them (Rhubarb Lip Sync), as .json does with --format rhubarb.
Without --film, times are seconds from the beginning of the voice. docs/align.md tells more.`;

interface Options {
  readonly voice: string;
  readonly script?: string;
  readonly language?: string;
  readonly acousticDraft?: true;
  readonly out: readonly string[];
  readonly format?: 'rhubarb';
  readonly rate?: string;
  readonly start?: string;
  readonly lexicon?: string;
  readonly film?: string;
  readonly filmScript?: string;
  readonly filmLanguage?: string;
  readonly work?: string;
  readonly from?: string;
  readonly to?: string;
  readonly plainText?: true;
  readonly voiceAsIs?: true;
  readonly jsonProgress?: true;
}

/** Describes `cues`; `take` gets what was asked for, with paths counted from `folder`. */
export function describeCues(program: Command, folder: string, take: (request: CuesRequest) => void): void {
  program
    .command('cues')
    .description('Find out what a voice asks of a mouth, and what the mouths of a film do meanwhile.')
    .requiredOption('--voice <file>', 'the voice; with --film, as long as the film')
    .option(
      '--script <file>',
      'what it says: SRT, WebVTT, TTML, DAPT, detX, CSV or plain lines; heard when left out',
    )
    .option('--language <tag>', 'its language, as a BCP 47 tag: es, pt-BR, zh')
    .option('--acoustic-draft', 'without --script: take the sounds as they are heard, understand no words')
    .requiredOption('--out <file>', 'what to write, by its ending; may be given several times', collect)
    .option('--format <name>', 'rhubarb: mouths as animators draw them', formatNamed)
    .option('--lexicon <file>', 'how names are said: rows of word,said,language (docs/pronunciation.md)')
    .option('--rate <frames>', 'frames a second: 25, 23.976, 30000/1001; with --film those of the film')
    .option('--start <timecode>', 'the timecode of the first frame, for a script that counts from it')
    .option('--film <file>', 'look what the mouths of this film do meanwhile')
    .option('--film-script <file>', 'the original dialogue, to learn how these performers articulate')
    .option('--film-language <tag>', 'the language of the original dialogue')
    .option('--work <folder>', 'keep what was found of the film here, for a dub or another look')
    .option('--plain-text', 'do not heed the times of the script: find its lines in their order')
    .option('--voice-as-is', 'do not look whether the voice drifts from the times of its script')
    .option('--from <time>', 'draw the picture from here')
    .option('--to <time>', 'draw the picture up to here')
    .option('--json-progress', 'tell the progress on stderr as one JSON object a line')
    .addHelpText('after', HELP)
    .action((options: Options) => take(requestFrom(options, folder)));
}

function formatNamed(text: string): 'rhubarb' {
  if (text === 'rhubarb') return text;
  throw new InvalidArgumentError('There is rhubarb; without --format the ending of the name decides.');
}

function requestFrom(options: Options, folder: string): CuesRequest {
  const { voice, script, language, out, from, to, filmLanguage, jsonProgress = false } = options;
  const { film, filmScript, lexicon, work, rate, start } = options;
  const place = (path: string): string => resolve(folder, path);
  return {
    command: 'cues',
    order: {
      ...{ voice: place(voice), outs: out.map(place), acousticDraft: options.acousticDraft ?? false },
      ...(script !== undefined && { script: place(script) }),
      ...(language !== undefined && { language }),
      rhubarb: options.format === 'rhubarb',
      ...(rate !== undefined && { rate }),
      ...(start !== undefined && { start }),
      plainText: options.plainText ?? false,
      voiceAsIs: options.voiceAsIs ?? false,
      ...(film !== undefined && { film: place(film) }),
      ...(filmScript !== undefined && { filmScript: place(filmScript) }),
      ...(filmLanguage !== undefined && { filmLanguage }),
      ...(lexicon !== undefined && { lexicon: place(lexicon) }),
      ...(work !== undefined && { work: place(work) }),
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
    },
    jsonProgress,
  };
}
