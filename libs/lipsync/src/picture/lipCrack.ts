import type { Box } from '@mondwerk/film';
import { LIP_PAIRS, LIP_RING_PAIRS } from '@mondwerk/face';
import { type Field, type FlatMesh, readAt } from '@mondwerk/compositing';

/** Lips nearer together than the first, in eye distances, are shut; from the second on what is between them is seen, and where. */
const SHUT = 0.025;
const OPEN = 0.05;

/** How far above or below its landmarks a crack is looked for, in eye distances, and in which steps. */
const REACH = 0.06;
const STEP = 0.006;

/** Half the height, in eye distances, of the strip that a crack must be darker than. */
const BESIDE = 0.035;

/** By how many levels of luma a crack must be darker than what lies at the landmarks, and how much more at the end of the reach. */
const SURE = 4;
const UNLIKELY = 8;

/** How far each pair of inner-lip points follows the crack, corner to corner. */
const FOLLOWS = [0.55, 0.85, 1, 1, 1, 1, 1, 0.85, 0.55] as const;

/** How far the rings follow, from the inside out; the lips' outline stays. */
const RINGS = [1, 0.67, 0.33] as const;

/**
 * Looks for the dark line between shut lips and says how much lower than its landmarks it lies, in eye distances: where
 * landmarks have it in the red, opening those lips would tear the red apart. `undefined` where lips are open, where no line is
 * seen and where it lies as the mesh says.
 */
export function findLipCrack(mesh: FlatMesh, luma: Field, box: Box): number | undefined {
  const down = downOf(mesh);
  const gap = gapOf(mesh, down);
  if (gap > OPEN) return undefined;
  const spots = spotsOf(mesh);
  const steps = Math.round(REACH / STEP);
  const beside = Math.round(BESIDE / STEP);
  const rows = Array.from({ length: 2 * (steps + beside) + 1 }, (_, i) =>
    meanAt(luma, box, spots, down, (i - steps - beside) * STEP),
  );
  const depthAt = (i: number): number => (rows[i - beside] + rows[i + beside]) / 2 - rows[i];
  let [best, most] = [0, depthAt(steps + beside) + SURE];
  for (let k = -steps; k <= steps; k++) {
    const depth = depthAt(k + steps + beside) - UNLIKELY * (k / steps) ** 2;
    if (depth > most) [best, most] = [k, depth];
  }
  if (best === 0) return undefined;
  return Math.min(1, (OPEN - gap) / (OPEN - SHUT)) * best * STEP;
}

/** A mesh whose inner lips lie lower by `off` eye distances; the lips' outline stays. */
export function moveLipCrack(mesh: FlatMesh, off: number): FlatMesh {
  const out = Float32Array.from(mesh);
  const [x, y] = downOf(mesh);
  RINGS.forEach((share, r) =>
    LIP_RING_PAIRS[r].forEach((pair, i) =>
      pair.forEach((point) => {
        out[2 * point] += share * FOLLOWS[i] * off * x;
        out[2 * point + 1] += share * FOLLOWS[i] * off * y;
      }),
    ),
  );
  return out;
}

const EYES = [33, 263] as const;

/** The way down a face, one eye distance long. */
function downOf(mesh: FlatMesh): [number, number] {
  const [a, b] = EYES;
  return [mesh[2 * a + 1] - mesh[2 * b + 1], mesh[2 * b] - mesh[2 * a]];
}

const MIDDLE = LIP_PAIRS.slice(2, 7);

/** How far apart inner lips are in the middle, in eye distances. */
function gapOf(mesh: FlatMesh, [x, y]: readonly [number, number]): number {
  const sum = MIDDLE.reduce(
    (total, [upper, lower]) =>
      total + x * (mesh[2 * lower] - mesh[2 * upper]) + y * (mesh[2 * lower + 1] - mesh[2 * upper + 1]),
    0,
  );
  return sum / MIDDLE.length / (x * x + y * y);
}

/** Places along the landmarks' crack, four to a pair. */
function spotsOf(mesh: FlatMesh): (readonly [number, number])[] {
  const middles = MIDDLE.map(([upper, lower]) =>
    [0, 1].map((axis) => (mesh[2 * upper + axis] + mesh[2 * lower + axis]) / 2),
  );
  return middles
    .slice(1)
    .flatMap(([x, y], i) =>
      [0, 0.25, 0.5, 0.75].map(
        (t) => [middles[i][0] + t * (x - middles[i][0]), middles[i][1] + t * (y - middles[i][1])] as const,
      ),
    );
}

function meanAt(
  luma: Field,
  box: Box,
  spots: readonly (readonly [number, number])[],
  [downX, downY]: readonly [number, number],
  off: number,
): number {
  const x = Float32Array.from(spots, (spot) => spot[0] + off * downX);
  const y = Float32Array.from(spots, (spot) => spot[1] + off * downY);
  const grid = { left: box.left, top: box.top, cell: 1, width: luma.width, height: luma.height };
  const { read, inside } = readAt([luma], grid, { x, y });
  const seen = inside.reduce((sum, value) => sum + value, 0);
  return seen === 0 ? 0 : read[0].reduce((sum, value) => sum + value, 0) / seen;
}
