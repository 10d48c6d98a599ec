import type { TimeSpan } from './span.ts';

/** Whether the speaker is seen while a line is said: throughout, never, first, or last. */
export type OnScreen = 'on' | 'off' | 'on-off' | 'off-on';

/** What adapters mark in a rhythm band (detX): a line that begins or ends with open or closed lips, lips that meet. */
export type LipMarkKind = 'in-open' | 'in-close' | 'mpb' | 'neutral' | 'out-open' | 'out-close';

/** A mark that people set by hand for what the lips do at an instant, in seconds on the film's clock. */
export interface LipMark {
  readonly kind: LipMarkKind;
  readonly at: number;
}

/** One script event. `span` is what the script says; `undefined` where the script has no times. */
export interface Line {
  readonly index: number;
  readonly text: string;
  readonly character?: string;
  readonly span?: TimeSpan;
  /** BCP 47, where the line is spoken in another language than its script. */
  readonly language?: string;
  /** Left out where the script does not say. */
  readonly onScreen?: OnScreen;
  /** In the order of their times. */
  readonly marks?: readonly LipMark[];
}

/** The symbol of a stretch without speech, in place of an IPA symbol. */
export const SILENCE = '_';

/** A spoken sound with its time on the film's clock. */
export interface Phone {
  /** One IPA segment with its modifiers, no stress marks, e.g. `tʃ`, `iː`, `ɑ̃`; or `SILENCE`. */
  readonly ipa: string;
  readonly span: TimeSpan;
  /** 0..1: how well the sound fits what the aligner learned of this phone. */
  readonly confidence: number;
  /** Index of the line it belongs to; -1 for silence between lines. */
  readonly line: number;
  /** The written word, where it is known. */
  readonly word?: string;
}

/** A mouth shape that a sound or a mark needs, as reviewers name it. */
export type MouthShape = 'closed' | 'lip-to-teeth' | 'rounded' | 'open' | 'rest';

/** A shape the mouth must reach whatever the rest of the motion says. */
export interface MouthCue {
  readonly shape: MouthShape;
  readonly span: TimeSpan;
  /** The sound that asks for it, `SILENCE` for rest; where a mark asks, the sound that is heard at its instant. */
  readonly ipa: string;
  readonly line: number;
  /** Left out where the sound asks for it: else a mark that people set in the script. */
  readonly origin?: 'mark';
  /** How round the mouth becomes, 0..1, where people want it other than as round as the sound is. */
  readonly amount?: number;
}
