import { quantile } from '@mondwerk/film';
import { blankField, blur, combine, enlarge, shrink, type Field } from './field.ts';
import { eachPlane, type Fields } from './planes.ts';

/** How a source's light must change to sit in the frame: luma and chroma by a gain, chroma by an offset, slow over the face. */
export interface LightMatch {
  readonly gain: Field;
  readonly offsets: readonly [Field, Field];
  /** Luma of black. */
  readonly black: number;
}

/** Luma of black and chroma of grey, on the 0..255 scale: a gain leaves them where they are. */
export const BLACK = { limited: 16, full: 0 } as const;
const GREY = 128;

/** What light may do to the whole mouth, and beyond that to a part of it. */
const WHOLE = { darkest: 0.4, brightest: 2.5, colour: 48 } as const;
const PART = { darkest: 0.75, brightest: 1.33, colour: 16 } as const;

/** Differences, once the whole is matched, at which a place counts half: a shadow still does, a hand or a fold hardly. */
const STRANGE = { luma: 18, chroma: 8 } as const;

/**
 * Learns the match from the skin round the lips, where frame and source show the same thing: one for all of it from
 * medians, which half a hand does not move, then what is left from place to place. All fields are on the coarse grid;
 * `skin` is 1 where skin may be compared; `spread` is in cells.
 */
export function learnLight(
  under: Fields,
  over: Fields,
  skin: Field,
  spread: number,
  black: number = BLACK.limited,
): LightMatch {
  const places = placesOf(skin);
  const gain =
    places.length === 0
      ? 1
      : clamp(ratioIn(under[0], over[0], places, black), WHOLE.darkest, WHOLE.brightest);
  const shift = (plane: 1 | 2): number =>
    places.length === 0
      ? 0
      : clamp(shiftIn(under[plane], over[plane], gain, places), -WHOLE.colour, WHOLE.colour);
  const shifts: readonly [number, number] = [shift(1), shift(2)];
  const near: Fields = [
    lit(over[0], gain, black),
    tinted(over[1], gain, shifts[0]),
    tinted(over[2], gain, shifts[1]),
  ];
  const part = learnParts(under, near, skin, spread, black);
  return {
    gain: combine(part.gain, skin, (g) => g * gain),
    offsets: [1, 2].map((plane) =>
      combine(part.offsets[plane - 1], part.gain, (offset, g) => offset + g * shifts[plane - 1]),
    ) as [Field, Field],
    black,
  };
}

/** What the light of parts of the mouth still differs by. */
function learnParts(under: Fields, near: Fields, skin: Field, spread: number, black: number): LightMatch {
  const usual = blankField(skin.width, skin.height);
  for (let i = 0; i < usual.data.length; i++) {
    if (skin.data[i] === 0) continue;
    const luma = (under[0].data[i] - near[0].data[i]) / STRANGE.luma;
    const chroma =
      Math.hypot(under[1].data[i] - near[1].data[i], under[2].data[i] - near[2].data[i]) / STRANGE.chroma;
    usual.data[i] = skin.data[i] / (1 + luma ** 4 + chroma ** 4);
  }
  const weight = blur(usual, spread);
  const average = (of: (i: number) => number): Field => {
    const out = blankField(skin.width, skin.height);
    for (let i = 0; i < out.data.length; i++) if (usual.data[i] > 0) out.data[i] = usual.data[i] * of(i);
    return blur(out, spread);
  };
  const [underY, nearY] = [under, near].map((planes) =>
    average((i) => Math.max(0, planes[0].data[i] - black)),
  );
  const gain = blankField(skin.width, skin.height);
  for (let i = 0; i < gain.data.length; i++) {
    const steady = 16 * (weight.data[i] + 0.002);
    gain.data[i] = clamp((underY.data[i] + steady) / (nearY.data[i] + steady), PART.darkest, PART.brightest);
  }
  const offset = (plane: 1 | 2): Field =>
    combine(
      average((i) => under[plane].data[i] - GREY - gain.data[i] * (near[plane].data[i] - GREY)),
      weight,
      (d, w) => clamp(d / (w + 0.01), -PART.colour, PART.colour),
    );
  return { gain, offsets: [offset(1), offset(2)], black };
}

/** A match that goes only `share` of the way, 0 leaves the source as it is. */
export function partOfLight({ gain, offsets, black }: LightMatch, share: number): LightMatch {
  const scaled = (field: Field): Field => combine(field, field, (value) => share * value);
  return {
    gain: combine(gain, gain, (g) => 1 + share * (g - 1)),
    offsets: [scaled(offsets[0]), scaled(offsets[1])],
    black,
  };
}

/** Applies a match to the planes of a box at full size. */
export function applyLight(planes: Fields, match: LightMatch): Fields {
  return eachPlane((i) => {
    const { width, height, data } = planes[i];
    const gain = enlarge(match.gain, width, height).data;
    const { black } = match;
    const out = blankField(width, height);
    if (i === 0) {
      for (let k = 0; k < out.data.length; k++)
        out.data[k] = data[k] > black ? black + gain[k] * (data[k] - black) : data[k];
    } else {
      const offset = enlarge(match.offsets[i - 1], width, height).data;
      for (let k = 0; k < out.data.length; k++) out.data[k] = GREY + gain[k] * (data[k] - GREY) + offset[k];
    }
    return { width, height, data: out.data };
  });
}

/** All three planes on one coarse grid. */
export function shrinkAll(planes: Fields, width: number, height: number): Fields {
  return eachPlane((i) => {
    const larger = planes[i].width >= width && planes[i].height >= height;
    return larger ? shrink(planes[i], width, height) : enlarge(planes[i], width, height);
  });
}

const lit = (luma: Field, gain: number, black: number): Field =>
  combine(luma, luma, (value) => (value > black ? black + gain * (value - black) : value));

const tinted = (chroma: Field, gain: number, shift: number): Field =>
  combine(chroma, chroma, (value) => GREY + gain * (value - GREY) + shift);

/** Places where skin may be compared. */
function placesOf(skin: Field): number[] {
  const places: number[] = [];
  skin.data.forEach((value, i) => value > 0.5 && places.push(i));
  return places;
}

const ratioIn = (under: Field, over: Field, places: readonly number[], black: number): number =>
  quantile(
    places.map((i) => (Math.max(0, under.data[i] - black) + 4) / (Math.max(0, over.data[i] - black) + 4)),
    0.5,
  );

const shiftIn = (under: Field, over: Field, gain: number, places: readonly number[]): number =>
  quantile(
    places.map((i) => under.data[i] - GREY - gain * (over.data[i] - GREY)),
    0.5,
  );

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));
