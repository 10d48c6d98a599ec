import { ramp } from './curve.ts';
import { hash } from './noise.ts';
import type { HeadPose } from './mouthShape.ts';

/** Slow sways: amplitude, then seconds of two mixed waves. */
const SWAYS = {
  yaw: [0.1, 5.3, 2.9],
  pitch: [0.04, 3.7, 1.9],
  roll: [0.03, 6.1, 3.3],
  shiftX: [0.25, 7.3, 4.1],
  shiftY: [0.12, 4.7, 2.3],
} as const;
const BLINK_EVERY = 3.4;

/** How the head is held at an instant: small nods and turns, `sway` times as far as usual, the same for the same seed. */
export function headMotion(seed: number, sway = 1): (seconds: number) => HeadPose {
  return (seconds) => {
    const pose = Object.entries(SWAYS).map(([name, [size, slow, quick]], i) => {
      const phase = hash(i, 1, seed) * 6.28;
      const wave =
        0.7 * Math.sin((6.283 * seconds) / slow + phase) +
        0.3 * Math.sin((6.283 * seconds) / quick + 2.1 * phase);
      return [name, size * sway * wave];
    });
    return Object.fromEntries(pose) as HeadPose;
  };
}

/** How far the lids are shut at an instant, 0..1. */
export function blinks(seed: number): (seconds: number) => number {
  return (seconds) => {
    const turn = Math.floor(seconds / BLINK_EVERY);
    const at = (turn + 0.25 + 0.5 * hash(turn, 3, seed)) * BLINK_EVERY;
    const after = seconds - at;
    return after < 0 ? ramp(-0.09, 0, after) : ramp(0.2, 0.04, after);
  };
}

/** Where the eyes look at an instant: mostly into the camera, with small jumps; radians right and up. */
export function gazes(seed: number): (seconds: number) => readonly [number, number] {
  return (seconds) => {
    const turn = Math.floor(seconds / 1.7 + hash(0, 4, seed));
    return [(hash(turn, 5, seed) - 0.5) * 0.1, (hash(turn, 6, seed) - 0.5) * 0.05];
  };
}
