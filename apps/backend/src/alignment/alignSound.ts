import { basename } from 'node:path';
import { SILENCE, type Line, type Phone } from '@mondwerk/film';
import { probeSound } from '@mondwerk/media';
import {
  checkLanguage,
  phonemise,
  placeLines,
  readLexicon,
  readScriptDocument,
  spokenLines,
  type Conforming,
  type LineAlignment,
  type Pronunciation,
  type ScriptReading,
} from '@mondwerk/speech';
import { alignInThread } from '../pipeline/alignInThread.ts';
import type { LineProblem } from '../pipeline/lines/lineCodes.ts';
import type { Progress } from '../pipeline/progress.ts';
import { checkScriptTimes } from '../pipeline/scriptTimes.ts';
import type { Alignment } from './alignment.ts';
import { suspectedLength } from './followDrift.ts';
import type { ReadScript } from './heardScript.ts';
import { onVoiceClock } from './onVoiceClock.ts';
import { spokenWords } from './spokenWords.ts';

/** What is to be aligned with what, and how. */
export interface AlignOrder {
  readonly voice: string;
  readonly script: string;
  /** BCP 47. */
  readonly language: string;
  /** Whether the times of the script are not heeded. */
  readonly plainText: boolean;
  /** Whether nobody looks if the voice drifts from the script. */
  readonly voiceAsIs: boolean;
  /** Whether times are told as the script has them, where the voice drifts. */
  readonly conform: boolean;
  /** How names are said. */
  readonly lexicon?: string;
  /** How frames are counted, where the script does not say it. */
  readonly count: Pick<ScriptReading, 'rate' | 'start'>;
}

/** An alignment, and what it was made from, for whoever draws it or cues mouths. */
export interface AlignedVoice {
  readonly alignment: Alignment;
  /** They cover the sound without gaps; silences are among them. */
  readonly phones: readonly Phone[];
  /** How the voice runs away from its script, `null` where it does not. */
  readonly conforming: Conforming | null;
  readonly script: ReadScript;
}

/** What the work is done with. */
export interface AlignTools {
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/** Finds out what is said when in a sound. @throws Refusal for a sound, a script or a language that cannot be used. */
export async function alignSound(order: AlignOrder, tools: AlignTools): Promise<AlignedVoice> {
  const language = await checkLanguage(order.language);
  const { seconds } = await probeSound(order.voice);
  const lexicon = order.lexicon === undefined ? [] : await readLexicon(order.lexicon);
  const { script, lines } = await readLines(order, seconds);
  const { heard, pronunciations } = await tools.progress.measure(
    'alignSpeech',
    { unit: 'lines', total: lines.length },
    async () => {
      const said = await phonemise(lines, language, lexicon);
      return { pronunciations: said, heard: await hear(order, { seconds, lines, said }, tools) };
    },
  );
  return {
    alignment: {
      voice: basename(order.voice),
      script: basename(order.script),
      language: order.language,
      clock: order.conform && heard.conforming !== null ? 'script' : 'voice',
      seconds: Math.max(seconds, heard.phones.at(-1)?.span.end ?? 0),
      words: spokenWords(heard.phones, pronunciations),
      phones: soundsOf(heard.phones),
      lines: linesOf(lines, heard.lines),
    },
    phones: heard.phones,
    conforming: heard.conforming,
    script,
  };
}

interface ReadLines {
  readonly script: ReadScript;
  readonly lines: readonly Line[];
}

async function readLines(order: AlignOrder, seconds: number): Promise<ReadLines> {
  const { script, language, plainText, voice, count } = order;
  const reading = { ...count, language, filmSeconds: seconds };
  const read = await readScript(script, reading);
  const lines = spokenLines(read.document, basename(script));
  if (!plainText) checkScriptTimes(script, lines, voice, seconds);
  return { script: read, lines: plainText ? lines.map((line) => ({ ...line, span: undefined })) : lines };
}

/** Reads a script with all that it carries. @throws Refusal for what is no script. */
export async function readScript(path: string, reading: ScriptReading): Promise<ReadScript> {
  const document = await readScriptDocument(path, reading);
  return { document, places: new Map(placeLines(document).map(({ line, place }) => [line.index, place])) };
}

interface Wanted {
  readonly seconds: number;
  readonly lines: readonly Line[];
  readonly said: readonly Pronunciation[];
}

interface HeardVoice {
  readonly phones: readonly Phone[];
  readonly lines: readonly LineAlignment[];
  readonly conforming: Conforming | null;
}

/** Lines that a drift has carried far from their times are only found once the drift is known. */
async function hear(
  order: AlignOrder,
  { seconds, lines, said }: Wanted,
  { signal }: AlignTools,
): Promise<HeardVoice> {
  const look = (film: number, keepTimes: boolean) =>
    alignInThread(signal, {
      sound: { voice: order.voice, seconds },
      lines,
      pronunciations: said,
      clock: { lengths: { voice: seconds, film }, keepTimes },
    });
  const asItIs = await look(seconds, true);
  const film = order.voiceAsIs ? undefined : suspectedLength(lines, asItIs.lines, seconds);
  const followed = film === undefined ? asItIs : await look(film, false);
  const { conforming } = followed;
  if (conforming === null) return asItIs;
  return { ...(order.conform ? followed : onVoiceClock(followed, conforming.pieces, seconds)), conforming };
}

/** What of phones is said. */
export const soundsOf = (phones: readonly Phone[]): Alignment['phones'] =>
  phones
    .filter(({ ipa, line }) => ipa !== SILENCE && line >= 0)
    .map(({ ipa, span, confidence, line }) => ({ ...span, text: ipa, confidence, line }));

/** Lines of a script with what was found of them. */
export function linesOf(
  lines: readonly Line[],
  found: readonly (Omit<LineAlignment, 'problem'> & { readonly problem?: LineProblem | null })[],
): Alignment['lines'] {
  const byLine = new Map(found.map((each) => [each.line, each]));
  return lines.map(({ index, text, character, span: planned }) => {
    const { span, confidence, fits, problem } = byLine.get(index) ?? {
      span: planned ?? { start: 0, end: 0 },
      ...{ confidence: 0, fits: false, problem: 'not-heard' as const },
    };
    return {
      ...{ index, ...span, text, confidence, fits },
      ...(problem && !fits && { problem }),
      ...(character !== undefined && { character }),
    };
  });
}
