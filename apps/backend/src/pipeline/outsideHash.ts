import { createHash, type Hash } from 'node:crypto';
import type { Box, Picture, Samples } from '@mondwerk/film';

/** Adds every sample of a picture that lies outside all of the (aligned) boxes to a hash, plane after plane. */
export function hashOutside(hash: Hash, picture: Picture, boxes: readonly Box[]): void {
  picture.planes.forEach(({ data }, plane) => {
    for (const { start, end } of outsideRuns(picture, plane, boxes)) hash.update(bytesOf(data, start, end));
  });
}

/** The stretches of a plane's memory that lie outside all of the (aligned) boxes, ascending, in samples. */
export function outsideRuns(picture: Picture, plane: number, boxes: readonly Box[]): Run[] {
  const { width, height, data } = picture.planes[plane];
  const [shiftX, shiftY] = plane === 0 ? [0, 0] : [picture.format.shiftX, picture.format.shiftY];
  const runs: Run[] = [];
  let from = 0;
  for (const { start, end } of hiddenRuns(boxes, { width, height }, shiftX, shiftY)) {
    if (start > from) runs.push({ start: from, end: start });
    from = Math.max(from, end);
  }
  if (from < data.length) runs.push({ start: from, end: data.length });
  return runs;
}

/** The memory of some samples, byte by byte. */
export const bytesOf = (data: Samples, start: number, end: number): Uint8Array =>
  new Uint8Array(
    data.buffer,
    data.byteOffset + start * data.BYTES_PER_ELEMENT,
    (end - start) * data.BYTES_PER_ELEMENT,
  );

/** A new hash for `hashOutside`. */
export const newOutsideHash = (): Hash => createHash('sha256');

/** A stretch of a plane's memory, in samples, half-open. */
export interface Run {
  readonly start: number;
  readonly end: number;
}

/** The stretches of a plane's memory that lie inside a box, row by row, ascending by start. */
function hiddenRuns(
  boxes: readonly Box[],
  { width, height }: { readonly width: number; readonly height: number },
  shiftX: number,
  shiftY: number,
): Run[] {
  const down = (value: number, shift: number): number => value >> shift;
  const up = (value: number, shift: number): number => (value + (1 << shift) - 1) >> shift;
  return boxes
    .flatMap((box) => {
      const [left, right] = [down(box.left, shiftX), Math.min(width, up(box.right, shiftX))];
      const [top, bottom] = [down(box.top, shiftY), Math.min(height, up(box.bottom, shiftY))];
      return Array.from({ length: Math.max(0, bottom - top) }, (_, row) => ({
        start: (top + row) * width + left,
        end: (top + row) * width + right,
      }));
    })
    .sort((a, b) => a.start - b.start);
}
