import { contains, easing, frameAt, middleOf, type FilmClock, type FrameSpan } from '@mondwerk/film';
import type { PlannedMouth, WantedTrack } from '@mondwerk/lipsync';
import type { TakeSettings } from './orders.ts';
import type { ShotCues } from './stages/cueMouths.ts';
import { wantsPictures } from './wishes/takeWishes.ts';

/** Whether a take is asked for just as it was planned. */
export const isPlain = ({ delay, opening, untouched, leaveAlone, ...wishes }: TakeSettings): boolean =>
  delay === 0 && opening === 1 && untouched.length === 0 && leaveAlone.length === 0 && !wantsPictures(wishes);

/** What the mouths of a shot shall do when they move later, further, or not at all. */
export function adjustCues({ cues, wanted }: ShotCues, settings: TakeSettings, clock: FilmClock): ShotCues {
  const { delay, opening, leaveAlone } = settings;
  return {
    cues: cues.map((cue) => ({
      ...cue,
      span: { start: cue.span.start + delay, end: cue.span.end + delay },
    })),
    wanted: wanted
      .filter(({ performer }) => !leaveAlone.includes(performer))
      .map(({ performer, track }) => ({ performer, track: moved(track, delay, opening, clock) })),
  };
}

/** Every frame takes the displacement that another instant has in the plan; beyond its ends the nearest. */
function moved(track: WantedTrack, delay: number, opening: number, clock: FilmClock): WantedTrack {
  const { start, end } = track.span;
  const size = track.displacement.length / (end - start);
  const displacement = new Float32Array(track.displacement.length);
  for (let frame = start; frame < end; frame++) {
    const { from, share } = placeOf(middleOf(clock, frame) - delay, track.span, clock);
    const [a, b] = [from, Math.min(end - 1, from + 1)].map((at) => (at - start) * size);
    for (let k = 0; k < size; k++) {
      const value = (1 - share) * track.displacement[a + k] + share * track.displacement[b + k];
      displacement[(frame - start) * size + k] = opening * value;
    }
  }
  return { ...track, displacement };
}

/** The frame whose middle an instant follows, and how far it is to the next one's middle, 0..1. */
function placeOf(
  instant: number,
  { start, end }: FrameSpan,
  clock: FilmClock,
): { readonly from: number; readonly share: number } {
  const at = frameAt(clock, instant);
  const before = instant < middleOf(clock, at) ? at - 1 : at;
  if (before < start) return { from: start, share: 0 };
  if (before >= end - 1) return { from: end - 1, share: 0 };
  const [a, b] = [middleOf(clock, before), middleOf(clock, before + 1)];
  return { from: before, share: (instant - a) / (b - a) };
}

/** The plan with some frames left as they were; beside them the new mouths come and go softly. */
export function leaveUntouched(plan: readonly PlannedMouth[], { untouched }: TakeSettings): PlannedMouth[] {
  if (untouched.length === 0) return [...plan];
  return [...Map.groupBy(plan, ({ track }) => track).values()].flatMap((mouths) => {
    const strengths = easing(
      mouths.map(({ frame }) => untouched.some((span) => contains(span, frame))),
      { first: false, last: false },
    );
    return mouths.map((mouth, at) => withStrength(mouth, Math.min(mouth.strength, strengths[at])));
  });
}

const withStrength = (mouth: PlannedMouth, strength: number): PlannedMouth =>
  strength > 0 || mouth.strength === 0
    ? { ...mouth, strength }
    : { ...mouth, strength, reason: 'left as asked', sources: [], openings: [] };
