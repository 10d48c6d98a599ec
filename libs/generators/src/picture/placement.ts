import type { FlatMesh } from '@mondwerk/compositing';
import { after, inverse, moved, similarity, type Affine } from './affine.ts';
import { fivePointsOf } from './fivePoints.ts';
import { TEMPLATES, type TemplateName } from './templates.ts';

/** How the square that a network sees lies in the picture. */
export interface Placement {
  /** Pixels along the square’s side. */
  readonly size: number;
  /** From the square’s pixels to the picture’s; the middle of the first pixel is at (0.5, 0.5) in both. */
  readonly toPicture: Affine;
}

/** What a network’s square is laid over: an alignment, or the box round the face, stretched to the square. */
export type Framing = TemplateName | 'faceBox';

/** Jaw and brows: what a detector’s box, or that of 68 landmarks, goes round. */
const FACE_BOX: readonly number[] = [
  127, 234, 93, 132, 58, 172, 136, 150, 149, 176, 148, 152, 377, 400, 378, 379, 365, 397, 288, 361, 323, 454,
  356, 70, 63, 105, 66, 107, 336, 296, 334, 293, 300,
];

/** The mesh ends above the chin’s edge: so much of the box’s height is added at its foot. */
const CHIN = 0.04;

/**
 * Where the square of a network lies over a face; `boost` times as many pixels along its side as the network has, over the same
 * place. @throws RangeError when the face has no size.
 */
export function placementOf(mesh: FlatMesh, framing: Framing, native: number, boost = 1): Placement {
  const toPicture = framing === 'faceBox' ? boxed(mesh, native) : aligned(mesh, framing, native);
  const fine = 1 / boost;
  return { size: native * boost, toPicture: after(toPicture, [fine, 0, 0, 0, fine, 0]) };
}

/** The side of a square in pixels of the picture. */
export const sideOf = ({ size, toPicture: [a, b, , d, e] }: Placement): number =>
  size * Math.sqrt(Math.abs(a * e - b * d));

function aligned(mesh: FlatMesh, template: TemplateName, size: number): Affine {
  const wanted = TEMPLATES[template].map(([x, y]) => [x * size + 0.5, y * size + 0.5] as const);
  return inverse(similarity(fivePointsOf(mesh), wanted));
}

/** The upright box round the face as FFHQ turns it, stretched to the square. */
function boxed(mesh: FlatMesh, size: number): Affine {
  const upright = aligned(mesh, 'ffhq512', 512);
  const back = inverse(upright);
  const points = FACE_BOX.map((p) => moved(back, mesh[2 * p], mesh[2 * p + 1]));
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const height = (Math.max(...ys) - top) * (1 + CHIN);
  return after(upright, [(Math.max(...xs) - left) / size, 0, left, 0, height / size, top]);
}
