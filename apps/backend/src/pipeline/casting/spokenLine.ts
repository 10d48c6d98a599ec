import type { FrameSpan, Line } from '@mondwerk/film';

/** A line as far as it is heard in one shot. */
export interface HeardLine {
  readonly line: number;
  readonly shot: number;
  /** The frames of the shot in which it is heard, or would be. */
  readonly frames: FrameSpan;
  /** Nobody says it in the voice: the mouth that said it in the film rests meanwhile. */
  readonly silent?: true;
}

/**
 * What decided whose mouth says a line: people, the one face there is, the script's character, who moved the mouth with
 * the original voice, who moved it at all, whose face is largest, that others say something else, or that nobody is seen.
 */
export type Evidence =
  'person' | 'only-face' | 'character' | 'voice' | 'movement' | 'largest' | 'free-face' | 'nobody-seen';

/** Who says a line, by what, and how surely. */
export interface Choice {
  /** `null` when nobody on the screen says it. */
  readonly performer: string | null;
  /** Why the choice may be wrong, `null` when it is plain. */
  readonly doubt: string | null;
  /** Left out in what was planned before this was told. */
  readonly by?: Evidence;
  /** From 0, a guess, to 1, as people said. */
  readonly sureness?: number;
}

/** Whose mouth says a line in a shot. */
export interface SpokenLine extends HeardLine, Choice {}

/** Whom people say that a line is said by: a performer, nobody on the screen (`null`), or nothing (`undefined`). */
export type DecidedSpeaker = (line: Line) => string | null | undefined;

/** Why nobody on the screen says a line although nobody decided so. */
export const NOBODY_SEEN = {
  noFace: 'no face is on the screen meanwhile',
  performerAway: 'the performer of this line is not on the screen meanwhile',
  mouthBusy: 'the one face on the screen says another line meanwhile',
  mouthsStill: 'no face is seen to move its mouth while the film speaks: it is heard from off the screen',
} as const;
