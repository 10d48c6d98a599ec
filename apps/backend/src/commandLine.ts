import { resolve } from 'node:path';
import { Command, CommanderError } from 'commander';
import { Refusal } from '@mondwerk/film';
import { describeAlign, type AlignRequest } from './commands/alignCommand.ts';
import { describeCompare, type CompareRequest } from './commands/compareCommand.ts';
import { describeCues, type CuesRequest } from './commands/cuesCommand.ts';
import { describePlates, type PlatesRequest } from './commands/platesCommand.ts';
import { describeReplace, type ReplaceRequest } from './commands/replaceCommand.ts';
import { describeRemote, namesServer } from './commands/remote/remoteProgram.ts';
import { describeScript } from './commands/scriptCommand.ts';
import { describeService, type Service } from './commands/serviceCommands.ts';
import { describeSettings } from './commands/settingsCommand.ts';
import { describeVerify } from './commands/verifyCommand.ts';
import type { DubOrder } from './order/dubOrder.ts';
import { readNamedCast } from './order/namedCast.ts';
import { readNamedVoice, type NamedVoice } from './order/namedVoice.ts';

/** What the command line asks for. */
export type Request =
  | { readonly command: 'dub'; readonly order: DubOrder; readonly jsonProgress: boolean }
  | {
      readonly command: 'inspect';
      readonly film: string;
      readonly work?: string;
      readonly jsonProgress: boolean;
    }
  | AlignRequest
  | CompareRequest
  | CuesRequest
  | PlatesRequest
  | ReplaceRequest
  | Service;

const DUB_HELP = `
Example:
  npm run -s mondwerk -- dub --film film.mov --voice film.es.wav --script film.es.srt \\
    --language es --out film.es.mov --report film.es.json --work work/film.es

The voice is the finished dub, as long as the film. Where each character has a file, as --voice ANNA=anna.wav --voice
BEN=ben.wav, each is heard by itself, so that people may speak at once; lines of others are looked for in files without
a name. A file whose own name holds = is given as ./FILE. The script is what it says (docs/scripts.md), or plain lines in the
order in which they are spoken. A run that was stopped goes on when it is started again with the same --work folder.
Without --script, a speech model writes down what the voice says (mondwerk models add); where there is none, the sounds
are taken as they are heard, for a first look.
Times are written 00:01:20:12 (hours, minutes, seconds, frames), 1:20.5 or in plain seconds, from the first frame.`;

const INSPECT_HELP = `
Example:
  npm run -s mondwerk -- inspect film.mov > film.json`;

const SERVER_HELP = `
With --server URL a server does it: mondwerk --server http://localhost:4000 --help tells what.`;

type Switch = 'draft' | 'acousticDraft' | 'lossless' | 'fitVoice' | 'voiceAsIs' | 'onlyVisible' | 'splice';

type Read = 'voices' | 'strength' | 'followLoudness' | 'cast' | 'performerFootage' | 'replace';

type DubOptions = Omit<DubOrder, Switch | Read | 'commercial'> &
  Partial<Pick<DubOrder, Switch>> & {
    readonly voice: readonly string[];
    readonly cast?: readonly string[];
    readonly performerFootage?: readonly string[];
    readonly replace?: readonly string[];
    readonly strength?: string;
    readonly nonCommercial?: true;
    readonly loudness: boolean;
    readonly jsonProgress?: true;
  };

type InspectOptions = { readonly work?: string; readonly jsonProgress?: true };

/**
 * Reads the command line; relative paths count from `folder`. `undefined` when it asked for help, which was then
 * printed. @throws Refusal `command-line` when it cannot be understood.
 */
export function readCommandLine(args: readonly string[], folder: string): Request | undefined {
  let request: Request | undefined;
  refuseEmpty(args);
  const take = (service: Service): void => {
    request = service;
  };
  if (namesServer(args)) {
    parse(describeRemote(folder, take), args);
    return request;
  }
  const program = new Command('mondwerk')
    .description('Re-performs the mouths in a film so that they speak its dubbed voice.')
    .addHelpText('after', SERVER_HELP);
  describeDub(program.command('dub')).action((options: DubOptions) => {
    request = {
      command: 'dub',
      order: orderFrom(options, folder),
      jsonProgress: options.jsonProgress ?? false,
    };
  });
  describeReplace(program, folder, (replace) => {
    request = replace;
  });
  describeInspect(program.command('inspect')).action((film: string, options: InspectOptions) => {
    const work = options.work === undefined ? {} : { work: resolve(folder, options.work) };
    const jsonProgress = options.jsonProgress ?? false;
    request = { command: 'inspect', film: resolve(folder, film), ...work, jsonProgress };
  });
  describeAlign(program, folder, (align) => {
    request = align;
  });
  describeCues(program, folder, (cues) => {
    request = cues;
  });
  describeCompare(program, folder, (compare) => {
    request = compare;
  });
  describePlates(program, folder, (plates) => {
    request = plates;
  });
  describeScript(program, folder, take);
  describeSettings(program, folder, take);
  describeVerify(program, folder, take);
  describeService(program, folder, take);
  parse(program, args);
  return request;
}

function parse(program: Command, args: readonly string[]): void {
  throwInsteadOfExit(program);
  try {
    program.parse(args.length === 0 ? ['--help'] : [...args], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0) throw notUnderstood(error.message);
  }
}

/** Commands hand this on only to those that are added after it was said. */
function throwInsteadOfExit(command: Command): void {
  command.configureOutput({ writeErr: () => {} }).exitOverride();
  for (const child of command.commands) throwInsteadOfExit(child);
}

/** A script of the shell with an unset variable says `--work ""`, and means no folder that there is. */
function refuseEmpty(args: readonly string[]): void {
  const at = args.findIndex((value) => value.trim() === '');
  if (at < 0) return;
  const place = args[at - 1]?.startsWith('--') ? args[at - 1] : 'The command line';
  throw notUnderstood(`${place} has an empty value`);
}

function describeDub(command: Command): Command {
  return command
    .description('Make a film whose mouths speak the dubbed voice.')
    .requiredOption('--film <file>', 'the film')
    .option(
      '--proxy <file>',
      'a proxy of the film on which the dub is planned; the film itself is rendered (docs/online.md)',
    )
    .requiredOption(
      '--voice <file>',
      'the dubbed voice, as long as the film; several times for several, NAME=FILE for one character’s own',
      several,
    )
    .option(
      '--script <file>',
      'what the voice says: SRT, WebVTT, TTML, DAPT, detX, CSV or plain lines; heard in the voice when not given',
    )
    .option('--language <tag>', 'the language of the voice, as a BCP 47 tag: es, pt-BR, zh')
    .requiredOption('--out <file>', 'the film to write: .mp4, .mov or .mkv')
    .option('--script-rate <frames>', 'frames a second of the script, where they are others than the film’s')
    .option(
      '--script-start <timecode>',
      'the timecode of the film’s first frame, where the script counts from it',
    )
    .option('--acoustic-draft', 'without --script: take the sounds as they are heard, understand no words')
    .option('--film-script <file>', 'the original dialogue, to learn how these performers articulate')
    .option('--film-language <tag>', 'the language of the original dialogue')
    .option('--lexicon <file>', 'how names are said: rows of word,said,language (docs/pronunciation.md)')
    .option('--rights-basis <file>', 'on what the faces may be rendered, as JSON (docs/rights.md)')
    .option('--settings <file>', 'what is wanted of single mouths, as JSON (docs/picture-settings.md)')
    .option(
      '--cast <character=performer>',
      'whose mouth says a character’s lines, or line #12: performer-2 as inspect tells, or nobody; several times for several',
      several,
    )
    .option(
      '--performer-footage <file>',
      'other footage of the performers, to take mouths from; several times, NAME=FILE says whose it is',
      several,
    )
    .option(
      '--replace <performer=file>',
      'put the face of whoever this footage shows on a performer’s head first: performer-2 as inspect tells; several times for several',
      several,
    )
    .option('--report <file>', 'write what was done, and what to look at, as JSON')
    .option('--work <folder>', 'keep unfinished work here, so that a stopped run goes on where it was')
    .option('--from <time>', 'only the film from here')
    .option('--to <time>', 'only the film up to here')
    .option('--draft', 'encode quickly, for a first look')
    .option('--lossless', 'encode without any loss (FFV1 in .mkv)')
    .option('--splice', 'copy what no line touches from a film in H.264, H.265 or ProRes, code only the rest')
    .option('--fit-voice', 'pad the voice with silence or cut it, where it is not as long as the film')
    .option('--voice-as-is', 'keep the pauses of a voice that drifts from the times of its script')
    .option('--only-visible', 'leave lines alone that the old mouths nearly say already')
    .option('--strength <number>', 'how far the mouths move, from 0.5 (mumbled) to 1.5 (exaggerated)')
    .option(
      '--lips <name>',
      'a network that makes the mouths, as mondwerk models lists it (docs/generators.md)',
    )
    .option(
      '--non-commercial',
      'the title is not commercial: use networks that are licensed for that only, too',
    )
    .option('--no-loudness', 'move the mouths alike whether the voice shouts or murmurs')
    .option('--json-progress', 'tell the progress on stderr as one JSON object a line')
    .addHelpText('after', DUB_HELP);
}

const several = (value: string, before: readonly string[] = []): string[] => [...before, value];

function describeInspect(command: Command): Command {
  return command
    .description('Print the shots, faces and performers of a film as JSON.')
    .argument('<film>', 'the film')
    .option('--work <folder>', 'keep what was found here, for a dub or another look')
    .option('--json-progress', 'tell the progress on stderr as one JSON object a line')
    .addHelpText('after', INSPECT_HELP);
}

function orderFrom(options: DubOptions, folder: string): DubOrder {
  const place = (path: string): string => resolve(folder, path);
  const named = (text: string, option: string): NamedVoice => {
    const file = readNamedVoice(text, option);
    return { ...file, path: place(file.path) };
  };
  const placeIfAny = (path: string | undefined): string | undefined =>
    path === undefined ? path : place(path);
  return {
    film: place(options.film),
    proxy: placeIfAny(options.proxy),
    voices: options.voice.map((text) => named(text, '--voice')),
    cast: options.cast?.map(readNamedCast),
    performerFootage: options.performerFootage?.map((text) => named(text, '--performer-footage')),
    replace: options.replace?.map((text) => named(text, '--replace')),
    script: placeIfAny(options.script),
    scriptRate: options.scriptRate,
    scriptStart: options.scriptStart,
    language: options.language,
    out: place(options.out),
    filmScript: placeIfAny(options.filmScript),
    filmLanguage: options.filmLanguage,
    lexicon: placeIfAny(options.lexicon),
    rightsBasis: placeIfAny(options.rightsBasis),
    settings: placeIfAny(options.settings),
    report: placeIfAny(options.report),
    work: placeIfAny(options.work),
    from: options.from,
    to: options.to,
    acousticDraft: options.acousticDraft ?? false,
    draft: options.draft ?? false,
    lossless: options.lossless ?? false,
    fitVoice: options.fitVoice ?? false,
    voiceAsIs: options.voiceAsIs ?? false,
    followLoudness: options.loudness,
    onlyVisible: options.onlyVisible ?? false,
    splice: options.splice ?? false,
    lips: options.lips,
    commercial: options.nonCommercial !== true,
    strength: options.strength === undefined ? 1 : readStrength(options.strength),
  };
}

function readStrength(text: string): number {
  const strength = /^\d*[.,]?\d+$/.test(text) ? Number(text.replace(',', '.')) : NaN;
  if (strength >= 0.5 && strength <= 1.5) return strength;
  throw notUnderstood(`--strength ${text} is not a number from 0.5 to 1.5`);
}

const notUnderstood = (message: string): Refusal =>
  new Refusal('command-line', `${sentenceOf(message)}; --help shows how it is done.`);

function sentenceOf(message: string): string {
  const plain = message.replace(/^error: /, '').replace(/[.\s]+$/, '');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
