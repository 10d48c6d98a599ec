import type { CoarseGrid, FlatMesh } from './coarseGrid.ts';
import type { Field } from './field.ts';
import { placesOf, STIFFNESS } from './meshWarp.ts';
import { fitThinPlate } from './thinPlate.ts';
import { warpMapOf } from './warpMap.ts';

/** A face that lies in a picture, and the picture's unit: how many of its pixels are one eye distance. */
export interface PlacedFace {
  readonly mesh: FlatMesh;
  readonly eyeDistance: number;
}

/** Where the middles of a grid's cells lie in another picture, in that picture's pixels. */
export interface Places {
  readonly x: Float32Array;
  readonly y: Float32Array;
}

/** For each cell of a grid over one face, the same place of another, as some mesh points carry it. */
export function placesIn(
  face: PlacedFace,
  grid: CoarseGrid,
  other: PlacedFace,
  points: readonly number[],
): Places {
  const flat = ({ mesh, eyeDistance }: PlacedFace): Float64Array =>
    Float64Array.from(placesOf(mesh, points), (place) => place / eyeDistance);
  const plate = fitThinPlate(flat(face), flat(other), STIFFNESS);
  const { width, height, cell } = grid;
  const [left, top, unit] = [grid.left / cell, grid.top / cell, face.eyeDistance / cell];
  const map = warpMapOf(plate, { left, top, width, height, unit });
  const scale = other.eyeDistance / unit;
  const x = new Float32Array(width * height);
  const y = new Float32Array(width * height);
  for (let j = 0, at = 0; j < height; j++) {
    for (let i = 0; i < width; i++, at++) {
      x[at] = scale * (left + i + 0.5 + map.dx.data[at]);
      y[at] = scale * (top + j + 0.5 + map.dy.data[at]);
    }
  }
  return { x, y };
}

/** Fields of one grid, read at places in its picture by bilinear interpolation. Places outside give 0, in `inside` too. */
export function readAt(
  fields: readonly Field[],
  { left, top, cell, width, height }: CoarseGrid,
  { x, y }: Places,
): { readonly read: Float32Array[]; readonly inside: Float32Array } {
  const read = fields.map(() => new Float32Array(x.length));
  const inside = new Float32Array(x.length);
  for (let at = 0; at < x.length; at++) {
    const u = (x[at] - left) / cell - 0.5;
    const v = (y[at] - top) / cell - 0.5;
    if (u < 0 || v < 0 || u >= width - 1 || v >= height - 1) continue;
    const i = u | 0;
    const j = v | 0;
    const k = j * width + i;
    const [fx, fy] = [u - i, v - j];
    const [a, b, c, d] = [(1 - fx) * (1 - fy), fx * (1 - fy), (1 - fx) * fy, fx * fy];
    inside[at] = 1;
    for (let f = 0; f < fields.length; f++) {
      const { data } = fields[f];
      read[f][at] = a * data[k] + b * data[k + 1] + c * data[k + width] + d * data[k + width + 1];
    }
  }
  return { read, inside };
}
