import type { Lamps } from './lighting.ts';
import { look, type Sight } from './raster.ts';

const SIZE = 288;
const REACH = 22;
const BIAS = 0.3;

type Direction = readonly [number, number, number];

/** Right and up as a lamp sees them. */
function axesOf([x, y, z]: Direction): readonly [right: readonly number[], up: readonly number[]] {
  const right = normal([z, 0, -x]);
  return [right, [y * right[2] - z * right[1], z * right[0] - x * right[2], x * right[1] - y * right[0]]];
}

function normal([x, y, z]: readonly number[]): readonly number[] {
  const length = Math.hypot(x, y, z);
  return [x / length, y / length, z / length];
}

const view: Sight = {
  width: SIZE,
  height: SIZE,
  seen: new Int32Array(SIZE * SIZE),
  near: new Float32Array(SIZE * SIZE),
};

/** Finds how much of the main lamp reaches each vertex, softly, from a depth picture taken by the lamp. */
export function castShadows(
  points: Float32Array,
  normals: Float32Array,
  triangles: Uint32Array,
  { key }: Lamps,
  keys: Float32Array,
): void {
  const lamp = key.towards;
  const [right, up] = axesOf(lamp);
  const seenByLamp = new Float32Array(points.length);
  const scale = SIZE / (2 * REACH);
  for (let i = 0; i < points.length; i += 3) {
    const x = points[i];
    const y = points[i + 1];
    const z = points[i + 2];
    seenByLamp[i] = SIZE / 2 + scale * (x * right[0] + y * right[1] + z * right[2]);
    seenByLamp[i + 1] = SIZE / 2 + scale * (x * up[0] + y * up[1] + z * up[2]);
    seenByLamp[i + 2] = 60 + x * lamp[0] + y * lamp[1] + z * lamp[2];
  }
  look(view, seenByLamp, triangles, 1);
  for (let v = 0; v < keys.length; v++) {
    const facing = normals[v * 3] * lamp[0] + normals[v * 3 + 1] * lamp[1] + normals[v * 3 + 2] * lamp[2];
    keys[v] = lampShare(
      seenByLamp[v * 3],
      seenByLamp[v * 3 + 1],
      seenByLamp[v * 3 + 2] + BIAS + 0.25 * (1 - facing),
    );
  }
}

function lampShare(x: number, y: number, near: number): number {
  let lit = 0;
  let taps = 0;
  for (let j = -2.4; j <= 2.4; j += 2.4) {
    for (let i = -2.4; i <= 2.4; i += 2.4) {
      const column = Math.floor(x + i);
      const row = Math.floor(y + j);
      if (column < 0 || row < 0 || column >= SIZE || row >= SIZE) continue;
      const over = view.near[row * SIZE + column] - near;
      lit += over <= 0 ? 1 : Math.max(0, 1 - over / 0.35);
      taps++;
    }
  }
  return taps === 0 ? 1 : lit / taps;
}
