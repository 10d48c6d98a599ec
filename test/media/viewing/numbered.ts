import { readFrames, type Film } from '@mondwerk/media';
import type { Picture } from '@mondwerk/film';

const BITS = 10;

/** An ffmpeg source of 160 × 96 whose frame N shows N as ten stripes, black for 0 and white for 1. */
export const numbered = (options: string): string =>
  `-f lavfi -i nullsrc=s=160x96:${options},geq=lum=16+219*bitand(floor(N/pow(2\\,floor(X/16)))\\,1):cb=128:cr=128`;

/** Reads every frame of a film for the number that it shows. */
export async function numbersIn(film: Film): Promise<number[]> {
  const found: number[] = [];
  for await (const { picture } of readFrames(film)) found.push(numberIn(picture));
  return found;
}

/** The number that a picture shows in its upper half, whatever its size and depth. */
export function numberIn({ width, height, format, planes: [luma] }: Picture): number {
  const row = Math.floor(height / 4) * width;
  const middle = 126 << (format.bitDepth - 8);
  let number = 0;
  for (let bit = 0; bit < BITS; bit++) {
    if (luma.data[row + Math.floor(((bit + 0.5) / BITS) * width)] > middle) number += 2 ** bit;
  }
  return number;
}
