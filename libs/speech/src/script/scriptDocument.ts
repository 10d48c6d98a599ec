import type { OnScreen, Rate, TimecodeStart, TimeSpan } from '@mondwerk/film';
import type { RichText } from './richText.ts';

/** Where in the making of a dub a script stands (DAPT calls it its type). */
export type ScriptKind = 'original' | 'translated' | 'pre-recording' | 'as-recorded';

/** Names and values as a file gives them. */
export type Settings = Readonly<Record<string, string>>;

/** How a script counts frames, and the number of its film's first one. */
export interface ScriptClock {
  readonly rate: Rate;
  readonly start: TimecodeStart;
}

/** Somebody who speaks. */
export interface ScriptCharacter {
  readonly id: string;
  readonly name: string;
  readonly actor?: string;
  readonly color?: string;
  readonly gender?: string;
  readonly description?: string;
  /** A picture, as the base64 that stands in the file. */
  readonly picture?: string;
}

/** The same words in another language, or another version of them. */
export interface OtherText {
  readonly language?: string;
  /** The language that they were translated from. */
  readonly from?: string;
  readonly text: RichText;
}

/** What a script says about a line besides its words. */
export interface Description {
  readonly kind?: string;
  readonly text: string;
}

/** One event of a script as its file has it. */
export interface ScriptLine {
  readonly id?: string;
  /** On the film's clock. */
  readonly span?: TimeSpan;
  /** Names one of the document's characters by its id. */
  readonly character?: string;
  readonly text: RichText;
  /** BCP 47, where it is another than the document's. */
  readonly language?: string;
  /** The language that it was translated from, where it is another than the document's. */
  readonly from?: string;
  readonly others?: readonly OtherText[];
  readonly onScreen?: OnScreen;
  /** Said by somebody who is there and whose mouth is not seen. */
  readonly semiOff?: true;
  /** A sound of a mouth and no words. */
  readonly reaction?: true;
  /** Which row of a rhythm band it stands on. */
  readonly track?: number;
  readonly descriptions?: readonly Description[];
  /** What of the film it is: `audio.dialogue`, `visual.text`… (DAPT's register). */
  readonly represents?: string;
  /** Position and style, in the terms of the file that it came from. */
  readonly settings?: Settings;
}

/** Something written between the lines for whoever reads the file. */
export interface ScriptNote {
  /** The place of the line that it stands before. */
  readonly before: number;
  readonly text: string;
}

/** Styles and regions, in the terms of one format; other formats do not understand them. */
export interface Layout {
  readonly of: 'vtt' | 'ttml';
  readonly styles: readonly Settings[];
  readonly regions: readonly Settings[];
}

/** Something that a head says in a name, attributes and text of its own. */
export interface HeadEntry {
  readonly name: string;
  readonly attributes: Settings;
  readonly text: string;
}

/** A script with everything that it carries. */
export interface ScriptDocument {
  readonly title?: string;
  /** BCP 47. */
  readonly language?: string;
  /** What was translated into it. */
  readonly original?: string;
  readonly kind?: ScriptKind;
  readonly clock?: ScriptClock;
  readonly characters: readonly ScriptCharacter[];
  /** In the order of their times. */
  readonly lines: readonly ScriptLine[];
  /** Where shots change, in seconds. */
  readonly cuts: readonly number[];
  /** Where the stretches begin that actors record in one go, in seconds. */
  readonly loops: readonly number[];
  readonly notes: readonly ScriptNote[];
  readonly head: readonly HeadEntry[];
  readonly layout?: Layout;
  /** What a reader had to decide or leave out, in sentences for people; never written. */
  readonly remarks: readonly string[];
}

/** A script without anything in it. */
export const EMPTY_SCRIPT: ScriptDocument = {
  characters: [],
  lines: [],
  cuts: [],
  loops: [],
  notes: [],
  head: [],
  remarks: [],
};

/** What has to be known to read a script, where its file does not say it. */
export interface ScriptReading {
  /** BCP 47: which of several texts is wanted, and in which letters old files are. */
  readonly language?: string;
  /** Frames per second, for times that count frames. */
  readonly rate?: Rate;
  /** The timecode of the film's first frame, or seconds. */
  readonly start?: string;
  /** How long the film is. */
  readonly filmSeconds?: number;
  /** The timecode that the film itself gives its first frame, from which the script may count. */
  readonly filmTimecode?: string;
}

/** What a reader of one format gives: times as the file counts them, and where its count begins, if it says so. */
export interface RawScript {
  readonly document: ScriptDocument;
  /** In seconds. */
  readonly zero?: number;
  /** Where the count seems to begin though the file does not say it. */
  readonly likelyZero?: number;
}
