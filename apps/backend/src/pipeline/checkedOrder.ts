import type { FrameSpan, Line } from '@mondwerk/film';
import type { BroughtModel } from '@mondwerk/generators';
import type { Film } from '@mondwerk/media';
import type { Language, LexiconEntry } from '@mondwerk/speech';
import type { CheckedFilm } from './checkedFilm.ts';
import type { HeardLines } from './heardLines.ts';
import type { LineSettings } from './lineSettings.ts';
import type { ReadSettings } from './wishes/readSettings.ts';

/** A file that was read, with what it holds told by its hash. */
export interface InputFile {
  readonly path: string;
  /** The name by which people know it. */
  readonly name: string;
  readonly sha256: string;
}

/** A script that was read, in a language that can be pronounced. */
export interface ScriptInput extends InputFile {
  readonly lines: readonly Line[];
  readonly language: Language;
  /** How its names are said. */
  readonly lexicon: readonly LexiconEntry[];
  /** What was decided when it was read, in sentences. */
  readonly remarks?: readonly string[];
  /** How it was heard in the voice; left out where people gave it. */
  readonly heard?: Pick<HeardLines, 'origin' | 'model'>;
}

/** A file of the dubbed voice. */
export interface VoiceStem extends InputFile {
  readonly seconds: number;
  /** The name of the character whose voice it is, `null` when it is not one character's. */
  readonly character: string | null;
}

/** Other footage of the film's title, from which mouths of its performers may be taken. */
export interface FootageInput extends InputFile {
  /** Read as the film is, so that pieces of it fit into its pictures. */
  readonly film: Film;
  /** Whose footage it is, as a person said; `null` where they did not. */
  readonly of: string | null;
}

/** Whom a person chose for a character, or for the line that `#12` names; performers as `inspect` tells them. */
export interface ChosenSpeaker {
  readonly said: string;
  readonly performer: string | null;
}

/** What a dub is made from: everything was read and checked, nothing is optional any more. */
export interface CheckedOrder extends CheckedFilm {
  /** The files that are heard together, at least one. */
  readonly stems: readonly VoiceStem[];
  readonly script: ScriptInput;
  /** The original dialogue, `null` when it was not given. */
  readonly original: ScriptInput | null;
  readonly footage: readonly FootageInput[];
  /** Who says what, as people chose by name. */
  readonly chosen: readonly ChosenSpeaker[];
  /** The frames that are dubbed. */
  readonly stretch: FrameSpan;
  readonly settings: DubSettings;
  /** The lines whose mouths people want other than the voice says. */
  readonly lineSettings: readonly (LineSettings & { readonly line: number })[];
  /** How far the mouths of some performers move, 1 as predicted; those that are not named move so. */
  readonly strengths: ReadonlyMap<string, number>;
  /** A network that makes the mouths; left out: they are the performers' own. */
  readonly lips?: BroughtModel;
  /** What people want of mouths, from a settings file; left out where they gave none. */
  readonly wanted?: ReadSettings;
}

/** How a dub is made. */
export interface DubSettings {
  readonly draft: boolean;
  readonly lossless: boolean;
  readonly fitVoice: boolean;
  readonly voiceAsIs: boolean;
  /** Whether mouths move further where the voice is louder. */
  readonly followLoudness: boolean;
  /** Whether lines that the old mouths nearly say already are left alone. */
  readonly onlyVisible: boolean;
  /** Whether what no line touches is copied, not coded anew. */
  readonly splice?: boolean;
  /** How far all mouths move, 1 as predicted. */
  readonly strength: number;
}
