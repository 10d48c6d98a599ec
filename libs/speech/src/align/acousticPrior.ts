import { readFileSync } from 'node:fs';
import { FEATURES, gestureOf } from '@mondwerk/phonetics';
import { DIMENSIONS } from './soundFeatures.ts';

/** States of a phone: how it begins, holds and ends. */
export const STATES = 3;

/** What a phone sounds like before anything is learned from the sound itself: `STATES` × `DIMENSIONS` each. */
export interface PhoneSound {
  readonly means: Float32Array;
  readonly variances: Float32Array;
}

/** The file that `npm run train:acoustics` writes. Numbers are fixed-point: divide by `scale`. */
export interface AcousticPriorFile {
  readonly about: string;
  readonly scale: number;
  /** Per state: (1 + `FEATURES`) rows of `DIMENSIONS` weights, from articulation to the mean sound. */
  readonly weights: readonly (readonly number[])[];
  readonly variances: readonly (readonly number[])[];
  /** Phones heard often: how their means differ from what their articulation says, `STATES` × `DIMENSIONS`. */
  readonly phones: Readonly<Record<string, readonly number[]>>;
}

let file: AcousticPriorFile | undefined;

/** The sound of any phone of any language: by its articulation, and by its own recordings where it was trained. */
export function priorSound(ipa: string): PhoneSound {
  file ??= JSON.parse(
    readFileSync(new URL('./acousticPrior.json', import.meta.url), 'utf8'),
  ) as AcousticPriorFile;
  const { weights, variances, phones, scale } = file;
  const means = new Float32Array(STATES * DIMENSIONS);
  for (let state = 0; state < STATES; state++) {
    const inputs = inputsOf(ipa, state);
    for (let d = 0; d < DIMENSIONS; d++) {
      let sum = phones[ipa]?.[state * DIMENSIONS + d] ?? 0;
      inputs.forEach((input, row) => (sum += input * weights[state][row * DIMENSIONS + d]));
      means[state * DIMENSIONS + d] = sum / scale;
    }
  }
  return { means, variances: Float32Array.from(variances.flat(), (value) => value / scale) };
}

/** What the mouth does in a state of a phone, with a constant in front: the inputs of the regression. */
export function inputsOf(ipa: string, state: number): number[] {
  const { start, end } = gestureOf(ipa);
  const share = state / (STATES - 1);
  return [1, ...FEATURES.map((_, at) => start[at] * (1 - share) + end[at] * share)];
}
