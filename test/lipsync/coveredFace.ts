import type { Picture } from '@mondwerk/film';
import { drawnFace, FACE, type Drawing } from './drawnFace.ts';
import { MOUTH_LINE } from './drawnHead.ts';
import { thingAt, type Sample, type ThingName } from './thingsInFront.ts';

/** What is in front of a drawn face, and how far it has come (see `thingAt`). */
export interface Covering {
  readonly thing: ThingName;
  readonly time: number;
}

/** A drawn face's skin, darker and redder as hands often are. */
const HAND = [120, 104, 161] as const;

const sampleAt = ({ thing, time }: Covering, x: number, y: number): Sample =>
  thingAt(
    thing,
    { time, skin: HAND, blur: 2 / FACE.eyeDistance },
    (x - FACE.x) / FACE.eyeDistance,
    (y - FACE.y) / FACE.eyeDistance - MOUTH_LINE,
  );

/** A drawn face with a thing in front. */
export function coveredFace(drawing: Drawing, covering: Covering): Picture {
  const picture = drawnFace(drawing);
  const scale = 2 ** (picture.format.bitDepth - 8);
  const planes = picture.planes.map((plane, channel) => {
    const [stepX, stepY] = [FACE.width / plane.width, FACE.height / plane.height];
    const data = plane.data.map((value, i) => {
      const x = ((i % plane.width) + 0.5) * stepX;
      const y = (Math.floor(i / plane.width) + 0.5) * stepY;
      const { alpha, tone } = sampleAt(covering, x, y);
      return Math.round(value + alpha * (scale * tone[channel] - value));
    });
    return { ...plane, data };
  });
  return { ...picture, planes: [planes[0], planes[1], planes[2]] };
}

/** How much the thing covers each pixel of the picture (0..1). */
export const coverOf = (covering: Covering): Float32Array =>
  Float32Array.from(
    { length: FACE.width * FACE.height },
    (_, i) => sampleAt(covering, (i % FACE.width) + 0.5, Math.floor(i / FACE.width) + 0.5).alpha,
  );
