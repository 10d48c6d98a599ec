import type { Box, Picture } from '@mondwerk/film';
import { bytesOf, outsideRuns } from '../pipeline/outsideHash.ts';
import type { Place } from './verdict.ts';

const PLANES = ['Y', 'Cb', 'Cr'] as const;

/** The first sample outside the boxes in which two frames of one format differ; `undefined` where they are equal. */
export function firstDifference(
  source: Picture,
  out: Picture,
  boxes: readonly Box[],
  frame: number,
): Place | undefined {
  for (const [plane, name] of PLANES.entries()) {
    const [a, b] = [source.planes[plane], out.planes[plane]];
    const run = outsideRuns(source, plane, boxes).find(
      ({ start, end }) => Buffer.compare(bytesOf(a.data, start, end), bytesOf(b.data, start, end)) !== 0,
    );
    if (run === undefined) continue;
    let at = run.start;
    while (a.data[at] === b.data[at]) at++;
    const [shiftX, shiftY] = plane === 0 ? [0, 0] : [source.format.shiftX, source.format.shiftY];
    const [x, y] = [(at % a.width) << shiftX, Math.floor(at / a.width) << shiftY];
    return { frame, plane: name, x, y };
  }
  return undefined;
}

/** Squared differences of luma, on a scale of 0 to 1, and of how many samples. */
export interface Apart {
  readonly squares: number;
  readonly samples: number;
}

/** How far the luma of two frames of one size, which may have other depths, is apart outside and inside the boxes. */
export function apartness(
  source: Picture,
  out: Picture,
  boxes: readonly Box[],
): { outside: Apart; inside: Apart } {
  const [a, b] = [source.planes[0].data, out.planes[0].data];
  const scale = 1 / (2 ** source.format.bitDepth - 1);
  const stretch = 2 ** (source.format.bitDepth - out.format.bitDepth);
  const squaresIn = (start: number, end: number): number => {
    let sum = 0;
    for (let at = start; at < end; at++) sum += (a[at] - b[at] * stretch) ** 2;
    return sum * scale * scale;
  };
  const runs = outsideRuns(source, 0, boxes);
  const outside = runs.reduce(
    ({ squares, samples }, { start, end }) => ({
      squares: squares + squaresIn(start, end),
      samples: samples + end - start,
    }),
    { squares: 0, samples: 0 },
  );
  const all = squaresIn(0, a.length);
  return {
    outside,
    inside: { squares: Math.max(0, all - outside.squares), samples: a.length - outside.samples },
  };
}

/** Samples outside the boxes, and all, over the three planes. */
export function countOutside(picture: Picture, boxes: readonly Box[]): { outside: number; all: number } {
  const outside = PLANES.flatMap((_, plane) => outsideRuns(picture, plane, boxes));
  return {
    outside: outside.reduce((sum, { start, end }) => sum + end - start, 0),
    all: picture.planes.reduce((sum, { data }) => sum + data.length, 0),
  };
}
