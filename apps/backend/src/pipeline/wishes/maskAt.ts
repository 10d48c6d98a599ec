import type { DrawnMask } from '@mondwerk/compositing';
import type { MovingMask } from './wishes.ts';

/** A mask as it lies in one frame: between two key frames the corners move evenly, outside them they rest. */
export function maskAt(
  { shows, feather, keys }: Pick<MovingMask, 'shows' | 'feather' | 'keys'>,
  frame: number,
): DrawnMask {
  const next = keys.findIndex((key) => key.frame >= frame);
  const after = keys[next < 0 ? keys.length - 1 : next];
  const before = keys[Math.max(0, (next < 0 ? keys.length : next) - 1)];
  const share =
    after.frame > before.frame ? Math.min(1, (frame - before.frame) / (after.frame - before.frame)) : 1;
  const corners = after.corners.map(
    ([x, y], at) =>
      [
        before.corners[at][0] + share * (x - before.corners[at][0]),
        before.corners[at][1] + share * (y - before.corners[at][1]),
      ] as const,
  );
  return { shows, corners, feather };
}

/** A mask in pictures of another size. */
export const maskInSize = <M extends Pick<MovingMask, 'feather' | 'keys'>>(
  mask: M,
  x: number,
  y: number,
): M => ({
  ...mask,
  feather: mask.feather * Math.sqrt(x * y),
  keys: mask.keys.map(({ frame, corners }) => ({
    frame,
    corners: corners.map(([left, top]) => [left * x, top * y] as const),
  })),
});
