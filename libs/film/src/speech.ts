import type { TimeSpan } from './span.ts';

/** One script event. `span` is what the script says; `undefined` where the script has no times. */
export interface Line {
  readonly index: number;
  readonly text: string;
  readonly character?: string;
  readonly span?: TimeSpan;
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

/** A mouth shape that a sound needs, as reviewers name it. */
export type MouthShape = 'closed' | 'lip-to-teeth' | 'rounded' | 'rest';

/** A shape the mouth must reach whatever the rest of the motion says. */
export interface MouthCue {
  readonly shape: MouthShape;
  readonly span: TimeSpan;
  /** The sound that asks for it, `SILENCE` for rest. */
  readonly ipa: string;
  readonly line: number;
  /** How round the mouth becomes, 0..1, where people want it other than as round as the sound is. */
  readonly amount?: number;
}
