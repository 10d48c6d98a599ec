import type { FloatTensor } from '@mondwerk/models';
import type { Square } from '../picture/squareOf.ts';
import type { Pixels } from './forms.ts';

/** A square as a network’s tensor. */
export function tensorOf({ size, data }: Square, pixels: Pixels): FloatTensor {
  const { channels, low, high } = pixels;
  const place = placeOf(pixels, size);
  const out = new Float32Array(data.length);
  for (let i = 0; i < size * size; i++) {
    for (let k = 0; k < 3; k++) out[place(i, k)] = low + (high - low) * data[3 * i + k];
  }
  return { data: out, shape: channels === 'first' ? [1, 3, size, size] : [1, size, size, 3] };
}

/** The square in a network’s tensor, cut to what can be shown. @throws RangeError when it is of another size. */
export function squareFrom({ data }: FloatTensor, size: number, pixels: Pixels): Square {
  if (data.length !== 3 * size * size) {
    throw new RangeError(`the network gave ${data.length} numbers instead of ${3 * size * size}`);
  }
  const { low, high } = pixels;
  const place = placeOf(pixels, size);
  const out = new Float32Array(data.length);
  for (let i = 0; i < size * size; i++) {
    for (let k = 0; k < 3; k++) out[3 * i + k] = share((data[place(i, k)] - low) / (high - low));
  }
  return { size, data: out };
}

/** A mask in a network’s tensor, 0 to 1, one number a pixel. @throws RangeError when it is of another size. */
export function maskFrom({ data }: FloatTensor, size: number): Float32Array {
  if (data.length !== size * size) {
    throw new RangeError(`the network gave a mask of ${data.length} numbers instead of ${size * size}`);
  }
  return data.map(share);
}

/** Where colour `k` (red, green, blue) of pixel `i` stands. */
function placeOf({ channels, order }: Pixels, size: number): (i: number, k: number) => number {
  const turn = order === 'rgb' ? (k: number) => k : (k: number) => 2 - k;
  return channels === 'first' ? (i, k) => turn(k) * size * size + i : (i, k) => 3 * i + turn(k);
}

// Written so that what is not a number becomes 0.
const share = (value: number): number => (value > 0 ? Math.min(1, value) : 0);
