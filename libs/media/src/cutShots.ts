import type { Shot } from '@mondwerk/film';
import type { Film } from './film.ts';
import { DEPTH, measureChanges, THUMBNAIL, THUMBNAIL_BYTES, type FrameChange } from './cutScores.ts';
import { decodeFrames } from './rawFrames.ts';
import { wholeSpan } from './readFrames.ts';

/** Below this mean difference (of 255) nothing is a cut: noise, compression, small gestures. */
const LEAST_CHANGE = 1.4;

/** How much more must change across a cut than between any two neighbouring frames near it. */
const RATIO = 2.8;

/** How many frames on either side are the neighbourhood. */
const NEIGHBOURS = 5;

/** A film's shots, and how many frames could really be decoded. */
export interface CutFilm {
  readonly shots: readonly Shot[];
  readonly frames: number;
}

/** How many thumbnails after a frame have to be seen before it is known whether it begins a shot. */
export const CUT_LOOKAHEAD = NEIGHBOURS + DEPTH;

/** How cuts look at a film. */
export const thumbnailLayout = {
  filters: [`scale=${THUMBNAIL.width}:${THUMBNAIL.height}:flags=area`],
  format: 'yuv444p',
  bytes: THUMBNAIL_BYTES,
} as const;

/**
 * Finds the hard cuts by decoding the whole film once at thumbnail size.
 * @throws Refusal `truncated` when frames are missing.
 */
export async function cutShots(
  film: Film,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<CutFilm> {
  const starts: number[] = [];
  let frames = 0;
  for await (const begins of findCuts(thumbnailsOf(film))) {
    if (begins) starts.push(frames);
    onProgress(++frames, film.pts.length);
  }
  return { shots: shotsBetween(starts, frames), frames };
}

/**
 * Says of every frame, by its thumbnail, whether it begins a new shot; never of the first. A cut is where none of the frames
 * just before looks like any of those just after, by more than frames change anywhere in the neighbourhood: so flashes,
 * pans and shakes are none. The adaptive threshold follows PySceneDetect's AdaptiveDetector.
 */
export async function* findCuts(thumbnails: AsyncIterable<Uint8Array>): AsyncGenerator<boolean> {
  const near: FrameChange[] = [];
  let [first, next, total] = [0, 0, 0];
  const forget = (): void => {
    near.shift();
    first += 1;
  };
  const decide = (): boolean => {
    // The first frame of a film has none before it to differ from.
    if (first === 0 && next > 0) forget();
    while (first < next - NEIGHBOURS) forget();
    return isCut(near.slice(0, next + NEIGHBOURS + 1 - first), near[next++ - first]);
  };
  for await (const change of measureChanges(thumbnails)) {
    near.push(change);
    total += 1;
    if (next + NEIGHBOURS < total) yield decide();
  }
  while (next < total) yield decide();
}

async function* thumbnailsOf(film: Film): AsyncGenerator<Uint8Array> {
  for await (const { bytes } of decodeFrames(film, thumbnailLayout, wholeSpan(film)))
    yield new Uint8Array(bytes);
}

function isCut(near: readonly FrameChange[], change: FrameChange): boolean {
  if (change.across < LEAST_CHANGE) return false;
  // A neighbour that is itself a cut or a flash says nothing about how much this shot moves.
  const steps = near.map((other) => other.step).sort((a, b) => a - b);
  const usual = steps[Math.max(0, steps.length - 3)] ?? 0;
  const strongest = near.every((other) => other.across <= change.across);
  return strongest && change.across > RATIO * usual;
}

/** The shots of a film of so many frames between its cuts, ascending. */
export function shotsBetween(cuts: readonly number[], frames: number): Shot[] {
  const starts = [0, ...cuts];
  return starts.map((start, index) => ({ index, frames: { start, end: starts[index + 1] ?? frames } }));
}
