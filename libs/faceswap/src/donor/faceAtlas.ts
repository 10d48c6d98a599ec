import type { Distrust } from '@mondwerk/face';

/** What a performer's face was seen doing in one frame. */
export interface FaceEntry {
  /** The number of the donor footage that shows it, from 1; left out where it is the film itself. */
  readonly footage?: number;
  readonly track: string;
  readonly shot: number;
  readonly frame: number;
  /** Yaw, pitch, roll in radians. */
  readonly angles: readonly [number, number, number];
  /** How far the face is from the performer's own neutral, measure by measure as `EXPRESSION` lists them. */
  readonly expression: Float32Array;
  /** Height of the lips' opening in eye distances. */
  readonly aperture: number;
  /** How far the irises stand from the middle of the eyes, in widths of an eye; left out where none was measured. */
  readonly gaze?: readonly [across: number, down: number];
  /** Brightness, left–right and top–bottom difference, Cb and Cr of the lower face, 0..1. */
  readonly light: Float32Array;
  readonly sharpness: number;
  /** Pixels between the eyes. */
  readonly eyeDistance: number;
  /** Why the frame is not used as a source, and perhaps not replaced. */
  readonly distrusted?: Distrust;
}

/** Everything a performer's face was seen doing, and the head it belongs to. */
export interface FaceAtlas {
  readonly performer: string;
  /** The mean head, looking straight ahead: 468 × 3 in eye distances. */
  readonly reference: Float32Array;
  /** The same head with lips at rest and eyes as they usually are. */
  readonly neutral: Float32Array;
  /** In the order of frames inside each track, tracks in the order given. */
  readonly entries: readonly FaceEntry[];
}
