import type { Phone } from '@mondwerk/film';
import type { ScriptClock } from '@mondwerk/speech';
import type { Alignment } from './alignment.ts';
import type { ReadScript } from './heardScript.ts';
import type { Hearing } from './spokenScript.ts';
import type { SeenLine } from './mouth/seenLines.ts';
import type { Peaks } from './soundShape.ts';

/** What was heard, and seen where there is a film. */
export interface HeardMouth {
  readonly alignment: Alignment;
  /** All that is said, ascending by its start; those of different lines may overlap. */
  readonly spoken: readonly Phone[];
  /** One after the other, with silences: of what is said at once only the first. */
  readonly phones: readonly Phone[];
  readonly clock: ScriptClock;
  readonly script: ReadScript;
  /** Where the script comes from, `null` where somebody gave it. */
  readonly hearing: Hearing | null;
  /** `null` where no film was looked at. */
  readonly seen: readonly SeenLine[] | null;
  readonly peaks: () => Promise<Peaks>;
}
