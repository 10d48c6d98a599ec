import type { Field } from './field.ts';
import { bendNodes, type ThinPlate } from './thinPlate.ts';
import { fieldBy, kernels, take } from './workspace.ts';

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
export function warpMapOf(plate: ThinPlate, { left, top, width, height, unit }: BoxFrame): WarpMap {
  const pitch = Math.max(1, unit / NODES);
  const columns = Math.ceil(width / pitch) + 3;
  const rows = Math.ceil(height / pitch) + 3;
  const origin = { left: (left - pitch) / unit, top: (top - pitch) / unit };
  const both = fieldBy(width, 2 * height, (out) => {
    const nodes = bendNodes(plate, { ...origin, pitch: pitch / unit, columns, rows });
    const [across, down] = [take(4 * width * rows), take(4 * width * rows)];
    kernels.spreadAcross(nodes, columns, rows, pitch, unit, width, across, down);
    kernels.spreadDown(across, pitch, width, height, out);
    kernels.spreadDown(down, pitch, width, height, out + 4 * width * height);
  });
  const half = (from: number): Field => ({
    width,
    height,
    data: both.data.subarray(from, from + width * height),
  });
  return { dx: half(0), dy: half(width * height) };
}
