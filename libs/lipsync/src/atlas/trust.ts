import { median, type FaceObservation } from '@mondwerk/film';
import { anglesOf, type HeadPose } from '@mondwerk/face';
import { distanceFrom, principalComponents, type Components } from './principalComponents.ts';

/** Why a mouth in a frame is left as it is. */
export type PassReason =
  'too small' | 'turned away' | 'blurred' | 'hidden' | 'not seen' | 'left as asked' | 'fits already';

/** Each reason in a reviewer's words. */
export const PASS_SENTENCES: Readonly<Record<PassReason, string>> = {
  'too small': 'the face has fewer than 32 pixels between the eyes',
  'turned away': 'the face is turned too far from the camera for its mouth to be followed',
  blurred: 'the mouth is too blurred to be followed',
  hidden: 'something is in front of the mouth',
  'not seen': 'the face was lost in this frame',
  'left as asked': 'a person asked for these frames to be left as they were',
  'fits already': 'the old mouth says the line nearly as it is, and such lines are left alone',
};

const SMALLEST_EYES = 32;

/** Whether a face has too few pixels between the eyes for its mouth to be followed. */
export const isTooSmall = (eyeDistance: number): boolean => eyeDistance < SMALLEST_EYES;
const WIDEST_YAW = (48 * Math.PI) / 180;
const STEEPEST_PITCH = (35 * Math.PI) / 180;
/** Near a limit, in the limit's own measure: a face that hovers there is not to flicker in and out. */
const NEAR = { yaw: (4 * Math.PI) / 180, pitch: (4 * Math.PI) / 180, size: 1.08 } as const;
const LEAST_CONFIDENCE = 0.5;
/** Share of the performer's usual sharpness under which landmarks on the lips are guesses. */
const BLURRED = 0.12;

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

/**
 * Why this observation cannot be re-performed; `undefined` when it can. `scale`: how much larger the pictures are that will be
 * rendered than those in which it was observed.
 */
export function distrust(
  observation: FaceObservation,
  pose: HeadPose,
  usual: UsualLook,
  scale = 1,
): PassReason | undefined {
  const { yaw, pitch } = anglesOf(pose);
  if (isTooSmall(scale * pose.scale)) return 'too small';
  if (Math.abs(yaw) > WIDEST_YAW || Math.abs(pitch) > STEEPEST_PITCH) return 'turned away';
  if (observation.confidence < LEAST_CONFIDENCE) return 'not seen';
  if (observation.look.sharpness < BLURRED * usual.sharpness) return 'blurred';
  const distance = distanceFrom(usual.thumbnails, Float32Array.from(observation.look.thumbnail));
  return distance > usual.strange ? 'hidden' : undefined;
}

/** Whether a face that could be re-performed is so near to a limit that it should not be right after it was beyond. */
export function isNearLimit(
  reason: PassReason,
  angles: readonly [yaw: number, pitch: number, roll: number],
  eyeDistance: number,
): boolean {
  if (reason === 'too small') return eyeDistance < NEAR.size * SMALLEST_EYES;
  if (reason !== 'turned away') return false;
  return Math.abs(angles[0]) > WIDEST_YAW - NEAR.yaw || Math.abs(angles[1]) > STEEPEST_PITCH - NEAR.pitch;
}
