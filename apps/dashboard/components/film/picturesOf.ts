import type { FrameSpan } from '@mondwerk/film';

/** Which of the frames that have a picture are in a span: no more than `most`, spread over it. */
export function picturesOf(frames: readonly number[], { start, end }: FrameSpan, most: number): number[] {
  const inside = frames.filter((frame) => frame >= start && frame < end);
  if (inside.length <= most) return inside;
  return Array.from({ length: most }, (_, at) => inside[Math.floor((at * inside.length) / most)]);
}
