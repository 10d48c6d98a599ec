import type { FrameTimes } from './frameTimes.ts';

/** The instant of a place in a film, in seconds; places have fractions of frames. */
export function secondsAt({ clock: { times, end } }: FrameTimes, place: number): number {
  const frame = Math.floor(place);
  if (frame < 0) return 0;
  if (frame >= times.length) return end;
  const next = frame + 1 < times.length ? times[frame + 1] : end;
  return times[frame] + (place - frame) * (next - times[frame]);
}

/** The place in a film at an instant, in frames with a fraction. */
export function placeOf({ clock: { times, end } }: FrameTimes, seconds: number): number {
  if (times.length === 0 || seconds <= times[0]) return 0;
  if (seconds >= end) return times.length;
  let low = 0;
  let high = times.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (times[middle] <= seconds) low = middle;
    else high = middle - 1;
  }
  const next = low + 1 < times.length ? times[low + 1] : end;
  const place = low + (seconds - times[low]) / Math.max(1e-9, next - times[low]);
  // What is meant to be a whole frame is one, however the times were rounded.
  return Math.abs(place - Math.round(place)) < ROUNDING ? Math.round(place) : place;
}

const ROUNDING = 1e-6;
