import {
  applyLight,
  combine,
  type Field,
  type Fields,
  learnLight,
  type LightMatch,
} from '@mondwerk/compositing';

/** In how many eye distances the light of a face changes: of the whole of it first, then of what is left from place to place. */
const WHOLE_SPREAD = 0.45;
const PART_SPREAD = 0.14;

/** What light may do to one side of a face that it does not do to the other: a lamp beside it, a hat's shadow. */
const WHOLE = { darkest: 0.35, brightest: 2.8, colour: 32, luma: 60, chroma: 20 } as const;

/**
 * How a shown performer's face must change to lie in the replaced one's light and to have the colour of their neck and
 * ears: all that is slow over the face is the frame's, all that is fine stays. Fields are on a coarse grid of `cells`
 * an eye distance; `skin` is 1 where both show skin.
 */
export function learnFaceLight(
  under: Fields,
  over: Fields,
  skin: Field,
  cells: number,
  black: number,
): LightMatch {
  const whole = learnLight(under, over, skin, WHOLE_SPREAD * cells, black, WHOLE);
  const part = learnLight(under, applyLight(over, whole), skin, PART_SPREAD * cells, black);
  return {
    gain: combine(whole.gain, part.gain, (a, b) => a * b),
    offsets: [0, 1].map((k) => {
      const carried = combine(whole.offsets[k], part.gain, (offset, gain) => offset * gain);
      return combine(carried, part.offsets[k], (a, b) => a + b);
    }) as [Field, Field],
    black,
  };
}
