import { createHash, type Hash } from 'node:crypto';
import type { Box, Picture } from '@mondwerk/film';

/** Adds every sample of a picture that lies outside all of the (aligned) boxes to a hash, plane after plane. */
export function hashOutside(hash: Hash, picture: Picture, boxes: readonly Box[]): void {
  picture.planes.forEach((plane, index) => {
    const [shiftX, shiftY] = index === 0 ? [0, 0] : [picture.format.shiftX, picture.format.shiftY];
    const bytes = new Uint8Array(plane.data.buffer, plane.data.byteOffset, plane.data.byteLength);
    const size = plane.data.BYTES_PER_ELEMENT;
    let from = 0;
    for (const { start, end } of hiddenRuns(boxes, plane, shiftX, shiftY)) {
      if (start > from) hash.update(bytes.subarray(from * size, start * size));
      from = Math.max(from, end);
    }
    hash.update(bytes.subarray(from * size));
  });
}

/** A new hash for `hashOutside`. */
export const newOutsideHash = (): Hash => createHash('sha256');

interface Run {
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
