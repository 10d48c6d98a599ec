import type { Picture } from '@mondwerk/film';
import { placesIn, type PictureSource } from '@mondwerk/compositing';
import { cutFace } from '@mondwerk/faceswap';
import { WHOLE_FACE } from '../../libs/faceswap/src/picture/wholeFace.ts';
import type { Sample } from '../lipsync/thingsInFront.ts';
import type { Photograph } from './photograph.ts';

/** What is drawn over a face: what is seen at (u, v), in eye distances from the bridge of the nose, and how much light is left there. */
export interface Covering {
  readonly sample?: (u: number, v: number) => Sample;
  readonly light?: (u: number, v: number) => number;
}

/** A photograph of a face with something over it that follows the face, and how much it covers each pixel (0..1). */
export function covered(
  photo: Photograph,
  plain: Photograph,
  { sample, light = () => 1 }: Covering,
): { readonly photo: Photograph; readonly truth: Float32Array } {
  const { picture, mesh, eyeDistance } = photo;
  const { width, height } = picture;
  const unit = Float32Array.from(
    plain.mesh,
    (value, i) => (value - plain.mesh[2 * 168 + (i & 1)]) / plain.eyeDistance,
  );
  const places = placesIn(
    { mesh, eyeDistance },
    { left: 0, top: 0, cell: 1, width, height },
    { mesh: unit, eyeDistance: 1 },
    WHOLE_FACE.points,
  );
  const at = (i: number): Sample | undefined => sample?.(places.x[i], places.y[i]);
  const scale = 2 ** (picture.format.bitDepth - 8);
  const planes = picture.planes.map((plane, k) => {
    const step = width / plane.width;
    const data = plane.data.map((value, i) => {
      const cell = Math.floor(i / plane.width) * step * width + (i % plane.width) * step;
      const black = scale * (k === 0 ? 16 : 128);
      const lit = black + light(places.x[cell], places.y[cell]) * (value - black);
      const { alpha = 0, tone = [0, 0, 0] } = at(cell) ?? {};
      return Math.round(lit + alpha * (scale * tone[k] - lit));
    });
    return { ...plane, data };
  });
  return {
    photo: { ...photo, picture: { ...picture, planes: planes as unknown as Picture['planes'] } },
    truth: Float32Array.from({ length: width * height }, (_, i) => at(i)?.alpha ?? 0),
  };
}

/** A photograph as a cut-out from which a usual face is learned. */
export const cutOf = ({
  picture,
  mesh,
  eyeDistance,
}: Photograph): Pick<PictureSource, 'picture' | 'box' | 'mesh'> => ({
  ...cutFace(picture, mesh, eyeDistance),
  mesh,
});
