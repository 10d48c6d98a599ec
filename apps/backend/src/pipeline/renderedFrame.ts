import type { Box, Picture } from '@mondwerk/film';
import type { SeenGap } from './lipInspector.ts';

/** What became of one mouth, or of one face, in one frame. */
export interface PatchResult {
  readonly track: string;
  readonly frame: number;
  /** Where the picture may have changed. */
  readonly box: Box;
  /** Why it was left as it was; `null` when it is new. */
  readonly passed: string | null;
  /** Share of it (0..1) that something in front hides and that was kept; left out where there is nothing. */
  readonly inFront?: number;
}

/** A mouth or a face that is ready to be laid into its frame; `picture` is `null` when it is left as it was. */
export interface NewPatch extends PatchResult {
  readonly picture: Picture | null;
}

/** Whatever makes the new mouths or faces of a frame; several frames may be asked for at once. */
export interface FrameRenderer {
  /** What is new in one frame, none when nobody in it gets anything. */
  render(frame: number, picture: Picture): Promise<readonly NewPatch[]>;
  close(): Promise<void>;
}

/** Whatever looks at finished pictures again. */
export interface FrameInspector {
  /** The lip gaps of a frame that are to be told. */
  look(frame: number, picture: Picture): Promise<readonly SeenGap[]>;
  close(): Promise<void>;
}

/** Where there is nothing: the box of what was left without being looked at. */
export const NOWHERE: Box = { left: 0, top: 0, right: 0, bottom: 0 };

/** Tells of a mouth or a face that it is left as it was, and why. */
export const leftPatch = (
  { track, frame }: Pick<PatchResult, 'track' | 'frame'>,
  why: string,
  box = NOWHERE,
): NewPatch => ({ track, frame, box, passed: why, picture: null });
