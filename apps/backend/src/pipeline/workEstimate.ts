import { lengthOf, type FrameSpan } from '@mondwerk/film';
import type { Film } from '@mondwerk/media';

/** Seconds of one processor core, as measured on a machine of 2026 with `npm run bench -- takes`. */
const COST = { job: 2, perMegapixel: 0.06, perMouth: 0.14, perFace: 0.4 };

/** What a worker is expected to need for a take: reading, proving and writing every frame, and its mouths or faces. */
export function expectedSeconds(
  { width, height }: Film,
  frames: FrameSpan,
  patches: number,
  what: 'mouth' | 'face' = 'mouth',
): number {
  const megapixels = (width * height) / 1e6;
  const seconds = COST.job + lengthOf(frames) * megapixels * COST.perMegapixel;
  return Math.round(10 * (seconds + patches * (what === 'face' ? COST.perFace : COST.perMouth))) / 10;
}
