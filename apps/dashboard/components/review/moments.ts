import { overlaps, type FrameSpan } from '@mondwerk/film';
import type { ReviewFlag } from '#lib/api/flags.ts';
import type { Note } from '#lib/api/notes.ts';

/** The next one of some frames after a frame, or the one before it; round the end to the other one. */
export function nextFrame(frames: readonly number[], from: number, forwards: boolean): number | undefined {
  const sorted = [...new Set(frames)].sort((a, b) => a - b);
  if (forwards) return sorted.find((frame) => frame > from) ?? sorted[0];
  return sorted.findLast((frame) => frame < from) ?? sorted.at(-1);
}

/** The notes that are on some frames and are about a take or the dub as a whole, in the order of the film. */
export const notesOn = (notes: readonly Note[], span: FrameSpan): Note[] =>
  notes.filter((note) => overlaps(note, span)).sort((a, b) => a.start - b.start);

/** The notes whose drawings lie over a frame of a take. */
export const drawnOver = (notes: readonly Note[], frame: number, take: string | undefined): Note[] =>
  notes.filter(
    (note) =>
      note.drawing !== null &&
      note.resolvedAt === null &&
      (note.take === null || note.take === take) &&
      frame >= note.start &&
      frame < note.end,
  );

/** The flags of a take. */
export const flagsOf = (flags: readonly ReviewFlag[], take: string | undefined): ReviewFlag[] =>
  flags.filter((flag) => flag.take === take);
