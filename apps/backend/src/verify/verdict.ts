import type { FrameSpan } from '@mondwerk/film';

/** Something that is not as the report says. */
export interface Finding {
  readonly code: string;
  readonly sentence: string;
  /** Where, when it is one place: the film's frame, and the place in the picture's pixels. */
  readonly place?: Place;
}

/** One sample of a film. */
export interface Place {
  readonly frame: number;
  readonly plane: 'Y' | 'Cb' | 'Cr';
  readonly x: number;
  readonly y: number;
}

/** A block outside the boxes in which film and dub are least alike. */
export interface Unlike {
  readonly frame: number;
  /** Its left upper corner. */
  readonly x: number;
  readonly y: number;
  /** Peak signal to noise ratio of its luma. */
  readonly decibels: number;
}

/** How alike film and dub are in one shot, where that can be told of a dub coded with loss. */
export interface ShotLikeness {
  readonly shot: number;
  readonly frames: FrameSpan;
  /** Peak signal to noise ratio of luma in dB outside and inside the boxes; `null` where all is equal or nothing there. */
  readonly outside: number | null;
  readonly inside: number | null;
  /** Frames that are equal sample for sample outside the boxes. */
  readonly equalFrames: number;
}

/** What verify found out. */
export interface Verdict {
  /** Whether nothing was found that is not as the report says. */
  readonly verified: boolean;
  /** `samples` where every one was compared, `likeness` where the dub is coded with loss, `none` where it came not so far. */
  readonly compared: 'samples' | 'likeness' | 'none';
  readonly source: string;
  readonly out: string;
  readonly report: string;
  readonly frames: FrameSpan;
  /** Share of all samples that lie outside the boxes (0..1), which is what was compared. */
  readonly outside: number;
  readonly parts: readonly {
    readonly frames: FrameSpan;
    readonly source: boolean;
    readonly out: boolean | null;
  }[];
  readonly findings: readonly Finding[];
  readonly remarks: readonly string[];
  readonly shots: readonly ShotLikeness[];
  /** Of a dub coded with loss. */
  readonly leastAlike: Unlike | null;
}
