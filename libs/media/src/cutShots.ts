import type { Shot } from '@mondwerk/film';
import type { Film } from './film.ts';
import { measureChanges, THUMBNAIL, THUMBNAIL_BYTES, type FrameChange } from './cutScores.ts';
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

/**
 * Finds the hard cuts by decoding the whole film once at thumbnail size. A cut is where none of the frames just
 * before looks like any of those just after, by more than frames change anywhere in the neighbourhood: so flashes,
 * pans and shakes are none. The adaptive threshold follows PySceneDetect's AdaptiveDetector.
 * @throws Refusal `truncated` when frames are missing.
 */
export async function cutShots(
  film: Film,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<CutFilm> {
  const changes: FrameChange[] = [];
  for await (const change of measureChanges(thumbnailsOf(film))) {
    changes.push(change);
    onProgress(changes.length, film.pts.length);
  }
  return { shots: shotsBetween(findCuts(changes), changes.length), frames: changes.length };
}

async function* thumbnailsOf(film: Film): AsyncGenerator<Uint8Array> {
  const size = `${THUMBNAIL.width}:${THUMBNAIL.height}`;
  const layout = { filters: [`scale=${size}:flags=area`], format: 'yuv444p', bytes: THUMBNAIL_BYTES };
  for await (const { bytes } of decodeFrames(film, layout, wholeSpan(film))) yield new Uint8Array(bytes);
}

/** The frames that begin a new shot, the first frame of the film left out. */
function findCuts(changes: readonly FrameChange[]): number[] {
  return changes.flatMap((change, frame) => (isCut(changes, change, frame) ? [frame] : []));
}

function isCut(changes: readonly FrameChange[], change: FrameChange, frame: number): boolean {
  if (change.across < LEAST_CHANGE) return false;
  const near = changes.slice(Math.max(1, frame - NEIGHBOURS), frame + NEIGHBOURS + 1);
  // A neighbour that is itself a cut or a flash says nothing about how much this shot moves.
  const steps = near.map((other) => other.step).sort((a, b) => a - b);
  const usual = steps[Math.max(0, steps.length - 3)] ?? 0;
  const strongest = near.every((other) => other.across <= change.across);
  return strongest && change.across > RATIO * usual;
}

function shotsBetween(cuts: readonly number[], frames: number): Shot[] {
  const starts = [0, ...cuts];
  return starts.map((start, index) => ({ index, frames: { start, end: starts[index + 1] ?? frames } }));
}
