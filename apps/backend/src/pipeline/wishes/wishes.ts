import type { FrameSpan } from '@mondwerk/film';
import type { CueEdit } from '@mondwerk/lipsync';
import type { Wish } from './wish.ts';

/** A shot by its number, or a span of frames. */
export type Where = { readonly shot: number } | { readonly frames: FrameSpan };

/** What is wanted of the mouth of one line. */
export interface LineWish {
  readonly line: number;
  readonly wish: Wish;
  /** Seconds by which the mouth moves later than the voice. */
  readonly offset: number;
  readonly cues: readonly CueEdit[];
}

/** A polygon at a frame of the film; corners in the film's pixels. */
export interface MaskKey {
  readonly frame: number;
  readonly corners: readonly (readonly [number, number])[];
}

/** A polygon that moves over mouths. */
export interface MovingMask {
  readonly where: Where;
  /** `null`: over every mouth. */
  readonly performer: string | null;
  readonly shows: 'frame' | 'mouth';
  /** Width of its soft edge in the film's pixels. */
  readonly feather: number;
  /** In the order of their frames, each with as many corners as the first. */
  readonly keys: readonly MaskKey[];
}

/** All that people want of the mouths of a film: later lists go before earlier ones. */
export interface Wishes {
  readonly all: Wish;
  readonly performers: readonly { readonly performer: string; readonly wish: Wish }[];
  readonly shots: readonly { readonly where: Where; readonly wish: Wish }[];
  readonly lines: readonly LineWish[];
  readonly masks: readonly MovingMask[];
}

/** Nothing is wanted other than the engine would do it. */
export const NO_WISHES: Wishes = { all: {}, performers: [], shots: [], lines: [], masks: [] };

/** Whether anything is wanted. */
export const wantsAnything = ({ all, performers, shots, lines, masks }: Wishes): boolean =>
  Object.keys(all).length + performers.length + shots.length + lines.length + masks.length > 0;
