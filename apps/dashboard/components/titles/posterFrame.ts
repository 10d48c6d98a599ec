import type { ThumbnailIndex } from '#lib/film/index.ts';

/** How far into a film its poster is looked for: titles and black are over, the end is not given away. */
const INTO = 0.35;

/** So many thumbnails are compared. */
const COMPARED = 12;

/** Which thumbnails of a film may become its poster, by number: neighbours on one sheet, so that one is loaded. */
export function posterCandidates({ frames, columns, rows }: ThumbnailIndex): number[] {
  const perSheet = columns * rows;
  const wanted = Math.min(frames.length - 1, Math.round(frames.length * INTO));
  const sheet = Math.floor(wanted / perSheet);
  const [first, end] = [sheet * perSheet, Math.min(frames.length, (sheet + 1) * perSheet)];
  const from = Math.max(first, Math.min(wanted - COMPARED / 2, end - COMPARED));
  return Array.from({ length: Math.min(COMPARED, end - from) }, (_, at) => from + at);
}

/**
 * How much there is to see in a picture of RGBA pixels: the spread of its luma, 0 for one colour. Black, white and the
 * plain cards of titles have little.
 */
export function contrastOf(pixels: Uint8ClampedArray): number {
  let [sum, squares] = [0, 0];
  const count = pixels.length / 4;
  for (let at = 0; at < pixels.length; at += 4) {
    const luma = 0.2126 * pixels[at] + 0.7152 * pixels[at + 1] + 0.0722 * pixels[at + 2];
    sum += luma;
    squares += luma * luma;
  }
  return count === 0 ? 0 : Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2));
}
