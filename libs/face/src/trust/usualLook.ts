import { median, type FaceObservation } from '@mondwerk/film';
import { distanceFrom, principalComponents, type Components } from '../principalComponents.ts';

/** What a performer's lower face usually looks like, so that what does not belong stands out. */
export interface UsualLook {
  readonly sharpness: number;
  readonly thumbnails: Components;
  /** Distance from the usual above which something is in front of the mouth. */
  readonly strange: number;
}

/** Learns the usual look from a performer's observations; light may always change, things in front are not learned. */
export function learnUsualLook(observations: readonly FaceObservation[]): UsualLook {
  const rows = observations.map((o) => Float32Array.from(o.look.thumbnail));
  const lights = lightsOf(middleOf(rows));
  const rough = principalComponents(lights, lights.length);
  const apart = rows.map((row) => distanceFrom(rough, row));
  const bulk = rows.filter((_, i) => apart[i] <= limitOf(apart, 4));
  const count = Math.min(12, Math.ceil(rows.length / 8));
  const thumbnails = principalComponents([...bulk, ...lights], count + LIGHTS);
  return {
    sharpness: median(observations.map((o) => o.look.sharpness)),
    thumbnails,
    strange: limitOf(
      bulk.map((row) => distanceFrom(thumbnails, row)),
      8,
    ),
  };
}

const LIGHTS = 5;

/** So many spreads above the middle, and no less than noise reaches. */
function limitOf(distances: readonly number[], spreads: number): number {
  const middle = median(distances);
  return Math.max(16, middle + spreads * 1.4826 * median(distances.map((d) => Math.abs(d - middle))));
}

const middleOf = (rows: readonly Float32Array[]): Float32Array =>
  rows[0].map((_, i) => median(rows.map((row) => row[i])));

/** A look in ten other lights: brighter, from the side, from above, of another colour. */
function lightsOf(look: Float32Array): Float32Array[] {
  const side = Math.sqrt(look.length / 3);
  const change: ((value: number, i: number) => number)[] = [
    (v, i) => (i % 3 === 0 ? 0.4 * v : 0),
    (v, i) => (i % 3 === 0 ? 0.4 * v * (((i / 3) % side) / side - 0.5) : 0),
    (v, i) => (i % 3 === 0 ? 0.4 * v * (i / look.length - 0.5) : 0),
    (_, i) => (i % 3 === 1 ? 15 : 0),
    (_, i) => (i % 3 === 2 ? 15 : 0),
  ];
  return change.flatMap((of) => [1, -1].map((sign) => look.map((v, i) => v + sign * of(v, i))));
}

/** Whether something is in front of the lower face of an observation, or it is another's. */
export const looksStrange = ({ look }: FaceObservation, usual: UsualLook): boolean =>
  distanceFrom(usual.thumbnails, Float32Array.from(look.thumbnail)) > usual.strange;
