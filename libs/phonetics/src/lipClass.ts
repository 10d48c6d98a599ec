import { SILENCE } from '@mondwerk/film';
import { articulationOf } from './articulation.ts';
import { featureOf } from './features.ts';

/** What a sound demands of the lips. */
export type LipClass = 'bilabial' | 'labiodental' | 'rounded' | 'other' | 'silence';

/** From here on a sound counts as rounded or protruded: `w u o y ʊ ɔ ʃ`, but not `ə ɒ ɯᵝ`. */
const ROUNDED_FROM = 0.6;

/** Sorts a segment by what viewers see of it at the lips. */
export function lipClassOf(ipa: string): LipClass {
  if (ipa === SILENCE) return 'silence';
  const vector = articulationOf(ipa);
  if (featureOf(vector, 'closure') >= 0.5) return 'bilabial';
  if (featureOf(vector, 'labiodental') >= 0.5) return 'labiodental';
  return featureOf(vector, 'rounding') >= ROUNDED_FROM ? 'rounded' : 'other';
}
