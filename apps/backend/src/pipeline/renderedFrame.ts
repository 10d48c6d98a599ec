import type { Box, Picture } from '@mondwerk/film';

/** What became of one mouth in one frame. */
export interface MouthResult {
  readonly track: string;
  readonly frame: number;
  /** Where the picture may have changed. */
  readonly box: Box;
  /** Why the mouth was left as it was; `null` when it was re-performed. */
  readonly passed: string | null;
  /** Share of the mouth (0..1) that something in front hides and that was kept; left out where there is nothing. */
  readonly inFront?: number;
}

/** A mouth that is ready to be laid into its frame; `picture` is `null` when it is left as it was. */
export interface NewMouth extends MouthResult {
  readonly picture: Picture | null;
}

/** Whatever re-performs the mouths of a frame; several frames may be asked for at once. */
export interface MouthRenderer {
  /** The new mouths of one frame, none when nobody in it is dubbed. */
  render(frame: number, picture: Picture): Promise<readonly NewMouth[]>;
  close(): Promise<void>;
}
