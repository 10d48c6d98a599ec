import type { MouthCue } from '@mondwerk/film';
import { articulationOf, featureOf } from '@mondwerk/phonetics';
import { cueWeights, isSeen, restWeights } from './cueWeights.ts';
import { closeLips, leastGaps, lipToTeeth, roundLips, uncrossLips } from './lipShapes.ts';
import { apertureOf, widthOf } from './measures.ts';
import { shapeAt, type MouthMotion } from './mouthMotion.ts';
import { SHAPE_LENGTH } from './mouthPoints.ts';

/** The fastest that lips part or meet, in eye distances a second (99.9% of GRID's frames are slower than 2.7). */
const FASTEST = 2;

/** Shortest way into and out of a cue, in seconds. */
const SHORTEST_RAMP = 0.06;

/** How much each frame is in each kind of cue, 0..1. */
interface FrameWeights {
  readonly rest: Float64Array;
  readonly closed: Float64Array;
  readonly teeth: Float64Array;
  /** Here a cue counts for as much as its sound is round. */
  readonly rounded: Float64Array;
}

/**
 * Bends predicted motion to what viewers will not forgive: closures close at the frame nearest to them at least,
 * `f` and `v` keep the lower lip at the teeth, rounded sounds are narrow, silence is exactly the performer's rest,
 * lips never cross. Every change fades in and out. `times` are the frames' middles, ascending, `frameLength` the
 * usual time between them, `rest` the performer's rest shape.
 */
export function enforceCues(
  motion: MouthMotion,
  cues: readonly MouthCue[],
  times: Float64Array,
  frameLength: number,
  rest: Float32Array,
): MouthMotion {
  const weights = weigh(motion, cues, times, frameLength, rest);
  const gaps = leastGaps(rest);
  const restWidth = widthOf(rest);
  const displacement = new Float32Array(motion.displacement.length);
  for (let frame = 0; frame < motion.frames; frame++) {
    const shape = easedShape(motion, frame, rest, weights.rest[frame]);
    roundLips(shape, restWidth, weights.rounded[frame]);
    if (weights.teeth[frame] > 0) lipToTeeth(shape, weights.teeth[frame]);
    if (weights.closed[frame] > 0) closeLips(shape, weights.closed[frame]);
    uncrossLips(shape, gaps);
    displacement.set(
      shape.map((value, index) => value - rest[index]),
      frame * SHAPE_LENGTH,
    );
  }
  return { frames: motion.frames, displacement };
}

/** Scaling the displacement, not mixing shapes, makes full rest exactly rest. */
function easedShape(motion: MouthMotion, frame: number, rest: Float32Array, atRest: number): Float32Array {
  const offset = frame * rest.length;
  return rest.map((value, index) => value + motion.displacement[offset + index] * (1 - atRest));
}

function weigh(
  motion: MouthMotion,
  cues: readonly MouthCue[],
  times: Float64Array,
  frameLength: number,
  rest: Float32Array,
): FrameWeights {
  const make = (): Float64Array => new Float64Array(times.length);
  const weights = {
    rest: restWeights(cues, times, frameLength),
    closed: make(),
    teeth: make(),
    rounded: make(),
  };
  const ramp = (frame: number): number => rampFor(apertureNear(motion, frame, rest));
  for (const cue of cues) {
    if (cue.shape === 'rest' || !isSeen(cue, times, frameLength)) continue;
    const kind = cue.shape === 'closed' ? 'closed' : cue.shape === 'rounded' ? 'rounded' : 'teeth';
    const most = kind === 'rounded' ? (cue.amount ?? featureOf(articulationOf(cue.ipa), 'rounding')) : 1;
    cueWeights(cue, times, ramp, (frame, weight) => {
      weights[kind][frame] = Math.max(weights[kind][frame], weight * most);
    });
  }
  return settle(weights);
}

/** Where cues meet: a whole closure wins, else the teeth keep it open; rest is left alone by what only fades. */
function settle(weights: FrameWeights): FrameWeights {
  const yielding = (kind: Float64Array, to: Float64Array): Float64Array =>
    kind.map((weight, frame) => (weight === 1 ? 1 : Math.min(weight, 1 - to[frame])));
  const closed = yielding(yielding(weights.closed, weights.teeth), weights.rest);
  return {
    ...weights,
    closed,
    teeth: yielding(weights.teeth, weights.rest),
    rounded: yielding(weights.rounded, weights.rest),
  };
}

/** A raised cosine over this time takes the lips that far at no more than the fastest speed. */
const rampFor = (aperture: number): number => Math.max(SHORTEST_RAMP, (aperture * Math.PI) / (2 * FASTEST));

/** The widest aperture from a few frames before to a few after, from where the lips must come. */
function apertureNear(motion: MouthMotion, frame: number, rest: Float32Array): number {
  const first = Math.max(0, frame - 2);
  const last = Math.min(motion.frames - 1, frame + 2);
  let widest = 0;
  for (let near = first; near <= last; near++)
    widest = Math.max(widest, apertureOf(shapeAt(motion, near, rest)));
  return widest;
}
