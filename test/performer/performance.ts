import type { Rate } from '@mondwerk/film';
import { drawFrames } from './drawFrames.ts';
import { blinks, gazes, headMotion } from './headMotion.ts';
import type { SetLight } from './lighting.ts';
import type { Moment, MouthShape } from './mouthShape.ts';
import type { PerformerName } from './performers.ts';
import { openTruth, type MouthTruth } from './truth.ts';
import { lookOf } from './wornFace.ts';

/** What a performer does over time: seconds from the first frame in, everything that moves out. */
export type Motion = (seconds: number) => Moment;

/** A picture sequence to be drawn. */
export interface Shooting {
  readonly performer: PerformerName;
  /** Whose face the performer wears; their own when left out. */
  readonly face?: PerformerName;
  readonly light?: SetLight;
  readonly width: number;
  readonly height: number;
  readonly rate: Rate;
  readonly frames: number;
  readonly motion: Motion;
  readonly seed?: number;
  /** How many threads draw; 1 draws in this one. */
  readonly threads?: number;
}

/** A mouth motion with natural head sway, blinks and gaze added. */
export function wholeMotion(mouth: (seconds: number) => MouthShape, seed = 0, sway = 1): Motion {
  const [head, blink, gaze] = [headMotion(seed, sway), blinks(seed), gazes(seed)];
  return (seconds) => ({
    mouth: mouth(seconds),
    head: head(seconds),
    blink: blink(seconds),
    gaze: gaze(seconds),
  });
}

/** What is seen in each frame: the motion in the middle of the frame's time on the screen. */
function momentsOf(shooting: Pick<Shooting, 'rate' | 'frames' | 'motion'>): Moment[] {
  const { rate, frames, motion } = shooting;
  return Array.from({ length: frames }, (_, frame) => motion(((frame + 0.5) * rate.den) / rate.num));
}

/** Draws frame after frame as 8-bit red, green, blue, row by row. */
export function renderPerformer(shooting: Shooting): AsyncGenerator<Uint8Array> {
  const { performer, face, light, width, height, seed = 0, threads = 1 } = shooting;
  return drawFrames({ performer, face, light, width, height, seed, moments: momentsOf(shooting) }, threads);
}

/** The true mouth of each frame, read off the geometry that is drawn. */
export function mouthTruths(shooting: Shooting): MouthTruth[] {
  return momentsOf(shooting).map(openTruth(lookOf(shooting), shooting));
}
