import { readFileSync } from 'node:fs';

/** What the independent tool wrote of one film. */
export interface MeasuredFilm {
  /** Which points of the mesh it wrote, in their order. */
  readonly idx: readonly number[];
  readonly frames: readonly MeasuredFrame[];
}

/** One frame of it; everything but `ok` is there where a face was found. */
export interface MeasuredFrame {
  readonly ok: 0 | 1;
  readonly iod2: number;
  /** Radians. */
  readonly rot: Readonly<Record<'yaw' | 'pitch' | 'roll', number>>;
  readonly f: Readonly<Record<'ap3' | 'outer' | 'jaw' | 'width', number>>;
  /** x, y, z of each point, in pixels. */
  readonly p: readonly number[];
  /** Whose face it is, of every tenth frame. */
  readonly emb?: readonly number[];
}

/** Reads what the independent tool wrote. */
export const readMeasured = (path: string): MeasuredFilm =>
  JSON.parse(readFileSync(path, 'utf8')) as MeasuredFilm;

/** A point of the mesh, in pixels. */
export function pointOf(
  { idx }: MeasuredFilm,
  { p }: MeasuredFrame,
  point: number,
): readonly [number, number] {
  const at = 3 * idx.indexOf(point);
  return [p[at], p[at + 1]];
}
