import { setImmediate as breathe } from 'node:timers/promises';
import { perSecond, type MouthCue, type Phone, type Rate } from '@mondwerk/film';
import {
  apertureOf,
  enforceCues,
  jawOf,
  loadPrior,
  predictMotion,
  shapeAt,
  widthOf,
  type MotionPrior,
} from '@mondwerk/lipsync';
import { restingMouth } from './restingMouth.ts';

/** What a mouth shall do, one number a frame, in distances between the outer corners of the eyes. */
export interface WantedMouth {
  readonly rate: Rate;
  /** How far the lips stand apart. */
  readonly gap: Float32Array;
  /** How much wider than at rest it is from corner to corner; narrower: below 0. */
  readonly width: Float32Array;
  /** How much lower than at rest the chin is. */
  readonly jaw: Float32Array;
}

/** Who watches long work: it ends when the signal says so, and tells how many frames are done. */
export interface Watched {
  readonly signal: AbortSignal;
  readonly reach: (done: number, total: number) => void;
}

/** So many frames are predicted at once: memory does not grow with the voice. */
const AT_ONCE = 2000;

/** Frames that a prediction begins earlier and ends later than what is taken of it, so that no seam is seen. */
const MARGIN = 50;

/**
 * What the mouth of a speaker of whom nothing is known does for some sounds, at a frame rate: the prior that ships with
 * Mondwerk. Frame n is shown from n / rate on, and is taken in its middle.
 */
export async function wantedMouth(
  phones: readonly Phone[],
  cues: readonly MouthCue[],
  { rate, seconds }: { readonly rate: Rate; readonly seconds: number },
  { signal, reach }: Watched,
  prior: MotionPrior = loadPrior(),
): Promise<WantedMouth> {
  const frames = Math.ceil(seconds * perSecond(rate) - 1e-6);
  const [gap, width, jaw] = Array.from({ length: 3 }, () => new Float32Array(frames));
  const rest = restingMouth(prior.measures.restWidth);
  for (let from = 0; from < frames; from += AT_ONCE) {
    await breathe();
    signal.throwIfAborted();
    reach(from, frames);
    const start = Math.max(0, from - MARGIN);
    const end = Math.min(frames, from + AT_ONCE + MARGIN);
    const times = Float64Array.from({ length: end - start }, (_, at) => (start + at + 0.5) / perSecond(rate));
    const predicted = predictMotion(prior, phones, times);
    const motion = enforceCues(predicted, cues, times, 1 / perSecond(rate), rest);
    for (let frame = from; frame < Math.min(frames, from + AT_ONCE); frame++) {
      const shape = shapeAt(motion, frame - start, rest);
      gap[frame] = apertureOf(shape);
      width[frame] = widthOf(shape) - widthOf(rest);
      jaw[frame] = jawOf(shape) - jawOf(rest);
    }
  }
  return { rate, gap, width, jaw };
}
