import type { FrameTimes, ThumbnailIndex } from '#lib/film/index.ts';
import type { SoundLevels } from './soundLevels.ts';
import type { Spans } from './spans.ts';

/** The shots of a film and where each stands; number n is at place n. */
export interface ShotBlocks {
  readonly spans: Spans;
  /** Places in SHOT_STATES. */
  readonly states: Uint8Array;
}

/** Where one performer's face is. */
export interface FaceRow {
  readonly performer: string;
  readonly name: string;
  readonly portrait: string | null;
  readonly spans: Spans;
}

/** What is said in one language. */
export interface LineRow {
  readonly dub: string;
  readonly language: string;
  readonly spans: Spans;
  readonly texts: readonly string[];
  /** Which line each span is: its id and its number in the script. */
  readonly ids: readonly string[];
  readonly numbers: readonly number[];
  /** 1 where nobody is seen saying it. */
  readonly offScreen: Uint8Array;
  /** Lines that are said at once lie under each other: on which level each lies, and how many there are. */
  readonly levels: Uint8Array;
  readonly levelCount: number;
}

/** How a mark looks. */
export type MarkTone = 'plain' | 'good' | 'warn' | 'bad' | 'accent';

/** Things that lie on the film: flags of a report, notes. */
export interface MarkRow {
  readonly id: string;
  readonly name: string;
  readonly spans: Spans;
  readonly tones: readonly MarkTone[];
  readonly labels: readonly string[];
}

/** Where small pictures of the film are. */
export interface FilmPictures {
  readonly index: ThumbnailIndex;
  readonly sheet: (number: number) => string;
  /** Where the film itself is, for pictures between those; `null` where that is not wanted. */
  readonly proxy: string | null;
}

/** Everything that a timeline shows; never changed, only made anew. */
export interface TimelineModel {
  readonly frames: FrameTimes;
  readonly shots: ShotBlocks;
  readonly faces: readonly FaceRow[];
  readonly sound: SoundLevels | null;
  readonly lines: readonly LineRow[];
  readonly marks: readonly MarkRow[];
  readonly pictures: FilmPictures | null;
}

/** A model of which little is known yet. */
export const emptyModel = (frames: FrameTimes): TimelineModel => ({
  ...{ frames, sound: null, pictures: null, faces: [], lines: [], marks: [] },
  shots: {
    spans: { starts: new Float64Array(), ends: new Float64Array(), reach: new Float64Array() },
    states: new Uint8Array(),
  },
});

/** How many frames people count in a second: 24 at 23.976. */
export const countedPerSecond = ({ rate: { num, den } }: FrameTimes): number =>
  Math.max(1, Math.round(num / den));
