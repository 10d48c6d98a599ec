import { smoothRows } from '@mondwerk/face';
import type { FaceObservation } from '@mondwerk/film';

/** Corners of the eyes, from the picture's left to its right. */
const EYES = [
  [33, 133],
  [362, 263],
] as const;

/** Irises tremble more than lids. */
const SIGMA = 0.7;

/**
 * Where the eyes of a track look, frame by frame: how far the irises stand from the middle between the corners of their eyes,
 * across and down, in widths of an eye; `undefined` where no iris was measured.
 */
export function gazesOf(
  observations: readonly FaceObservation[],
): (readonly [across: number, down: number] | undefined)[] {
  const seen = observations.filter(({ irises }) => irises !== undefined);
  const smooth = smoothRows(
    seen.map(gazeOf),
    seen.map(({ frame }) => frame),
    SIGMA,
  );
  const byFrame = new Map(seen.map(({ frame }, i) => [frame, smooth[i]]));
  return observations.map(({ frame }) => {
    const row = byFrame.get(frame);
    return row && [row[0], row[1]];
  });
}

function gazeOf({ points, irises }: FaceObservation): Float32Array {
  const out = new Float32Array(2);
  EYES.forEach(([left, right], eye) => {
    const across = [points[3 * right] - points[3 * left], points[3 * right + 1] - points[3 * left + 1]];
    const width = Math.hypot(...across) || 1;
    const x = irises![2 * eye] - (points[3 * left] + points[3 * right]) / 2;
    const y = irises![2 * eye + 1] - (points[3 * left + 1] + points[3 * right + 1]) / 2;
    out[0] += (x * across[0] + y * across[1]) / width ** 2 / EYES.length;
    out[1] += (y * across[0] - x * across[1]) / width ** 2 / EYES.length;
  });
  return out;
}
