import { blankField, combine, feathered, type Field, hullOf, type UsualFace } from '@mondwerk/compositing';
import type { BareSkin } from './bareSkin.ts';
import { BROWS, EYES } from './facePoints.ts';
import { reachedFrom } from './reachedFrom.ts';
import { type Point, type TracedGlasses, traceGlasses } from './traceGlasses.ts';

/** Against skin's luma: a bare face has no line of such contrast under both eyes and across the nose (0.01 to 0.06 was seen). */
const SURE = { rims: 0.1, bridge: 0.1 } as const;

/** The share of what lies under an eye that must be unlike skin for a dark lens to be there. */
const DARK_LENS = 0.7;

/** How far from the middle between the eyes a dark lens may reach, in eye distances. */
const LENS = { side: 0.68, up: 0.35, down: 0.42 } as const;

/** A line of this contrast belongs to a rim, where it is not so many times as thick as the rim is under the eyes: a brow is. */
const RIM = { contrast: 0.07, thicker: 1.6 } as const;

/** Rims of so much contrast are of one piece: they run before the brows too. */
const BOLD = 0.3;

/** Lines are followed over gaps of so many points. */
const GAP = 3;

/** Finds glasses: two rims and a bridge, dark, bright or coloured, or two dark lenses; `undefined` where there are none for sure. */
export function findGlasses(usual: UsualFace, bare: BareSkin, foreign: Field): Field | undefined {
  const lenses = darkLenses(usual, bare, foreign);
  const traced = traceGlasses(usual, bare);
  if (!looksWorn(traced)) return lenses;
  const luma = usual.mean[0];
  const usualWidth = most(
    traced.rims.flatMap(({ under }) => under.map((point) => thicknessAt(luma, point))),
    0.5,
  );
  const bold = traced.rims.every(
    ({ under }) => under.filter(({ contrast }) => contrast > BOLD).length > 0.6 * under.length,
  );
  const out = lenses ?? blankField(usual.grid.width, usual.grid.height);
  if (lenses === undefined)
    for (const { points } of traced.rims)
      drawLine(
        out,
        points,
        (point) => bold || thicknessAt(luma, point) <= RIM.thicker * usualWidth + 0.5,
        usualWidth / 2,
      );
  for (const { points } of [traced.bridge, ...traced.arms]) drawLine(out, points, () => true, usualWidth / 2);
  return combine(out, bare.inside, (c, i) => c * i);
}

/** Whether lines run under both eyes and across the nose. */
const looksWorn = ({ rims, bridge }: TracedGlasses): boolean =>
  rims.every(
    ({ under }) =>
      most(
        under.map(({ contrast }) => contrast),
        0.7,
      ) > SURE.rims,
  ) &&
  most(
    bridge.points.map(({ contrast }) => contrast),
    0.5,
  ) > SURE.bridge;

/** What a share of the values reach. */
function most(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => b - a);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
}

/** How thick a line is, in cells: as far as its luma is nearer to the line's than to what lies farthest from that beside it. */
function thicknessAt({ width, height, data }: Field, { x, y, dx, dy }: Point): number {
  const at = (k: number): number => {
    const i = Math.min(width - 1, Math.max(0, Math.round(x + k * dx)));
    return data[Math.min(height - 1, Math.max(0, Math.round(y + k * dy))) * width + i];
  };
  let thickness = 1;
  for (const side of [-1, 1]) {
    const apart = BESIDE.map((k) => Math.abs(at(side * k) - at(0)));
    const half = Math.max(...apart) / 2;
    const end = apart.findIndex((value) => value > half);
    thickness += end < 0 ? BESIDE.length : end;
  }
  return thickness;
}

/** So far from a line, in cells, it is looked for where it ends. */
const BESIDE = [1, 2, 3, 4, 5, 6] as const;

/** Draws those points of a line that belong to it, and what lies between them. */
function drawLine(
  out: Field,
  points: readonly Point[],
  belongs: (point: Point) => boolean,
  radius: number,
): void {
  let last = -Infinity;
  points.forEach((point, k) => {
    if (point.contrast <= RIM.contrast || !belongs(point)) return;
    const { x, y } = point;
    const from = k - last <= GAP ? points[last] : points[k];
    const steps = Math.max(1, Math.ceil(2 * Math.hypot(x - from.x, y - from.y)));
    for (let i = 0; i <= steps; i++)
      drawDisc(out, from.x + (i / steps) * (x - from.x), from.y + (i / steps) * (y - from.y), radius);
    last = k;
  });
}

function drawDisc({ width, height, data }: Field, x: number, y: number, radius: number): void {
  const reach = Math.ceil(radius);
  for (let j = Math.round(y) - reach; j <= Math.round(y) + reach; j++)
    for (let i = Math.round(x) - reach; i <= Math.round(x) + reach; i++)
      if (i >= 0 && j >= 0 && i < width && j < height && Math.hypot(i - x, j - y) <= radius + 0.3)
        data[j * width + i] = 1;
}

/** Two lenses through which no skin is seen. */
function darkLenses({ face, grid }: UsualFace, bare: BareSkin, foreign: Field): Field | undefined {
  const { mesh, eyeDistance } = face;
  const eyes = EYES.map((points) => feathered(hullOf(mesh, points), grid, 0, 0.01 * eyeDistance));
  const rings = EYES.map((points) => {
    const round = feathered(hullOf(mesh, points), grid, -0.12 * eyeDistance, 0.01 * eyeDistance);
    return combine(round, bare.features, (r, f) => r * (1 - f));
  });
  const dark = rings.every((ring) => {
    let [hidden, all] = [0, 0];
    ring.data.forEach((r, i) => {
      all += r;
      hidden += r * foreign.data[i];
    });
    return all > 0 && hidden / all > DARK_LENS;
  });
  if (!dark) return undefined;
  const brows = BROWS.map((points) => feathered(hullOf(mesh, points), grid, 0, 0.01 * eyeDistance));
  const [x, y] = [0, 1].map((axis) => (mesh[2 * 33 + axis] + mesh[2 * 263 + axis]) / 2);
  const near = blankField(grid.width, grid.height);
  near.data.forEach((_, i) => {
    const u = (grid.left + (i % grid.width) - x) / eyeDistance;
    const v = (grid.top + Math.floor(i / grid.width) - y) / eyeDistance;
    const lens = Math.abs(u) < LENS.side && v > -LENS.up && v < LENS.down;
    if (lens && brows.every(({ data }) => data[i] < 0.5)) near.data[i] = foreign.data[i];
  });
  return reachedFrom(near, combine(eyes[0], eyes[1], Math.max));
}
