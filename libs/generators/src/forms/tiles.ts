import type { Square } from '../picture/squareOf.ts';

/**
 * Takes a square apart into `boost`² squares, each of every `boost`th pixel: all show the whole face, a fraction of a pixel
 * apart (pixel shuffle, Shi et al. 2016), so a small network sees all of it and a larger face comes out.
 */
export function takeApart({ size, data }: Square, boost: number): readonly Square[] {
  const side = size / boost;
  return Array.from({ length: boost * boost }, (_, k) => {
    const [top, left] = [Math.floor(k / boost), k % boost];
    const part = new Float32Array(3 * side * side);
    for (let y = 0; y < side; y++) {
      for (let x = 0; x < side; x++) {
        const from = 3 * ((y * boost + top) * size + x * boost + left);
        part.set(data.subarray(from, from + 3), 3 * (y * side + x));
      }
    }
    return { size: side, data: part };
  });
}

/** Weaves the parts of pictures or masks together again, `channels` numbers a pixel. */
export function weave(parts: readonly Float32Array[], side: number, channels: number): Float32Array {
  const boost = Math.round(Math.sqrt(parts.length));
  const size = side * boost;
  const out = new Float32Array(channels * size * size);
  parts.forEach((part, k) => {
    const [top, left] = [Math.floor(k / boost), k % boost];
    for (let y = 0; y < side; y++) {
      for (let x = 0; x < side; x++) {
        const to = channels * ((y * boost + top) * size + x * boost + left);
        const from = channels * (y * side + x);
        out.set(part.subarray(from, from + channels), to);
      }
    }
  });
  return out;
}
