import { alignBox, crop, type Box, type Picture } from '@mondwerk/film';
import { JAW_POINTS, MASK_POINTS } from './controlPoints.ts';
import { REGION_MOVES } from './mouthMask.ts';
import { type FlatMesh } from '@mondwerk/compositing';

/** Jaw points included, ears and eyes not: the part of a face that a new mouth may touch. */
const LOWER_FACE = [...MASK_POINTS, ...JAW_POINTS];

/** The part of a frame that a new mouth may touch: the lower face before and after, with room for the warp to fade out. */
export function mouthBox(
  meshes: readonly FlatMesh[],
  eyeDistance: number,
  picture: Pick<Picture, 'width' | 'height' | 'format'>,
): Box {
  const xs = meshes.flatMap((mesh) => LOWER_FACE.map((p) => mesh[2 * p]));
  const ys = meshes.flatMap((mesh) => LOWER_FACE.map((p) => mesh[2 * p + 1]));
  const margin = 0.32 * eyeDistance;
  return alignBox(
    {
      left: Math.min(...xs) - margin,
      top: Math.min(...ys) - 0.5 * margin,
      right: Math.max(...xs) + margin,
      bottom: Math.max(...ys) + margin,
    },
    picture,
  );
}

/** The part of a mouth box that a source may fill; `region` as in `PictureSettings`. */
export function sourceBox(
  mesh: FlatMesh,
  eyeDistance: number,
  box: Box,
  picture: Pick<Picture, 'format'>,
  region = 1,
): Box {
  const xs = MASK_POINTS.map((p) => mesh[2 * p]);
  const ys = MASK_POINTS.map((p) => mesh[2 * p + 1]);
  const margin = (0.08 + REGION_MOVES * Math.max(0, region - 1)) * eyeDistance;
  const limits = { width: box.right, height: box.bottom, format: picture.format };
  return alignBox(
    {
      left: Math.max(box.left, Math.min(...xs) - margin),
      top: Math.max(box.top, Math.min(...ys) - margin),
      right: Math.max(...xs) + margin,
      bottom: Math.max(...ys) + margin,
    },
    limits,
  );
}

/** Cuts a mouth out of a frame, with enough round it to be warped. */
export function cutMouth(
  picture: Picture,
  mesh: FlatMesh,
  eyeDistance: number,
): { picture: Picture; box: Box } {
  const box = mouthBox([mesh], eyeDistance, picture);
  return { picture: crop(picture, box), box };
}
