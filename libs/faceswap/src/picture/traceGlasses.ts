import { combine, feathered, type Field, type Fields, hullOf, type UsualFace } from '@mondwerk/compositing';
import type { BareSkin } from './bareSkin.ts';
import { BROWS, EYES } from './facePoints.ts';
import { traceLine } from './traceLine.ts';

/** A point of a traced line, the direction across the line, and the line's contrast there against the skin's luma. */
export interface Point {
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly dy: number;
  readonly contrast: number;
}

/** A line that might be a part of glasses. */
export interface Line {
  readonly points: readonly Point[];
}

/** Glasses as they would run if there were any, on the grid of a usual face; `under` is the part of a rim below the eye. */
export interface TracedGlasses {
  readonly rims: readonly (Line & { readonly under: readonly Point[] })[];
  readonly bridge: Line;
  readonly arms: readonly Line[];
}

/** How many directions from the middle of an eye a rim is looked for in; of those, the ones that point down. */
const SPOKES = 72;
const UNDER = [4, 32] as const;

/** Nearest and farthest a rim may lie from the middle of an eye, in cells. */
const NEAREST = 8;
const FARTHEST = 33;

/** What lies beside a line is read so many cells off, to both sides. */
const BESIDE = [3, 5] as const;

/** A bridge may lie so many cells above or below the inner corners of the eyes, an arm beside the outer ones. */
const BRIDGE = [-16, 20] as const;
const ARM = [-14, 10] as const;

/** Traces what would be glasses on a usual face: dark ones, or bright ones where these have the more contrast under the eyes. */
export function traceGlasses(usual: UsualFace, bare: BareSkin): TracedGlasses {
  const both = ([-1, 1] as const).map((tone) => traceToned(usual, bare, tone));
  const under = ({ rims }: TracedGlasses): number =>
    rims.reduce((sum, rim) => rim.under.reduce((total, { contrast }) => total + contrast, sum), 0);
  return under(both[0]) >= under(both[1]) ? both[0] : both[1];
}

function traceToned(usual: UsualFace, bare: BareSkin, tone: -1 | 1): TracedGlasses {
  const { face, grid, mean } = usual;
  const at = (p: number): readonly [number, number] => [
    face.mesh[2 * p] - grid.left,
    face.mesh[2 * p + 1] - grid.top,
  ];
  const trusted = trustIn(usual);
  const look = (x: number, y: number, dx: number, dy: number): Point => {
    const trust = valueAt(trusted, x, y);
    const contrast = trust === 0 ? 0 : trust * contrastAt(mean, bare.skin[0], { x, y, dx, dy }, tone);
    return { x, y, dx, dy, contrast };
  };
  const line = (rows: readonly (readonly Point[])[], bend: number, closed = false): Point[] =>
    traceLine(
      rows.map((row) => Float32Array.from(row, ({ contrast }) => contrast)),
      { bend, closed },
    ).places.map((place, row) => rows[row][place]);
  const across = (from: number, to: number, level: number, [up, down]: readonly [number, number]): Point[] =>
    line(
      Array.from({ length: Math.max(1, Math.round(Math.abs(to - from))) }, (_, i) =>
        Array.from({ length: down - up }, (__, j) =>
          look(from + Math.sign(to - from) * i, level + up + j, 0, 1),
        ),
      ),
      1,
    );
  const rims = EYES.map((points) => {
    const [x, y] = [0, 1].map((axis) => points.reduce((sum, p) => sum + at(p)[axis], 0) / points.length);
    const rows = Array.from({ length: SPOKES }, (_, k) => {
      const [c, s] = [Math.cos((2 * Math.PI * k) / SPOKES), Math.sin((2 * Math.PI * k) / SPOKES)];
      return Array.from({ length: FARTHEST - NEAREST }, (__, r) =>
        look(x + c * (r + NEAREST), y + s * (r + NEAREST), c, s),
      );
    });
    const ring = line(rows, 2, true);
    return { points: ring, under: ring.slice(...UNDER) };
  });
  const [inner, other] = [at(133), at(362)];
  const quarter = (other[0] - inner[0]) / 4;
  const level = (inner[1] + other[1]) / 2;
  const side = (points: readonly Point[], sign: number): number =>
    points.reduce(
      (most, { x, contrast }) => (contrast > 0.05 && sign * x > sign * most ? x : most),
      -sign * 1e9,
    );
  const arms = [33, 263].map((corner, k) => {
    const sign = k === 0 ? -1 : 1;
    const from = Math.min(grid.width - 1, Math.max(0, side(rims[k].points, sign)));
    return { points: across(from, k === 0 ? 0 : grid.width - 1, at(corner)[1], ARM) };
  });
  return { rims, bridge: { points: across(inner[0] + quarter, other[0] - quarter, level, BRIDGE) }, arms };
}

/** How far a line at a place may be a rim: not in the eye itself, hardly in a brow. */
function trustIn({ face, grid }: UsualFace): Field {
  const { mesh, eyeDistance } = face;
  const area = (points: readonly number[], grown: number): Field =>
    feathered(hullOf(mesh, points), grid, -grown * eyeDistance, 0.01 * eyeDistance);
  const either = (a: Field, b: Field): Field => combine(a, b, Math.max);
  const eyes = EYES.map((points) => area(points, 0.01)).reduce(either);
  const brows = BROWS.map((points) => area(points, 0.03)).reduce(either);
  return combine(eyes, brows, (e, b) => (e > 0.5 ? 0 : 1 - 0.6 * b));
}

/** How much darker (−1) or brighter (1) a place is than what lies beside it to both sides, against the skin's luma; colour adds to that. */
function contrastAt(
  seen: Fields,
  skin: Field,
  { x, y, dx, dy }: Omit<Point, 'contrast'>,
  tone: -1 | 1,
): number {
  let most = 0;
  for (const d of BESIDE) {
    const off = (k: 0 | 1 | 2, to: number): number =>
      valueAt(seen[k], x + to * dx, y + to * dy) - valueAt(seen[k], x, y);
    const luma = Math.min(-tone * off(0, d), -tone * off(0, -d));
    if (luma <= 0) continue;
    const chroma = ([1, 2] as const).map((k) => {
      const [a, b] = [off(k, d), off(k, -d)];
      return 2 * Math.max(0, Math.min(a, b), -Math.max(a, b));
    });
    most = Math.max(most, Math.hypot(luma, ...chroma));
  }
  return most / Math.max(30, valueAt(skin, x, y));
}

/** A field between its cells; beyond its edge as at it. */
function valueAt({ width, height, data }: Field, x: number, y: number): number {
  const i = Math.min(width - 1.001, Math.max(0, x));
  const j = Math.min(height - 1.001, Math.max(0, y));
  const k = (j | 0) * width + (i | 0);
  const [u, v] = [i % 1, j % 1];
  const above = (1 - u) * data[k] + u * data[k + 1];
  return (1 - v) * above + v * ((1 - u) * data[k + width] + u * data[k + width + 1]);
}
