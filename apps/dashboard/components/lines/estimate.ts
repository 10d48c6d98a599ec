import { middleOf, type FilmClock } from '@mondwerk/film';
import type { Sound } from './sounds.ts';

/** What a curve is bent by. */
interface Bend {
  readonly sounds: readonly Sound[];
  /** How far the mouth moves in the whole line, 1 as predicted. */
  readonly strength: number;
}

/** A strength comes and goes over this time on either side of its sound, in seconds. */
const FADE = 0.06;

/**
 * About how far the lips will be apart once unsaved wishes count: the wanted curve of the last check, moved and stretched
 * by what differs from the settings that it was made with. `wanted` has one value a frame, from frame `first` on.
 */
export function estimateWanted(
  wanted: readonly number[],
  first: number,
  clock: FilmClock,
  { before, after }: { readonly before: Bend; readonly after: Bend },
): number[] {
  const rest = Math.min(...wanted, Infinity);
  return wanted.map((_, at) => {
    const time = middleOf(clock, first + at);
    const place = soundAt(after.sounds, time);
    const opening = valueAt(
      wanted,
      first,
      clock,
      place === null ? time : movedBack(place, time, before, after),
    );
    const gain = gainAt(after, time) / Math.max(0.1, gainAt(before, time));
    const now = place === null ? undefined : after.sounds[place];
    if (now !== undefined && closes(now) && !closes(before.sounds[place!])) return Math.min(opening, 0.01);
    return Math.max(0, rest + (opening - rest) * gain);
  });
}

const closes = ({ shape }: Sound): boolean => shape === 'closed' || shape === 'lip-to-teeth';

/** The sound that is being made at an instant; `null` for none. */
function soundAt(sounds: readonly Sound[], time: number): number | null {
  const at = sounds.findIndex(({ made, pause }) => !pause && time >= made.start && time < made.end);
  return at === -1 ? null : at;
}

/** When the mouth did in the old curve what it does at an instant in the new one. */
const movedBack = (place: number, time: number, before: Bend, after: Bend): number =>
  time - after.sounds[place].made.start + before.sounds[place].made.start;

function gainAt({ sounds, strength }: Bend, time: number): number {
  const more = sounds.reduce((sum, { made, edit: { strength: own = 1, muted } }) => {
    const gain = muted === true ? 1 : own;
    if (gain === 1) return sum;
    const within = Math.min(
      1,
      Math.max(0, (time - made.start) / FADE + 1),
      Math.max(0, (made.end - time) / FADE + 1),
    );
    return sum + (gain - 1) * within;
  }, 0);
  return Math.max(0, strength + more);
}

function valueAt(values: readonly number[], first: number, clock: FilmClock, time: number): number {
  let at = values.findIndex((_, place) => middleOf(clock, first + place) >= time);
  if (at === -1) at = values.length - 1;
  if (at === 0) return values[0] ?? 0;
  const [from, to] = [middleOf(clock, first + at - 1), middleOf(clock, first + at)];
  const share = Math.min(1, Math.max(0, (time - from) / Math.max(1e-6, to - from)));
  return values[at - 1] + share * (values[at] - values[at - 1]);
}
