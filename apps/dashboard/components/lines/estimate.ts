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
  const old = (time: number): number => valueAt(wanted, first, clock, time);
  return wanted.map((_, at) => {
    const time = middleOf(clock, first + at);
    const place = soundAt(after.sounds, time);
    if (place === null) return old(time);
    const [was, is] = [before.sounds[place], after.sounds[place]];
    if (closes(is) && !closes(was)) return Math.min(old(time), CLOSED);
    const then = time - is.made.start + was.made.start;
    const opening = closes(was) && !closes(is) ? across(was, then, old) : old(then);
    const gain = gainAt(after, time) / Math.max(0.1, gainAt(before, then));
    return Math.max(0, rest + (opening - rest) * gain);
  });
}

/** Lips that meet are this far apart, in eye distances. */
const CLOSED = 0.01;

/** The opening where lips do not meet any more that met for a sound: straight from before it to after it. */
function across({ made: { start, end } }: Sound, time: number, old: (time: number) => number): number {
  const [from, to] = [old(start - FADE / 2), old(end + FADE / 2)];
  return from + ((time - start) / Math.max(1e-6, end - start)) * (to - from);
}

const closes = ({ shape }: Sound): boolean => shape === 'closed' || shape === 'lip-to-teeth';

/** The sound that is being made at an instant; `null` for none. */
function soundAt(sounds: readonly Sound[], time: number): number | null {
  const at = sounds.findIndex(({ made, pause }) => !pause && time >= made.start && time < made.end);
  return at === -1 ? null : at;
}

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
