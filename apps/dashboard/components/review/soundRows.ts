import type { FrameSpan } from '@mondwerk/film';

/** Gives each of some lines a row, as few as can be, in which nothing else is said at the same time; row 0 is the first. */
export function rowsOf(lines: readonly (readonly FrameSpan[])[]): number[] {
  const ends: number[] = [];
  return lines.map((sounds) => {
    if (sounds.length === 0) return 0;
    const free = ends.findIndex((end) => end <= sounds[0].start);
    const row = free < 0 ? ends.length : free;
    ends[row] = sounds[sounds.length - 1].end;
    return row;
  });
}
