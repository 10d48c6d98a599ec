import { priorSound, STATES } from './acousticPrior.ts';
import type { Gaussians } from './gaussians.ts';
import { Silences } from './silences.ts';
import { DIMENSIONS, type SoundFeatures } from './soundFeatures.ts';

/** The emission of a pause inside a line: silence only. */
export const PAUSE = -1;
/** The emission between lines: silence, or sounds that are in no line. */
export const BETWEEN = -2;
/** The emission of what nobody says: silence, or any noise. */
export const NOISE = -3;

/** What the aligner believes of the sounds of one recording. */
export interface SoundModel {
  /** Row of a phone's first state in `phones`; the others follow. */
  readonly rows: ReadonlyMap<string, number>;
  readonly phones: Gaussians;
  readonly silence: Gaussians;
}

/** Sounds of most languages, one for each thing that a mouth can do. */
const commonPhones = 'p b t d k ɡ m n ŋ f v s z ʃ tʃ h l r j w i e ɛ a ɑ ɔ o u ə y ø'.split(' ');
/** A script with fewer different phones than this says little of what other words sound like: the common ones are added. */
const fewest = 24;

/** The model before anything is aligned: phones from the prior, silence from the frames without voice. */
export function firstModel(ipas: readonly string[], sound: SoundFeatures): SoundModel {
  const said = new Set(ipas);
  const distinct = said.size >= fewest ? [...said] : [...said.union(new Set(commonPhones))];
  const count = distinct.length * STATES;
  const means = new Float32Array(count * DIMENSIONS);
  const variances = new Float32Array(count * DIMENSIONS);
  distinct.forEach((ipa, at) => {
    const prior = priorSound(ipa);
    means.set(prior.means, at * STATES * DIMENSIONS);
    variances.set(prior.variances, at * STATES * DIMENSIONS);
  });
  const rows = new Map(distinct.map((ipa, at) => [ipa, at * STATES]));
  return { rows, phones: { means, variances, count }, silence: firstSilence(sound) };
}

function firstSilence(sound: SoundFeatures): Gaussians {
  const quiet = sound.voiced.map((voiced) => 1 - voiced);
  const silences = new Silences(sound, quiet);
  quiet.forEach((silent, frame) => silent > 0 && silences.add(frame));
  return silences.gaussians();
}
