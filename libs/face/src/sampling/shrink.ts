import type { Box, Plane } from '@mondwerk/film';
import { bytesAt, inMemory, kernels, take, wordsAt, type Address } from './kernels.ts';

/** Part of a plane at a whole fraction of its size, in the kernels' memory; `left` and `top` count shrunk samples from the plane's corner. */
export interface Shrunk {
  readonly data: Address;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Larger blocks would not fit into the kernels' sums. */
export const MOST_STEP = 255;

/**
 * Averages blocks of `stepX` × `stepY` samples, at most `MOST_STEP`, over the part of a plane that touches `box` (in samples of
 * the plane). Blocks on the right and bottom edge average what there is. Steps of 1 copy. What is returned is taken from the
 * kernels' memory.
 */
export function shrink(plane: Plane, box: Box, stepX: number, stepY: number): Shrunk {
  const left = Math.floor(clamp(box.left, 0, plane.width - 1) / stepX);
  const top = Math.floor(clamp(box.top, 0, plane.height - 1) / stepY);
  const right = Math.floor(clamp(box.right, 0, plane.width - 1) / stepX) + 1;
  const bottom = Math.floor(clamp(box.bottom, 0, plane.height - 1) / stepY) + 1;
  const [width, height] = [right - left, bottom - top];
  const data = take(4 * width * height);
  inMemory(() => {
    const part = {
      ...{ left: left * stepX, right: Math.min(right * stepX, plane.width) },
      ...{ top: top * stepY, bottom: Math.min(bottom * stepY, plane.height) },
    };
    const [wide, high] = [part.right - part.left, part.bottom - part.top];
    const sums = take(4 * wide);
    const from = copyIn(plane, part);
    const average = plane.data instanceof Uint8Array ? kernels.shrinkBytes : kernels.shrinkWords;
    average(from, wide, high, stepX, stepY, data, sums);
  });
  return { data, left, top, width, height };
}

function copyIn({ data, width }: Plane, { left, top, right, bottom }: Box): Address {
  const wide = right - left;
  const address = take(wide * (bottom - top) * data.BYTES_PER_ELEMENT);
  const samplesAt = data instanceof Uint8Array ? bytesAt : wordsAt;
  const into = samplesAt(address, wide * (bottom - top));
  for (let y = top; y < bottom; y++) {
    into.set(data.subarray(y * width + left, y * width + right), (y - top) * wide);
  }
  return address;
}

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));
