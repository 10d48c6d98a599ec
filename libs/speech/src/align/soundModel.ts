import { priorSound, STATES } from './acousticPrior.ts';
import { DIMENSIONS, type SoundFeatures } from './soundFeatures.ts';

/** The emission of a pause inside a line: silence only. */
export const PAUSE = -1;
/** The emission between lines: silence, or sounds that are in no line. */
export const BETWEEN = -2;

/** Diagonal Gaussians, `count` rows of `DIMENSIONS`. */
export interface Gaussians {
  readonly means: Float32Array;
  readonly variances: Float32Array;
  readonly count: number;
}

/** What the aligner believes of the sounds of one recording. */
export interface SoundModel {
  /** Row of a phone's first state in `phones`; the others follow. */
  readonly rows: ReadonlyMap<string, number>;
  readonly phones: Gaussians;
  readonly silence: Gaussians;
}

const silenceParts = 3;

/** The model before anything is aligned: phones from the prior, silence from the frames without voice. */
export function firstModel(ipas: readonly string[], sound: SoundFeatures): SoundModel {
  const distinct = [...new Set(ipas)];
  const count = distinct.length * STATES;
  const means = new Float32Array(count * DIMENSIONS);
  const variances = new Float32Array(count * DIMENSIONS);
  distinct.forEach((ipa, at) => {
    const prior = priorSound(ipa);
    means.set(prior.means, at * STATES * DIMENSIONS);
    variances.set(prior.variances, at * STATES * DIMENSIONS);
  });
  const rows = new Map(distinct.map((ipa, at) => [ipa, at * STATES]));
  const quiet = framesWhere(sound.frames, (frame) => sound.voiced[frame] === 0);
  return { rows, phones: { means, variances, count }, silence: clusterSilence(sound, quiet) };
}

/** Splits the frames of silence by level into a few kinds: room, breath, noise. */
export function clusterSilence(sound: SoundFeatures, quiet: readonly number[]): Gaussians {
  const level = (frame: number): number => sound.values[frame * DIMENSIONS];
  const least = 20 * silenceParts;
  const all = quiet.length >= least ? quiet : quietest(sound, least);
  const sorted = all.toSorted((a, b) => level(a) - level(b));
  const means = new Float32Array(silenceParts * DIMENSIONS);
  const variances = new Float32Array(silenceParts * DIMENSIONS);
  for (let part = 0; part < silenceParts; part++) {
    const from = Math.floor((sorted.length * part) / silenceParts);
    const to = Math.max(from + 1, Math.floor((sorted.length * (part + 1)) / silenceParts));
    measure(sound, sorted.slice(from, to), means, variances, part * DIMENSIONS);
  }
  return { means, variances, count: silenceParts };
}

function quietest(sound: SoundFeatures, count: number): number[] {
  const frames = framesWhere(sound.frames, () => true);
  frames.sort((a, b) => sound.values[a * DIMENSIONS] - sound.values[b * DIMENSIONS]);
  return frames.slice(0, Math.max(1, Math.min(count, frames.length)));
}

const framesWhere = (frames: number, test: (frame: number) => boolean): number[] =>
  Array.from({ length: frames }, (_, frame) => frame).filter(test);

function measure(
  sound: SoundFeatures,
  frames: readonly number[],
  means: Float32Array,
  variances: Float32Array,
  at: number,
): void {
  for (let d = 0; d < DIMENSIONS; d++) {
    let [sum, squares] = [0, 0];
    for (const frame of frames) {
      const value = sound.values[frame * DIMENSIONS + d];
      sum += value;
      squares += value * value;
    }
    const mean = sum / frames.length;
    means[at + d] = mean;
    variances[at + d] = Math.max(leastVariance, squares / frames.length - mean * mean);
  }
}

/** A floor under variances: one loud frame must not decide an alignment. */
export const leastVariance = 0.05;
