import type { AtlasEntry } from '../atlas/buildAtlas.ts';
import { MOVING, type MouthSpace } from '../atlas/mouthSpace.ts';
import { rowOf, smoothRows } from '@mondwerk/face';
import { MOUTH_POINTS } from '../motion/index.ts';

/** Seconds over which acting is slow and speech is not. */
const SLOW = 0.7;

/** How much of a held expression stays; the rest is left to the new speech. */
const KEPT = 0.7;

const CORNERS = [61, 291] as const;

/**
 * The slow part of the original's acting at the corners of the mouth (a smile, a held expression), as a displacement of the
 * 41 mouth points for each entry of one track: it fades from the corners to the middle, where speech rules. `usualAt` says
 * where an entry's corners would usually be.
 */
export function actingBaseline(
  space: MouthSpace,
  entries: readonly AtlasEntry[],
  usualAt: (entry: AtlasEntry) => Float32Array,
  framesPerSecond: number,
): Float32Array[] {
  const slow = smoothRows(
    entries.map((entry) => {
      const usual = usualAt(entry);
      return cornersOf(space, entry).map((value, i) => value - usual[i]);
    }),
    entries.map((entry) => entry.frame),
    SLOW * framesPerSecond,
  );
  return slow.map((corners) => spread(corners.map((value) => KEPT * value)));
}

/** Both corners of an entry's mouth: 2 × 3, in eye distances. */
export function cornersOf(space: MouthSpace, entry: AtlasEntry): Float32Array {
  const row = rowOf(space.components, entry.coordinates);
  return Float32Array.from({ length: 6 }, (_, i) => row[3 * MOVING.indexOf(CORNERS[(i / 3) | 0]) + (i % 3)]);
}

/** How near each mouth point lies to the left corner along the lips: 1 there, 0 at the right corner; the chin is in the middle. */
const LEFTNESS = MOUTH_POINTS.map((point) => alongLips(point));

function alongLips(point: number): number {
  const rings = [
    [61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291],
    [61, 185, 40, 39, 37, 0, 267, 269, 270, 409, 291],
    [78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308],
    [78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308],
  ];
  const ring = rings.find((candidate) => candidate.includes(point));
  return ring === undefined ? 0.5 : 1 - ring.indexOf(point) / (ring.length - 1);
}

function spread(corners: Float32Array): Float32Array {
  const out = new Float32Array(3 * MOUTH_POINTS.length);
  LEFTNESS.forEach((left, i) => {
    if (MOUTH_POINTS[i] === 152) return;
    const [near, far] = [Math.max(0, 2 * left - 1), Math.max(0, 1 - 2 * left)];
    for (let axis = 0; axis < 3; axis++) out[3 * i + axis] = near * corners[axis] + far * corners[3 + axis];
  });
  return out;
}
