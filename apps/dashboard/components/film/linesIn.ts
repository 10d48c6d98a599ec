import type { FrameSpan } from '@mondwerk/film';
import type { DubTimeline } from '#lib/api/timeline.ts';
import type { FrameTimes } from '#lib/film/index.ts';
import { placeOf } from '#lib/film/places.ts';

type Line = DubTimeline['lines'][number];

/** A line and the frame in which it begins. */
export type PlacedLine = Line & { readonly frame: number };

/** The lines that are said in some frames, in whole or in part, in the order in which they begin. */
export function linesIn(lines: readonly Line[], { start, end }: FrameSpan, frames: FrameTimes): PlacedLine[] {
  return lines
    .flatMap((line) => {
      if (line.start === null) return [];
      const from = placeOf(frames, line.start);
      const to = Math.max(from + 1, placeOf(frames, line.end ?? line.start));
      return from < end && to > start ? [{ ...line, frame: Math.floor(from) }] : [];
    })
    .sort((a, b) => a.frame - b.frame);
}
