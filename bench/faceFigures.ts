import { likeness, unitVector } from '@mondwerk/face';
import type { MeasuredFilm, MeasuredFrame } from './measuredFilm.ts';

type Pair = readonly [reference: MeasuredFrame, other: MeasuredFrame];

const ANGLES = ['yaw', 'pitch', 'roll'] as const;
const DEGREES = 180 / Math.PI;

/** How alike the faces of two films are: the mean cosine over all pairs of frames. */
export const likenessOf = (a: MeasuredFilm, b: MeasuredFilm): number =>
  likeness(meanFace(a.frames), meanFace(b.frames));

/** How alike a face is to itself at another time: that of a film's first half with its second. */
export function likenessToSelf({ frames }: MeasuredFilm): number {
  const half = frames.length >> 1;
  return likeness(meanFace(frames.slice(0, half)), meanFace(frames.slice(half)));
}

/** The mean of unit vectors, whose product with another mean is the mean of all cosines. */
function meanFace(frames: readonly MeasuredFrame[]): Float32Array {
  const faces = frames.flatMap(({ emb }) => (emb === undefined ? [] : [unitVector(Float32Array.from(emb))]));
  if (faces.length === 0) throw new Error('no face was found in a film that is compared');
  return faces[0].map((_, axis) => faces.reduce((sum, face) => sum + face[axis], 0) / faces.length);
}

/** Degrees by which heads are turned otherwise, on average over the frames. */
export interface PoseError {
  /** Of the angle that is furthest off. */
  readonly worst: number;
  /** The same less each angle's mean difference: two faces of other build are measured as turned a little otherwise. */
  readonly moving: number;
}

/** Compares how heads are turned, frame by frame. */
export function poseError(reference: MeasuredFilm, other: MeasuredFilm): PoseError {
  const pairs = pairsOf(reference, other);
  const errors = ANGLES.map((angle) => pairs.map(([a, b]) => DEGREES * (b.rot[angle] - a.rot[angle])));
  return {
    worst: Math.max(...errors.map((values) => mean(values.map(Math.abs)))),
    moving: Math.max(...errors.map((values) => mean(values.map((value) => Math.abs(value - mean(values)))))),
  };
}

/** How far the points of the face lie from where they should, in percent of the distance of the eyes. */
export function pointsOff(reference: MeasuredFilm, other: MeasuredFilm): number {
  const offs = pairsOf(reference, other).map(([a, b]) => {
    const lengths = reference.idx.map((_, at) =>
      Math.hypot(a.p[3 * at] - b.p[3 * at], a.p[3 * at + 1] - b.p[3 * at + 1]),
    );
    return mean(lengths) / a.iod2;
  });
  return 100 * mean(offs);
}

/** How much the points of a face shake in the picture: the mean second difference, in percent of the distance of the eyes. */
export function shaking({ frames, idx }: MeasuredFilm): number {
  const runs = frames.slice(2).flatMap((last, at) => {
    const run = [frames[at], frames[at + 1], last];
    return run.every(({ ok }) => ok === 1) ? [run] : [];
  });
  const bends = runs.map(([a, b, c]) => {
    const bend = (at: number): number => a.p[at] - 2 * b.p[at] + c.p[at];
    return mean(idx.map((_, at) => Math.hypot(bend(3 * at), bend(3 * at + 1)))) / b.iod2;
  });
  return 100 * mean(bends);
}

const pairsOf = (reference: MeasuredFilm, other: MeasuredFilm): Pair[] =>
  reference.frames.flatMap((frame, at): Pair[] =>
    frame.ok === 1 && other.frames[at]?.ok === 1 ? [[frame, other.frames[at]]] : [],
  );

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
