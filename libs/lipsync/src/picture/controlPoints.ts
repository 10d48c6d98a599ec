import { REFINED_LIPS } from '@mondwerk/face';

/** The outer edge of the lips, where red meets skin. */
export const LIP_EDGE: readonly number[] = REFINED_LIPS.slice(0, 20);

/** The inner edge of the lips. */
export const LIP_OPENING: readonly number[] = REFINED_LIPS.slice(20, 40);

/** Jaw and chin points and how far each follows the mouth: 1 wholly, 0 not at all. */
const JAW_FOLLOWS: Readonly<Record<number, number>> = {
  152: 1.7,
  148: 1.7,
  377: 1.7,
  176: 1.65,
  400: 1.65,
  149: 1.5,
  378: 1.5,
  150: 1.2,
  379: 1.2,
  136: 0.75,
  365: 0.75,
  172: 0.5,
  397: 0.5,
  58: 0.25,
  288: 0.25,
};

/** Skin between mouth, chin and cheeks, likewise. */
const SKIN_FOLLOWS: Readonly<Record<number, number>> = {
  18: 1.1,
  200: 1.3,
  199: 1.5,
  175: 1.65,
  202: 1,
  422: 1,
  212: 1,
  432: 1,
  216: 0.9,
  436: 0.9,
  206: 0.7,
  426: 0.7,
  205: 0.4,
  425: 0.4,
  187: 0.5,
  411: 0.5,
  164: 0.6,
  214: 0.7,
  434: 0.7,
  210: 0.8,
  430: 0.8,
  204: 1,
  424: 1,
};

/** How far each mesh point follows a new mouth shape; points that are not named stay where they are. */
export const FOLLOWS: ReadonlyMap<number, number> = new Map([
  ...REFINED_LIPS.map((point) => [point, 1] as const),
  ...[JAW_FOLLOWS, SKIN_FOLLOWS].flatMap((table) =>
    Object.entries(table).map(([k, v]) => [Number(k), v] as const),
  ),
]);

/** Points that hold the face still round the mouth: nose, cheeks, ears. */
const ANCHORS: readonly number[] = [
  2, 98, 327, 97, 326, 64, 294, 50, 280, 117, 346, 123, 352, 234, 454, 132, 361,
];

/** Of those, the ones that a source shows near enough to matter. */
const NEAR_ANCHORS: readonly number[] = [2, 98, 327, 97, 326, 64, 294, 50, 280];

/** The edge of chin and jaw. */
export const JAW_POINTS: readonly number[] = Object.keys(JAW_FOLLOWS).map(Number);

const SKIN: readonly number[] = Object.keys(SKIN_FOLLOWS).map(Number);

/** What carries the picture's own frame to the new shape: not the lips' inside, which the source brings along. */
export const PLATE_POINTS: readonly number[] = [...LIP_EDGE, ...SKIN, ...JAW_POINTS, ...ANCHORS];

/** The outer and inner edges of the lips; the two rings between them follow. */
const LIP_RINGS: readonly number[] = REFINED_LIPS.slice(0, 40);

/** What carries a source frame to the new shape. */
export const SOURCE_POINTS: readonly number[] = [...LIP_RINGS, ...SKIN, ...JAW_POINTS, ...NEAR_ANCHORS];

/** The region that a source may fill: from under the nose to above the chin's edge, and as wide as the smile. */
export const MASK_POINTS: readonly number[] = [
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
  200,
  199,
  ...LIP_EDGE,
];
