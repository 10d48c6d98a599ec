import type { ColourTags, FilmClock, PixelFormat, Rate } from '@mondwerk/film';
import type { StaticHdr } from './staticHdr.ts';

/** One sound of a film as its container describes it. */
export interface AudioTrack {
  /** Its place among all streams of the container. */
  readonly index: number;
  readonly codec: string;
  readonly channels: number;
  readonly sampleRate: number;
  /** As the container writes it, mostly ISO 639-2. */
  readonly language?: string;
  readonly title?: string;
  /** Seconds on the film's clock at which it begins; negative when it begins before the picture. */
  readonly start: number;
}

/** What is known of a film before any of it is decoded. Plain data: it can be sent to a worker. */
export interface Film {
  readonly path: string;
  readonly bytes: number;
  /** The container, by ffmpeg's name. */
  readonly container: string;
  readonly codec: string;
  /** As decoded, with the container's rotation applied. */
  readonly width: number;
  readonly height: number;
  /** The format that frames are read in. */
  readonly format: PixelFormat;
  /** ffmpeg's name of the format in which the film stores them. */
  readonly storedFormat: string;
  readonly colour: ColourTags;
  /** What an HDR film tells of its grading, where it does. */
  readonly hdr?: StaticHdr;
  /** What of the film is not in what is made of it, in sentences for people. */
  readonly remarks?: readonly string[];
  /** Width to height of one sample, e.g. `1:1`, as decoded. */
  readonly sampleAspect: string;
  /** The nominal rate; only for people and encoders where `variable` is set. */
  readonly rate: Rate;
  readonly variable: boolean;
  readonly clock: FilmClock;
  /** Seconds per unit of `pts`, as a fraction. */
  readonly timeBase: Rate;
  /** The container's exact whole-number timestamp of each frame, ascending. */
  readonly pts: Float64Array;
  /** The frames at which decoding can begin. */
  readonly keyFrames: Int32Array;
  /** Seconds on the container's clock at which the first frame, and the first of all streams, begins. */
  readonly start: number;
  readonly containerStart: number;
  readonly audio: readonly AudioTrack[];
  /** The filters through which frames are read, where they are not read as they are stored. */
  readonly conversion?: readonly string[];
  /** The timecode that the container gives the first frame, e.g. `01:00:00;00`. */
  readonly timecode?: string;
}
