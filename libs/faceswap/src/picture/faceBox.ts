import { alignBox, crop, type Box, type Picture } from '@mondwerk/film';
import type { FlatMesh } from '@mondwerk/compositing';
import { OUTLINE } from './facePoints.ts';

/** How far beyond a face's outline the frame may be bent, in eye distances. */
export const REACH = 0.34;

/** The part of a frame that a new face may touch: the face before and after, with room for the warp to fade out. */
export const faceBox = (
  meshes: readonly FlatMesh[],
  eyeDistance: number,
  picture: Pick<Picture, 'width' | 'height' | 'format'>,
): Box => alignBox(round(meshes, OUTLINE, REACH * eyeDistance), picture);

/** The part of a face's box in which some of its points lie, with a margin in pixels, aligned to whole chroma samples. */
export function partOfBox(
  mesh: FlatMesh,
  points: readonly number[],
  margin: number,
  box: Box,
  { format }: Pick<Picture, 'format'>,
): Box {
  const near = round([mesh], points, margin);
  const inside = (value: number, from: number, to: number): number => Math.min(to, Math.max(from, value));
  return alignBox(
    {
      left: inside(near.left, box.left, box.right - 2),
      top: inside(near.top, box.top, box.bottom - 2),
      right: inside(near.right, box.left + 2, box.right),
      bottom: inside(near.bottom, box.top + 2, box.bottom),
    },
    { width: box.right, height: box.bottom, format },
  );
}

/** Cuts a face out of a frame, with enough round it to be warped. */
export function cutFace(
  picture: Picture,
  mesh: FlatMesh,
  eyeDistance: number,
): { picture: Picture; box: Box } {
  const box = alignBox(round([mesh], OUTLINE, CUT * eyeDistance), picture);
  return { picture: crop(picture, box), box };
}

/** How much is cut out beyond the outline, in eye distances. */
const CUT = 0.14;

function round(meshes: readonly FlatMesh[], points: readonly number[], margin: number): Box {
  const xs = meshes.flatMap((mesh) => points.map((p) => mesh[2 * p]));
  const ys = meshes.flatMap((mesh) => points.map((p) => mesh[2 * p + 1]));
  return {
    left: Math.min(...xs) - margin,
    top: Math.min(...ys) - margin,
    right: Math.max(...xs) + margin,
    bottom: Math.max(...ys) + margin,
  };
}
