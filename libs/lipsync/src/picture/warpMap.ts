import { bendAt, type ThinPlate } from './thinPlate.ts';
import { blankField, type Field } from './field.ts';

/** For every pixel of a box, the displacement in pixels to where its colour is taken from. */
export interface WarpMap {
  readonly dx: Field;
  readonly dy: Field;
}

/** How a box of pixels lies in the units of a thin plate. */
export interface BoxFrame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Pixels in one unit of the thin plate (the eye distance). */
  readonly unit: number;
}

/** Nodes of the coarse grid in one unit: a lip is a tenth of a unit, so two nodes lie on it. */
const NODES = 18;

/**
 * Evaluates a thin plate on a coarse grid and interpolates it with Catmull–Rom weights along rows and
 * columns, so that the cost of the spline does not grow with the film's resolution.
 */
export function warpMapOf(plate: ThinPlate, box: BoxFrame): WarpMap {
  const pitch = Math.max(1, box.unit / NODES);
  const columns = Math.ceil(box.width / pitch) + 3;
  const rows = Math.ceil(box.height / pitch) + 3;
  const nodes = new Float32Array(columns * rows * 2);
  for (let j = 0; j < rows; j++) {
    const y = (box.top + (j - 1) * pitch) / box.unit;
    for (let i = 0; i < columns; i++) {
      bendAt(plate, (box.left + (i - 1) * pitch) / box.unit, y, nodes, 2 * (j * columns + i));
    }
  }
  const [dx, dy] = [0, 1].map((axis) => spread(nodes, axis, columns, rows, pitch, box));
  return { dx, dy };
}

function spread(
  nodes: Float32Array,
  axis: number,
  columns: number,
  rows: number,
  pitch: number,
  box: BoxFrame,
): Field {
  const across = cubicTaps(box.width, pitch);
  const down = cubicTaps(box.height, pitch);
  const wide = new Float32Array(box.width * rows);
  for (let j = 0; j < rows; j++) {
    for (let x = 0; x < box.width; x++) {
      const node = 2 * (j * columns + across.first[x]) + axis;
      const w = 4 * x;
      wide[j * box.width + x] =
        (across.weights[w] * nodes[node] +
          across.weights[w + 1] * nodes[node + 2] +
          across.weights[w + 2] * nodes[node + 4] +
          across.weights[w + 3] * nodes[node + 6]) *
        box.unit;
    }
  }
  const out = blankField(box.width, box.height);
  for (let y = 0; y < box.height; y++) {
    const from = down.first[y] * box.width;
    const [a, b, c, d] = down.weights.subarray(4 * y, 4 * y + 4);
    for (let x = 0, at = y * box.width; x < box.width; x++, at++) {
      const k = from + x;
      out.data[at] =
        a * wide[k] + b * wide[k + box.width] + c * wide[k + 2 * box.width] + d * wide[k + 3 * box.width];
    }
  }
  return out;
}

/** For each pixel centre: the first of four nodes and the Catmull–Rom weights of all four. */
function cubicTaps(length: number, pitch: number): { first: Int32Array; weights: Float32Array } {
  const first = new Int32Array(length);
  const weights = new Float32Array(4 * length);
  for (let i = 0; i < length; i++) {
    const at = (i + 0.5) / pitch;
    first[i] = Math.floor(at);
    weights.set(catmullRom(at - first[i]), 4 * i);
  }
  return { first, weights };
}

/** Catmull–Rom weights of the four neighbours at fraction `t` between the middle two. */
export function catmullRom(t: number): [number, number, number, number] {
  const t2 = t * t;
  const t3 = t2 * t;
  return [
    -0.5 * t3 + t2 - 0.5 * t,
    1.5 * t3 - 2.5 * t2 + 1,
    -1.5 * t3 + 2 * t2 + 0.5 * t,
    0.5 * t3 - 0.5 * t2,
  ];
}
