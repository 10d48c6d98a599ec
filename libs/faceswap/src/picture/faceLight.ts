import { quantile } from '@mondwerk/film';
import {
  addressOf,
  blankField,
  blur,
  combine,
  enlarge,
  type Field,
  fieldBy,
  type Fields,
  kernels,
  shrink,
} from '@mondwerk/compositing';

/** How a face must change to lie in another's light, cell by cell of a coarse grid. */
export interface FaceLight {
  readonly gain: Field;
  readonly offsets: readonly [Field, Field];
  /** The face's own slow luma above black: what is brighter than it, shines. */
  readonly slow: Field;
  /** Chroma of the face's own skin, without grey: what has less of it, teeth and the whites of eyes, is tinted less. */
  readonly tone: readonly [cb: number, cr: number];
  readonly black: number;
}

/** Skin is at least so much as colourful as it usually is. */
const PALEST = 0.5;

/** Chroma of grey: a gain leaves it where it is. */
const GREY = 128;

/**
 * From the whole face to its parts: over how many eye distances light is averaged, and at which differences of luma and
 * chroma a place counts half. What fits no light, a beard or a lock of hair, is left to what is known from farther off.
 */
const LEVELS = [
  { spread: 0.5, luma: 140, chroma: 14 },
  { spread: 0.4, luma: 90, chroma: 11 },
  { spread: 0.26, luma: 60, chroma: 9 },
  { spread: 0.14, luma: 28, chroma: 7 },
] as const;

/** Weight of what is known from farther off, against 1 for a neighbourhood that is all skin. */
const KNOWN = 0.12;

/** What light may do at most. */
const MOST = { darkest: 0.15, brightest: 4, colour: 48 } as const;

/**
 * Learns how a shown performer's face must change to lie in the replaced one's light and to have the colour of their neck
 * and ears: all that is slow over the face is the frame's, all that is fine stays. `bare` is 1 where both show skin;
 * `cells` are the grid's in one eye distance; `black` is luma of black.
 */
export function learnFaceLight(
  under: Fields,
  over: Fields,
  bare: Field,
  cells: number,
  black: number,
): FaceLight {
  const places = [...bare.data.keys()].filter((i) => bare.data[i] > 0.5);
  const middle = (of: (i: number) => number, without: number): number =>
    places.length === 0 ? without : quantile(places.map(of), 0.5);
  const above = (luma: Field, i: number): number => Math.max(0, luma.data[i] - black);
  const gain = clamp(
    middle((i) => (above(under[0], i) + 4) / (above(over[0], i) + 4), 1),
    MOST.darkest,
    MOST.brightest,
  );
  const shift = ([1, 2] as const).map((k) =>
    middle((i) => under[k].data[i] - GREY - gain * (over[k].data[i] - GREY), 0),
  );
  const whole: FaceLight = {
    gain: filled(bare, gain),
    offsets: [filled(bare, shift[0]), filled(bare, shift[1])],
    slow: slowOf(over[0], bare, cells, black),
    tone: [middle((i) => over[1].data[i] - GREY, 0), middle((i) => over[2].data[i] - GREY, 0)],
    black,
  };
  return LEVELS.reduce((light, level) => refined(light, level, { under, over, bare, cells }), whole);
}

interface Compared {
  readonly under: Fields;
  readonly over: Fields;
  readonly bare: Field;
  readonly cells: number;
}

/** A light that follows what is still different at one level. */
function refined(
  light: FaceLight,
  { spread, luma, chroma }: (typeof LEVELS)[number],
  { under, over, bare, cells }: Compared,
): FaceLight {
  const { black } = light;
  const near = inFaceLight(over, light);
  const usual = blankField(bare.width, bare.height);
  for (let i = 0; i < usual.data.length; i++) {
    if (bare.data[i] === 0) continue;
    const off = [0, 1, 2].map((k) => under[k].data[i] - near[k].data[i]);
    usual.data[i] = bare.data[i] / (1 + (off[0] / luma) ** 4 + (Math.hypot(off[1], off[2]) / chroma) ** 4);
  }
  const average = (of: (i: number) => number): Field => {
    const out = blankField(bare.width, bare.height);
    for (let i = 0; i < out.data.length; i++) if (usual.data[i] > 0) out.data[i] = usual.data[i] * of(i);
    return blur(out, spread * cells);
  };
  const weight = average(() => 1);
  const [seen, has] = [under, near].map((planes) => average((i) => Math.max(0, planes[0].data[i] - black)));
  const level = light.slow;
  const step = combine(seen, has, (s, h) => s - h);
  const change = blankField(bare.width, bare.height);
  for (let i = 0; i < change.data.length; i++) {
    const steady = KNOWN * Math.max(8, light.gain.data[i] * level.data[i]);
    change.data[i] = 1 + step.data[i] / (has.data[i] + steady);
  }
  const gain = combine(light.gain, change, (g, c) => clamp(g * c, MOST.darkest, MOST.brightest));
  const offset = (k: 1 | 2): Field => {
    const off = average((i) => under[k].data[i] - near[k].data[i]);
    const known = combine(off, weight, (o, w) => o / (w + KNOWN));
    return combine(light.offsets[k - 1], known, (a, b) => clamp(a + b, -MOST.colour, MOST.colour));
  };
  return { ...light, gain, offsets: [offset(1), offset(2)] };
}

/** The slow luma of a face's skin above black. */
function slowOf(luma: Field, bare: Field, cells: number, black: number): Field {
  const spread = LEVELS[LEVELS.length - 1].spread * cells;
  const sum = blur(
    combine(luma, bare, (y, b) => b * Math.max(0, y - black)),
    spread,
  );
  const weight = blur(bare, spread);
  const places = [...bare.data.keys()].filter((i) => bare.data[i] > 0.5);
  const usual = quantile(
    places.map((i) => Math.max(0, luma.data[i] - black)),
    0.5,
  );
  return combine(sum, weight, (s, w) => (s + KNOWN * usual) / (w + KNOWN));
}

/** Planes of a box in the light that was learned, at whichever size they have. */
export function inFaceLight(planes: Fields, { gain, offsets, slow, tone, black }: FaceLight): Fields {
  const [{ width, height, data }, cb, cr] = planes;
  const [luma, chroma] = [planes[0], cb].map((plane) =>
    [gain, slow].map((field) => addressOf(enlarge(field, plane.width, plane.height).data)),
  );
  const lit = fieldBy(width, height, (out) =>
    kernels.lightSkin(addressOf(data), luma[0], luma[1], width * height, black, out),
  );
  const shifts = offsets.map((field) => addressOf(enlarge(field, cb.width, cb.height).data));
  const square = PALEST * (tone[0] ** 2 + tone[1] ** 2 + 1);
  const count = cb.width * cb.height;
  const both = fieldBy(cb.width, 2 * cb.height, (out) =>
    kernels.tintSkin(
      ...[addressOf(cb.data), addressOf(cr.data), addressOf(shrink(planes[0], cb.width, cb.height).data)],
      ...[chroma[0], chroma[1], shifts[0], shifts[1], count, black],
      ...[tone[0] / square, tone[1] / square, out, out + 4 * count],
    ),
  );
  const half = (from: number): Field => ({ ...cb, data: both.data.subarray(from, from + count) });
  return [lit, half(0), half(count)];
}

/** A light that goes only `share` of the way, 0 leaves the face as it is. */
export function partOfFaceLight({ gain, offsets, ...rest }: FaceLight, share: number): FaceLight {
  const scaled = (field: Field): Field => combine(field, field, (value) => share * value);
  return {
    ...rest,
    gain: combine(gain, gain, (g) => 1 + share * (g - 1)),
    offsets: [scaled(offsets[0]), scaled(offsets[1])],
  };
}

const filled = ({ width, height }: Field, value: number): Field => {
  const out = blankField(width, height);
  out.data.fill(value);
  return out;
};

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));
