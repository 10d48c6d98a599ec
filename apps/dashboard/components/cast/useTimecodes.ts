import type { Source } from '#lib/api/titles.ts';
import { useFrameTimes } from '#lib/film/index.ts';

/** Writes a frame of a film as a timecode; `null` before the film has been looked into, when nobody knows its first. */
export type Timecodes = (frame: number) => string | null;

/** How the frames of a source are called. */
export function useTimecodes(source: Source | null | undefined): Timecodes {
  const { data } = useFrameTimes(source?.viewing ? source.id : undefined);
  return data?.timecodeOf ?? (() => null);
}
