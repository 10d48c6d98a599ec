import type { MouthCue } from '@mondwerk/film';
import { articulationOf, featureOf } from '@mondwerk/phonetics';
import { cueWeights, isSeen, quietWeights, restWeights } from './cueWeights.ts';
import {
  closeLips,
  leastGaps,
  lipToTeeth,
  narrowLips,
  partLips,
  roundLips,
  uncrossLips,
} from './lipShapes.ts';
import { apertureOf, widthOf } from './measures.ts';
import { shapeAt, type MouthMotion } from './mouthMotion.ts';
import { SHAPE_LENGTH } from './mouthPoints.ts';

/** The fastest that lips part or meet, in eye distances a second (99.9% of GRID's frames are slower than 2.7). */
const FASTEST = 2;

/** Shortest way into and out of a cue, in seconds. */
const SHORTEST_RAMP = 0.06;

/** Between two closures the lips part within at least this share of the time that lies between them. */
const WAY_BETWEEN = 0.75;

/** Lips that a mark wants apart part and meet within this time, in seconds. */
const PARTING = 0.16;

/** How much each frame is in each kind of cue, 0..1. */
interface FrameWeights {
  readonly rest: Float64Array;
  /** Nothing is said: the lips stay near each other. */
  readonly quiet: Float64Array;
  readonly closed: Float64Array;
  readonly teeth: Float64Array;
  /** The lips are seen apart. */
  readonly open: Float64Array;
  /** Here a cue counts for as much as its sound is round. */
  readonly rounded: Float64Array;
}

/**
 * Bends predicted motion to what viewers will not forgive: closures close at the frame nearest to them at least,
 * `f` and `v` keep the lower lip at the teeth, rounded sounds are narrow, silence is exactly the performer's rest until
 * the mouth makes ready for speech, lips that a mark wants apart are apart, lips never cross. Every change fades in and
 * out. `times` are the frames' middles, ascending, `frameLength` the usual time between them, `rest` the performer's
 * rest shape.
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
  const ajar = mostInSilence(apertureOf(rest));
  const displacement = new Float32Array(motion.displacement.length);
  for (let frame = 0; frame < motion.frames; frame++) {
    const shape = easedShape(motion, frame, rest, weights.rest[frame]);
    narrowLips(shape, ajar, weights.quiet[frame]);
    roundLips(shape, restWidth, weights.rounded[frame]);
    if (weights.open[frame] > 0) partLips(shape, weights.open[frame]);
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

/** A mouth that makes ready parts its lips by this much, and not so far that it looks open; in eye distances. */
const AJAR = 0.03;
const LOOKS_OPEN = 0.045;

/** The widest aperture in silence: lips that are open at rest may stay as they are. */
const mostInSilence = (atRest: number): number => Math.max(atRest, Math.min(atRest + AJAR, LOOKS_OPEN));

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
    quiet: quietWeights(cues, times, frameLength),
    closed: make(),
    teeth: make(),
    open: make(),
    rounded: make(),
  };
  const roomOf = roomBeside(cues);
  for (const cue of cues) {
    if (cue.shape === 'rest' || !isSeen(cue, times, frameLength)) continue;
    const kind = KINDS[cue.shape];
    const ramp = (frame: number): number =>
      kind === 'open' ? PARTING : Math.min(roomOf(cue), rampFor(apertureNear(motion, frame, rest)));
    const most = kind === 'rounded' ? (cue.amount ?? featureOf(articulationOf(cue.ipa), 'rounding')) : 1;
    cueWeights(cue, times, ramp, (frame, weight) => {
      weights[kind][frame] = Math.max(weights[kind][frame], weight * most);
    });
  }
  return settle({ ...weights, open: openBetween(weights) });
}

/** How much of being apart the lips show in the one frame between two closures. */
const GLIMPSE = 0.7;

/** Two closures are seen as two only when the lips part in the frame between them, however little is predicted. */
const openBetween = ({ open, closed }: FrameWeights): Float64Array =>
  open.map((weight, frame) =>
    closed[frame] < 1 && closed[frame - 1] === 1 && closed[frame + 1] === 1
      ? Math.max(weight, GLIMPSE)
      : weight,
  );

const KINDS = { closed: 'closed', 'lip-to-teeth': 'teeth', rounded: 'rounded', open: 'open' } as const;

/** How long each closure may take to come and go, in seconds, so that the lips are seen apart between two of them. */
function roomBeside(cues: readonly MouthCue[]): (cue: MouthCue) => number {
  const closures = cues.filter(({ shape }) => shape === 'closed');
  const rooms = new Map<MouthCue, number>();
  const note = (cue: MouthCue, room: number): unknown =>
    rooms.set(cue, Math.min(room, rooms.get(cue) ?? Infinity));
  closures.slice(1).forEach((next, at) => {
    const gap = next.span.start - closures[at].span.end;
    if (gap <= TOUCHING) return;
    for (const cue of [closures[at], next]) note(cue, Math.max(SHORTEST_RAMP, WAY_BETWEEN * gap));
  });
  return (cue) => rooms.get(cue) ?? Infinity;
}

/** Cues that follow each other without so much time between them are one closure, in seconds. */
const TOUCHING = 1e-6;

/** Where cues meet: a whole closure wins, else the teeth keep it open; rest is left alone by what only fades. */
function settle(weights: FrameWeights): FrameWeights {
  const yielding = (kind: Float64Array, to: Float64Array): Float64Array =>
    kind.map((weight, frame) => (weight === 1 ? 1 : Math.min(weight, 1 - to[frame])));
  const rest = weights.rest.map((weight, frame) => Math.min(weight, 1 - weights.open[frame]));
  const quiet = weights.quiet.map((weight, frame) => Math.min(weight, 1 - weights.open[frame]));
  const closed = yielding(yielding(yielding(weights.closed, weights.teeth), weights.open), rest);
  return {
    rest,
    quiet,
    closed,
    open: yielding(weights.open, weights.teeth),
    teeth: yielding(weights.teeth, rest),
    rounded: yielding(weights.rounded, rest),
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
