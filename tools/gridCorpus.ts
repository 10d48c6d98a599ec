import { SILENCE, type Phone } from '@mondwerk/film';
import { splitIpa } from '@mondwerk/phonetics';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { usualLength } from './soundLengths.ts';

/** One sentence of the GRID corpus: words with their times, and 75 measured mouth shapes at 25 frames a second. */
export interface GridSentence {
  readonly id: string;
  readonly words: readonly (readonly [start: number, end: number, word: string])[];
  /** Frame by frame, x, y, z of `MOUTH_POINTS` in eye distances. */
  readonly shapes: readonly Float32Array[];
}

/** Seconds that a GRID recording lasts, with room after it. */
const RECORDING = 3.5;

/** Reads `motion.jsonl.gz`: one sentence a line, coordinates in 1e-4 eye distances. */
export function readSentences(path: string): GridSentence[] {
  const lines = gunzipSync(readFileSync(path)).toString('utf8').trim().split('\n');
  return lines.map((line) => {
    const { id, words, points } = JSON.parse(line) as Pick<GridSentence, 'id' | 'words'> & {
      points: number[][];
    };
    return { id, words, shapes: points.map((row) => Float32Array.from(row, (value) => value / 1e4)) };
  });
}

/** The middle of each of a sentence's frames, in seconds. */
export const frameTimes = (sentence: GridSentence): Float64Array =>
  Float64Array.from(sentence.shapes, (_, frame) => (frame + 0.5) / 25);

const pronounced = new Map<string, readonly string[]>();

function pronounce(word: string): readonly string[] {
  const known = pronounced.get(word);
  if (known) return known;
  const ipa = execFileSync('espeak-ng', ['-q', '--ipa', '--sep=_', '-v', 'en-gb', word], {
    encoding: 'utf8',
  });
  const segments = splitIpa(ipa);
  pronounced.set(word, segments);
  return segments;
}

/** The sentence's phones, silences included: eSpeak NG's pronunciation spread over each word's time, as sounds usually last. */
export function phonesOf(sentence: GridSentence): Phone[] {
  const phones: Phone[] = [];
  const add = (ipa: string, start: number, end: number): void => {
    if (end - start > 1e-6) phones.push({ ipa, span: { start, end }, confidence: 1, line: 0 });
  };
  let at = 0;
  for (const [start, end, word] of sentence.words) {
    add(SILENCE, at, start);
    const segments = pronounce(word);
    const lengths = segments.map(usualLength);
    const unit = (end - start) / lengths.reduce((sum, length) => sum + length, 0);
    segments.reduce(
      (from, ipa, index) => (add(ipa, from, from + lengths[index] * unit), from + lengths[index] * unit),
      start,
    );
    at = end;
  }
  add(SILENCE, at, RECORDING);
  return phones;
}
