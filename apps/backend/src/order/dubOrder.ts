import type { NamedCast } from './namedCast.ts';
import type { NamedVoice } from './namedVoice.ts';

/** What a person asked for on the command line, as it was written. */
export interface DubOrder {
  readonly film: string;
  /** A proxy of the film, on which the dub is planned. */
  readonly proxy?: string;
  /** At least one; they are heard together. */
  readonly voices: readonly NamedVoice[];
  /** Heard in the voice when not given. */
  readonly script?: string;
  /** Its frames a second, where they are others than the film's. */
  readonly scriptRate?: string;
  /** The timecode of the film's first frame, where the script counts from another than it seems to. */
  readonly scriptStart?: string;
  /** Recognised in the voice when neither it nor a script is given. */
  readonly language?: string;
  /** Without a script: whether words are not to be understood, only where somebody speaks. */
  readonly acousticDraft?: boolean;
  readonly out: string;
  readonly filmScript?: string;
  readonly filmLanguage?: string;
  /** How names are said, in both scripts. */
  readonly lexicon?: string;
  /** What is recorded of the rights in the film; the operator's own word when not given. */
  readonly rightsBasis?: string;
  /** What is wanted of the mouths: a settings file. */
  readonly settings?: string;
  /** Who says what, where people know it. */
  readonly cast?: readonly NamedCast[];
  /** Other footage of the film's performers, with whose it is where people know it. */
  readonly performerFootage?: readonly NamedVoice[];
  /** Heads that get another face before it is dubbed, by performer, and what that is taken from. */
  readonly replace?: readonly NamedVoice[];
  readonly report?: string;
  readonly work?: string;
  readonly from?: string;
  readonly to?: string;
  readonly draft: boolean;
  readonly lossless: boolean;
  readonly fitVoice: boolean;
  readonly voiceAsIs: boolean;
  readonly followLoudness: boolean;
  readonly onlyVisible: boolean;
  /** Whether what no line touches is copied, not coded anew. */
  readonly splice?: boolean;
  /** The name of a network that makes the mouths, among those that were added; left out: they are the performers' own. */
  readonly lips?: string;
  /** Whether the title is commercial, as it is where nothing is said: then only networks whose licences allow that are used. */
  readonly commercial?: boolean;
  /** How far all mouths move, 1 as predicted. */
  readonly strength: number;
}
