import type { FaceObservation } from '@mondwerk/film';
import { anglesOf, type HeadPose } from '../headFrame.ts';
import { looksStrange, type UsualLook } from './usualLook.ts';

/** Why the face in a frame can neither be changed nor be used as a source. */
export type Distrust = 'too small' | 'turned away' | 'blurred' | 'hidden' | 'not seen';

const SMALLEST_EYES = 32;

/** Whether a face has too few pixels between the eyes to be followed. */
export const isTooSmall = (eyeDistance: number): boolean => eyeDistance < SMALLEST_EYES;
const WIDEST_YAW = (48 * Math.PI) / 180;
const STEEPEST_PITCH = (35 * Math.PI) / 180;
/** Near a limit, in the limit's own measure: a face that hovers there is not to flicker in and out. */
const NEAR = { yaw: (4 * Math.PI) / 180, pitch: (4 * Math.PI) / 180, size: 1.08 } as const;
const LEAST_CONFIDENCE = 0.5;
/** Share of the performer's usual sharpness under which landmarks on the lips are guesses. */
const BLURRED = 0.12;

/**
 * Why this observation cannot be worked on; `undefined` when it can. `scale`: how much larger the pictures are that will be
 * rendered than those in which it was observed.
 */
export function distrust(
  observation: FaceObservation,
  pose: HeadPose,
  usual: UsualLook,
  scale = 1,
): Distrust | undefined {
  const { yaw, pitch } = anglesOf(pose);
  if (isTooSmall(scale * pose.scale)) return 'too small';
  if (Math.abs(yaw) > WIDEST_YAW || Math.abs(pitch) > STEEPEST_PITCH) return 'turned away';
  if (observation.confidence < LEAST_CONFIDENCE) return 'not seen';
  if (observation.look.sharpness < BLURRED * usual.sharpness) return 'blurred';
  return looksStrange(observation, usual) ? 'hidden' : undefined;
}

/** Whether a face that could be worked on is so near to a limit that it should not be right after it was beyond. */
export function isNearLimit(
  reason: string,
  angles: readonly [yaw: number, pitch: number, roll: number],
  eyeDistance: number,
): boolean {
  if (reason === 'too small') return eyeDistance < NEAR.size * SMALLEST_EYES;
  if (reason !== 'turned away') return false;
  return Math.abs(angles[0]) > WIDEST_YAW - NEAR.yaw || Math.abs(angles[1]) > STEEPEST_PITCH - NEAR.pitch;
}
