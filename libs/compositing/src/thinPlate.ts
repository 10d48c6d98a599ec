import { addressOf, doublesAt, inWorkspace, kernels, take } from './workspace.ts';

/** A smooth map of the plane: where each point of the new picture is taken from. */
export interface ThinPlate {
  /** Control points (x, y) of the new picture. */
  readonly points: Float64Array;
  /** For x and for y: one weight a control point, then the affine part (constant, x, y). */
  readonly weights: readonly [Float64Array, Float64Array];
}

/**
 * Fits the thin-plate spline that carries `to` points back to `from` points while bending as little as it can
 * (Bookstein 1989). `stiffness` lets it miss the points a little, which keeps contradictory ones from folding it.
 * Both are lists of (x, y) in units in which the face is about 1 wide; what is interpolated is `from − to`.
 */
export function fitThinPlate(to: Float64Array, from: Float64Array, stiffness: number): ThinPlate {
  const count = to.length / 2;
  const size = count + 3;
  const stride = 2 * Math.ceil((size + 2) / 2);
  return inWorkspace(() => {
    const address = take(8 * size * stride);
    const rows = doublesAt(address, size * stride).fill(0);
    for (let i = 0; i < count; i++) {
      for (let j = 0; j < i; j++) {
        const value = bend((to[2 * i] - to[2 * j]) ** 2 + (to[2 * i + 1] - to[2 * j + 1]) ** 2);
        rows[i * stride + j] = value;
        rows[j * stride + i] = value;
      }
      rows[i * stride + i] = stiffness;
      [1, to[2 * i], to[2 * i + 1]].forEach((value, k) => {
        rows[i * stride + count + k] = value;
        rows[(count + k) * stride + i] = value;
      });
      rows[i * stride + size] = from[2 * i] - to[2 * i];
      rows[i * stride + size + 1] = from[2 * i + 1] - to[2 * i + 1];
    }
    kernels.solve(address, size, stride);
    const weights = (axis: 0 | 1): Float64Array =>
      Float64Array.from({ length: size }, (_, i) => rows[i * stride + size + axis]);
    return { points: to, weights: [weights(0), weights(1)] };
  });
}

/** The bending kernel r² log r², from the squared distance. */
const bend = (squared: number): number => (squared > 0 ? squared * Math.log(squared) : 0);

/** Where a grid of nodes lies, in a thin plate's units. */
export interface NodeGrid {
  readonly left: number;
  readonly top: number;
  readonly pitch: number;
  readonly columns: number;
  readonly rows: number;
}

/** Evaluates a plate's displacement at nodes: 32-bit (dx, dy) each, row by row, at the address in the workspace that comes back. */
export function bendNodes({ points, weights: [wx, wy] }: ThinPlate, grid: NodeGrid): number {
  const count = points.length / 2;
  const { left, top, pitch, columns, rows } = grid;
  const table = new Float32Array(4 * count + 6);
  for (let i = 0; i < count; i++) table.set([points[2 * i], points[2 * i + 1], wx[i], wy[i]], 4 * i);
  table.set([...wx.subarray(count), ...wy.subarray(count)], 4 * count);
  const nodes = take(8 * columns * rows);
  kernels.bendNodes(addressOf(table), count, left, top, pitch, columns, rows, nodes);
  return nodes;
}
