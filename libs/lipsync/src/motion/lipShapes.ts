import { apertureOf, widthOf } from './measures.ts';
import { CHIN, FACING, INNER, OUTER } from './mouthPoints.ts';

// Each function here edits the shape it is given: a working copy that `enforceCues` owns.

/** Lips in contact still measure this much from ring to ring, in eye distances. */
const CONTACT = 0.004;

/** Lower lip and jaw do most of the closing. */
const UPPER_SHARE = 0.35;

/** How far the outer edge of a lip, and the chin, follow its inner edge. */
const OUTER_FOLLOWS = 0.8;
const CHIN_FOLLOWS = 0.5;

/** Brings facing points of the inner ring together until they touch; `weight` 1 closes the mouth. */
export function closeLips(shape: Float32Array, weight: number): void {
  let chin = 0;
  for (const [upper, lower] of FACING) {
    const up = (INNER + upper) * 3;
    const low = (INNER + lower) * 3;
    const excess = Math.max(0, shape[low + 1] - shape[up + 1] - CONTACT) * weight;
    moveColumn(shape, upper, excess * UPPER_SHARE);
    moveColumn(shape, lower, -excess * (1 - UPPER_SHARE));
    chin = Math.max(chin, excess * (1 - UPPER_SHARE));
    bringTogether(shape, up, low, 0, weight);
    bringTogether(shape, up, low, 2, weight);
  }
  shape[CHIN * 3 + 1] -= chin * CHIN_FOLLOWS;
}

function moveColumn(shape: Float32Array, place: number, down: number): void {
  shape[(INNER + place) * 3 + 1] += down;
  shape[(OUTER + place) * 3 + 1] += down * OUTER_FOLLOWS;
}

/** Sideways and in depth, lips that touch lie on each other too. */
const ALIGNED = 0.85;

function bringTogether(shape: Float32Array, a: number, b: number, axis: number, weight: number): void {
  const half = (shape[b + axis] - shape[a + axis]) / 2;
  shape[a + axis] += half * ALIGNED * weight;
  shape[b + axis] -= half * ALIGNED * weight;
}

/** Between these apertures the lower lip touches the upper teeth: neither closed nor wide. */
const TEETH_GAP = { least: 0.016, most: 0.036 } as const;

/** Upper lip's share when a gap is made for the teeth: it is raised as much as the lower is lowered. */
const RAISED_SHARE = 0.5;

/** Puts the lower lip to the upper teeth: narrows a wide gap by raising the lower lip, opens a closed one a little. */
export function lipToTeeth(shape: Float32Array, weight: number): void {
  const gap = apertureOf(shape);
  if (gap > TEETH_GAP.most) {
    const share = ((gap - TEETH_GAP.most) / gap) * weight;
    scaleGap(shape, -share, 0);
  } else if (gap < TEETH_GAP.least) openGap(shape, (TEETH_GAP.least - gap) * weight);
}

/** Lips that an eye sees apart, mean gap in eye distances. */
const PARTED = 0.05;

/** Parts the lips until they are seen to be apart; a mouth that is open further stays so. */
export function partLips(shape: Float32Array, weight: number): void {
  const missing = PARTED - apertureOf(shape);
  if (missing > 0) openGap(shape, missing * weight);
}

/** Brings lips that are further apart than `most`, in eye distances, so near to each other; `weight` 1 does it wholly. */
export function narrowLips(shape: Float32Array, most: number, weight: number): void {
  const gap = apertureOf(shape);
  if (weight > 0 && gap > most) scaleGap(shape, -((gap - most) / gap) * weight, UPPER_SHARE);
}

function scaleGap(shape: Float32Array, share: number, upperShare: number): void {
  let chin = 0;
  for (const [upper, lower] of FACING) {
    const change = (shape[(INNER + lower) * 3 + 1] - shape[(INNER + upper) * 3 + 1]) * share;
    moveColumn(shape, upper, -change * upperShare);
    moveColumn(shape, lower, change * (1 - upperShare));
    chin = Math.min(chin, change);
  }
  shape[CHIN * 3 + 1] += chin * CHIN_FOLLOWS;
}

function openGap(shape: Float32Array, amount: number): void {
  for (const [upper, lower] of FACING) {
    const bow = 1 - ((lower - 5) / 5) ** 2;
    moveColumn(shape, upper, -amount * bow * RAISED_SHARE);
    moveColumn(shape, lower, amount * bow * (1 - RAISED_SHARE));
  }
}

/** A fully rounded mouth is at least this much narrower than at rest. */
const NARROWING = 0.06;

/** Draws the corners in until the mouth is as narrow as its rounding, 0..1, asks. */
export function roundLips(shape: Float32Array, restWidth: number, rounding: number): void {
  const most = restWidth * (1 - NARROWING * rounding);
  const width = widthOf(shape);
  if (width <= most) return;
  const factor = 1 - (1 - most / width) * rounding;
  const middle = (shape[0] + shape[30]) / 2;
  for (let place = 0; place < CHIN; place++) shape[place * 3] = middle + (shape[place * 3] - middle) * factor;
}

/** Parts lips that have crossed, to the middle between them; `least` is each column's smallest gap. */
export function uncrossLips(shape: Float32Array, least: readonly number[]): void {
  FACING.forEach(([upper, lower], column) => {
    const gap = shape[(INNER + lower) * 3 + 1] - shape[(INNER + upper) * 3 + 1];
    const missing = Math.max(0, least[column] - gap) / 2;
    moveColumn(shape, upper, -missing);
    moveColumn(shape, lower, missing);
  });
}

/** The smallest gap allowed in each column: contact, or less where the lips at rest already lie closer. */
export const leastGaps = (rest: Float32Array): number[] =>
  FACING.map(([upper, lower]) =>
    Math.min(CONTACT / 2, rest[(INNER + lower) * 3 + 1] - rest[(INNER + upper) * 3 + 1]),
  );
