import { REFINED_LEFT_EYE, REFINED_LIPS, REFINED_RIGHT_EYE } from '@mondwerk/face';

/**
 * The outline of a face from the top of the forehead clockwise round the picture's right, and how far each point follows
 * the shown performer's: 1 wholly, 0 not at all. Hairline, temples and ears stay the replaced performer's.
 */
const OUTLINE_FOLLOWS: readonly (readonly [point: number, follows: number])[] = [
  ...([10, 338, 297, 332, 284, 251, 389, 356, 454] as const).map((point) => [point, 0] as const),
  ...([323, 361, 288, 397, 365, 379, 378, 400, 377] as const).map(
    (point, i) => [point, [0.05, 0.2, 0.45, 0.7, 0.85, 0.95, 1, 1, 1][i]] as const,
  ),
  [152, 1],
  ...([148, 176, 149, 150, 136, 172, 58, 132, 93] as const).map(
    (point, i) => [point, [1, 1, 1, 0.95, 0.85, 0.7, 0.45, 0.2, 0.05][i]] as const,
  ),
  ...([234, 127, 162, 21, 54, 103, 67, 109] as const).map((point) => [point, 0] as const),
];

/** The outline of a face, point after point. */
export const OUTLINE: readonly number[] = OUTLINE_FOLLOWS.map(([point]) => point);

/** How far each point of `OUTLINE` follows, in the same order. */
export const FOLLOWS: readonly number[] = OUTLINE_FOLLOWS.map(([, follows]) => follows);

/** The part of the outline below the ears. */
export const JAW: readonly number[] = OUTLINE_FOLLOWS.filter(([, follows]) => follows > 0).map(([p]) => p);

/** Eyebrows, left and right in the picture. */
export const BROWS: readonly (readonly number[])[] = [
  [70, 63, 105, 66, 107, 46, 53, 52, 65, 55],
  [300, 293, 334, 296, 336, 276, 283, 282, 295, 285],
];

/** Eyes, left and right in the picture. */
export const EYES: readonly (readonly number[])[] = [REFINED_LEFT_EYE, REFINED_RIGHT_EYE];

/** The nose: its bridge, tip, wings and base. */
export const NOSE: readonly number[] = [
  168, 6, 197, 195, 5, 4, 1, 2, 98, 327, 97, 326, 64, 294, 48, 278, 49, 279, 129, 358, 102, 331, 122, 351,
  196, 419, 174, 399, 198, 420,
];

/** Where nostrils and the shade under the nose lie. */
export const NOSTRILS: readonly number[] = [2, 98, 327, 97, 326, 64, 294];

/** The edge of the red of the lips. */
export const LIP_EDGE: readonly number[] = REFINED_LIPS.slice(0, 20);

/** Lips with their two outermost and two inner rings. */
const LIPS: readonly number[] = REFINED_LIPS.slice(0, 40);

/** Skin between the features, which goes with them: under the eyes, cheeks, round the mouth, the chin's hollow. */
const SKIN: readonly number[] = [
  9, 151, 117, 346, 119, 348, 50, 280, 205, 425, 206, 426, 216, 436, 212, 432, 202, 422, 204, 424, 18, 200,
  199, 164, 187, 411, 101, 330,
];

/** What a face is carried by: its features and the skin between them; its outline comes besides. */
export const FEATURES: readonly number[] = [
  ...new Set([...BROWS.flat(), ...EYES.flat(), ...NOSE, ...LIPS, ...SKIN]),
];

/** Of those, what carries a mouth that is taken from a frame of its own. */
export const MOUTH_POINTS: readonly number[] = [
  ...new Set([
    ...LIPS,
    ...JAW,
    2,
    98,
    327,
    205,
    425,
    206,
    426,
    216,
    436,
    212,
    432,
    202,
    422,
    204,
    424,
    18,
    200,
    199,
    164,
  ]),
];

/** The region of such a mouth. */
export const MOUTH_REGION: readonly number[] = [2, 206, 426, 216, 436, 212, 432, 202, 422, 200, ...LIP_EDGE];

/** Of those, what carries an eye and its brow that are taken from a frame of their own, left and right in the picture. */
export const EYE_POINTS: readonly (readonly number[])[] = [
  [...BROWS[0], ...EYES[0], 168, 6, 9, 117, 119, 50, 122, 127, 21],
  [...BROWS[1], ...EYES[1], 168, 6, 9, 346, 348, 280, 351, 356, 251],
];

/** The regions of such eyes, left and right in the picture. */
export const EYE_REGIONS: readonly (readonly number[])[] = [
  [...BROWS[0], ...EYES[0], 117, 119, 120, 118, 35],
  [...BROWS[1], ...EYES[1], 346, 348, 349, 347, 265],
];
