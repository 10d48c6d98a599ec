import type { MouthCue } from '@mondwerk/film';
import { isSeen, nearestFrame } from './cueWeights.ts';

/** The frames in which a shape is whole. */
interface Held {
  readonly cue: number;
  readonly first: number;
  readonly last: number;
  /** Whether it stands elsewhere than its sound. */
  readonly moved: boolean;
  /** Whether people set it by hand: then the others give way. */
  readonly fixed: boolean;
}

/** Half of what is left of a cue round the middle of a frame, in seconds. */
const INSTANT = 0.002;

/**
 * Lets shapes be seen that are too close for the frame rate: two closures have an open frame between them, a closure and
 * a lip at the teeth a frame each. They give up some of their time for it, or are shown one frame earlier or later.
 * `times` are the frames' middles, ascending, `frameLength` the usual time between them.
 */
export function spreadCues(
  cues: readonly MouthCue[],
  times: Float64Array,
  frameLength: number,
): readonly MouthCue[] {
  const held = cues.flatMap((cue, index) =>
    (cue.shape === 'closed' || cue.shape === 'lip-to-teeth') && isSeen(cue, times, frameLength)
      ? [framesOfCue(cue, index, times)]
      : [],
  );
  const spread = held.reduce<Held[]>((before, next) => {
    const last = before.at(-1);
    if (last === undefined) return [next];
    const need = framesBetween(cues[last.cue], cues[next.cue]);
    const past = before.at(-2);
    const limit = past === undefined ? 0 : past.last + framesBetween(cues[past.cue], cues[last.cue]);
    const [a, b] = apart(last, next, need, { limit, frames: times.length });
    return [...before.slice(0, -1), a, b];
  }, []);
  const spans = new Map(
    spread
      .filter(({ moved }) => moved)
      .map(({ cue, first, last }) => [cue, { start: times[first] - INSTANT, end: times[last] + INSTANT }]),
  );
  return cues.map((cue, index) => (spans.has(index) ? { ...cue, span: spans.get(index)! } : cue));
}

function framesOfCue({ span, origin }: MouthCue, cue: number, times: Float64Array): Held {
  const nearest = nearestFrame(times, (span.start + span.end) / 2);
  let [first, last] = [nearest, nearest];
  while (first > 0 && times[first - 1] >= span.start) first--;
  while (last < times.length - 1 && times[last + 1] <= span.end) last++;
  return { cue, first, last, moved: false, fixed: origin === 'mark' };
}

/** How many frames after the last of one shape another may begin. */
function framesBetween(a: MouthCue, b: MouthCue): number {
  if (a.shape !== b.shape) return 1;
  return b.span.start - a.span.end < 1e-6 ? 0 : 2;
}

interface Room {
  /** The first frame that is free. */
  readonly limit: number;
  readonly frames: number;
}

/** Moves two shapes apart, a frame at a time: the longer gives way, of two single frames each goes one step at most. */
function apart(a: Held, b: Held, need: number, { limit, frames }: Room): [Held, Held] {
  let [one, two] = [a, b];
  while (two.first - one.last < need) {
    const [longOne, longTwo] = [one.last - one.first, two.last - two.first];
    if (!b.fixed && longTwo > 0 && (a.fixed || longTwo >= longOne))
      two = { ...two, first: two.first + 1, moved: true };
    else if (!a.fixed && longOne > 0) one = { ...one, last: one.last - 1, moved: true };
    else if (!a.fixed && one.first > limit && one.first === a.first && !a.moved) one = earlier(one);
    else if (!b.fixed && two.first === b.first && two.last < frames - 1) two = later(two);
    else break;
  }
  return [one, two];
}

const earlier = (held: Held): Held => ({ ...held, first: held.first - 1, last: held.last - 1, moved: true });
const later = (held: Held): Held => ({ ...held, first: held.first + 1, last: held.last + 1, moved: true });
