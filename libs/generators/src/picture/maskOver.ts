import {
  blankField,
  feathered,
  hullOf,
  smoothStep,
  times,
  type Field,
  type FlatMesh,
} from '@mondwerk/compositing';
import type { Box } from '@mondwerk/film';
import { after, inverse } from './affine.ts';
import { eyesApart } from './eyesApart.ts';
import type { Placement } from './placement.ts';
import { regrid } from './regrid.ts';

/** Which part of a face a generator may change. */
export type FacePart = 'face' | 'lowerFace';

/** Jaw and the foot of the nose: the part of a face that speaks. */
const LOWER_FACE: readonly number[] = [
  93, 132, 58, 172, 136, 150, 149, 176, 148, 152, 377, 400, 378, 379, 365, 397, 288, 361, 323, 98, 2, 327, 50,
  280,
];

/** The soft edge within the face, and within the square, in eye distances and as a part of the square’s side. */
const EDGE = { face: 0.18, square: 0.04 } as const;

/**
 * Where a generated square may show in a box of the frame, 0..1, a cell a pixel: within that part of the face, within the square,
 * and where the network says that the face is.
 */
export function maskOver(
  mesh: FlatMesh,
  part: FacePart,
  box: Box,
  placement: Placement,
  mask: Float32Array | undefined,
): Field {
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  const points = part === 'face' ? Array.from({ length: mesh.length / 2 }, (_, p) => p) : LOWER_FACE;
  const grid = { left: box.left, top: box.top, cell: 1, width, height };
  const face = feathered(hullOf(mesh, points), grid, 0, EDGE.face * eyesApart(mesh));
  const within = times(face, squareMask(box, placement));
  if (!mask) return within;
  const { size, toPicture } = placement;
  const onto = inverse(after([1, 0, -box.left, 0, 1, -box.top], toPicture));
  return times(within, regrid({ width: size, height: size, data: mask }, onto, width, height, 'linear'));
}

/** 1 well inside the square, 0 at its edge and beyond. */
function squareMask(box: Box, { size, toPicture }: Placement): Field {
  const out = blankField(box.right - box.left, box.bottom - box.top);
  const [a, b, c, d, e, f] = inverse(toPicture);
  const soft = EDGE.square * size;
  for (let y = 0; y < out.height; y++) {
    for (let x = 0; x < out.width; x++) {
      const [px, py] = [box.left + x + 0.5, box.top + y + 0.5];
      const u = a * px + b * py + c;
      const v = d * px + e * py + f;
      out.data[y * out.width + x] = smoothStep(Math.min(u, v, size - u, size - v) / soft);
    }
  }
  return out;
}
