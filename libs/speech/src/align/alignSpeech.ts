import { SILENCE, type Line, type Phone, type TimeSpan } from '@mondwerk/film';
import type { Pronunciation } from '../pronounce/pronunciation.ts';
import { FRAME_SECONDS } from './cepstra.ts';
import { findLines } from './findLines.ts';
import { hearMisfits } from './hearMisfits.ts';
import { PhoneEar } from './hearPhones.ts';
import { hearSound } from './hearSound.ts';
import { judgeLines, type LineAlignment, type Verdict } from './judgeLines.ts';
import { spansOf } from './planStretches.ts';
import { runsOf, type Run } from './runs.ts';
import type { Sound } from './sound.ts';
import type { SoundFeatures } from './soundFeatures.ts';
import type { WordsOfLines } from './walkStretches.ts';

/** What `alignSpeech` found: phones that cover the whole sound without gaps, and how each line fared. */
export interface SpeechAlignment {
  readonly phones: readonly Phone[];
  readonly lines: readonly LineAlignment[];
}

/**
 * Finds when each sound of the lines is spoken, without any trained weights but a weak prior: monophone hidden
 * Markov models re-estimated on the sound itself. Line times are soft bounds; lines without times are found in order.
 * Lines that the sound does not carry get the phones that are heard in their time, if any.
 */
export function alignSpeech(
  sound: Sound,
  lines: readonly Line[],
  pronunciations: readonly Pronunciation[],
): Promise<SpeechAlignment> {
  return hearSound(sound, (heard) => alignHeard(heard, lines, pronunciations));
}

/** The same for a sound that was heard already. */
export function alignHeard(
  heard: SoundFeatures,
  lines: readonly Line[],
  pronunciations: readonly Pronunciation[],
): SpeechAlignment {
  const said = new Map(pronunciations.map((pronunciation) => [pronunciation.line, pronunciation]));
  const spoken = lines.map(({ index }) => said.get(index)?.words ?? []);
  const words = expectedWords(spoken);
  const { walked, model, scorer } = findLines(heard, words, spansOf(lines));
  const found = runsOf(walked, scorer, heard.frames);
  const judged = judgeLines(lines, words, found);
  const { runs, verdicts } = hearMisfits(lines, found, judged, new PhoneEar(scorer, model));
  const spans = lineSpans(lines, runs);
  return {
    phones: runs.map((run) => phoneOf(run, heard, lines, spoken)),
    lines: lines.map(({ index }, at) => alignmentOf(index, spans[at], verdicts[at])),
  };
}

/** The words of each line that somebody knows how to say, and all ways to say them. */
const expectedWords = (spoken: readonly Pronunciation['words'][]): WordsOfLines =>
  spoken.map((words, line) =>
    words.flatMap(({ phones, others = [] }, word) => {
      const ways = [phones, ...others].filter(({ length }) => length > 0);
      return ways.length === 0 ? [] : [ways.map((way) => way.map((ipa) => ({ ipa, line, word })))];
    }),
  );

function phoneOf(
  run: Run,
  { frames, seconds }: SoundFeatures,
  lines: readonly Line[],
  spoken: readonly Pronunciation['words'][],
): Phone {
  const { from, to, ipa, line, word } = run;
  return {
    ipa,
    span: { start: from * FRAME_SECONDS, end: to === frames ? seconds : to * FRAME_SECONDS },
    confidence: ipa === SILENCE ? 1 : confidenceOf(run),
    line: line < 0 ? -1 : lines[line].index,
    ...(word < 0 ? {} : { word: spoken[line][word].word }),
  };
}

/** Nats of sharpness, and of a gap, at which much or little confidence is left. */
const [sharp, wide] = [12, 12];

/** A phone is believed where the sound changes at its edges and no other phone fits much better. */
const confidenceOf = ({ gap, sharpness, word }: Run): number =>
  word < 0 ? unheard : (1 - Math.exp(-sharpness / sharp)) * Math.exp(-gap / wide);

/** The confidence of a phone that was heard without knowing its word. */
const unheard = 0.1;

/** Where each line was found; the script's span where it was not. */
function lineSpans(lines: readonly Line[], runs: readonly Run[]): TimeSpan[] {
  const found = new Map<number, TimeSpan>();
  for (const { line, ipa, from, to } of runs) {
    if (line < 0 || ipa === SILENCE) continue;
    const start = found.get(line)?.start ?? from * FRAME_SECONDS;
    found.set(line, { start, end: to * FRAME_SECONDS });
  }
  return lines.map(({ span }, at) => found.get(at) ?? span ?? { start: 0, end: 0 });
}

const alignmentOf = (line: number, span: TimeSpan, { confidence, problem }: Verdict): LineAlignment => ({
  ...{ line, span, confidence },
  fits: problem === undefined,
  ...(problem && { problem }),
});
