import type { Plane } from '@mondwerk/film';
import { addressOf, bytesAt, fieldBy, floatsAt, inWorkspace, isOpen, kernels, take } from './workspace.ts';

/** One plane of real numbers, row by row; samples are on the scale 0..255 whatever the film's bit depth. */
export interface Field {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

/** A field of zeros. */
export const blankField = (width: number, height: number): Field =>
  isOpen()
    ? fieldBy(width, height, (out) => floatsAt(out, width * height).fill(0))
    : { width, height, data: new Float32Array(width * height) };

/** Reads a plane of `bitDepth` bits as a field on the 0..255 scale, without loss. */
export function fieldOf({ width, height, data }: Plane, bitDepth: number): Field {
  const read = bitDepth > 8 ? kernels.readWords : kernels.readBytes;
  return fieldBy(width, height, (out) => read(addressOf(data), out, data.length, 1 / 2 ** (bitDepth - 8)));
}

/** Rounds a field into a plane of `bitDepth` bits, clamped to what the depth can hold. */
export function writePlane({ data }: Field, bitDepth: number, plane: Plane): void {
  const { buffer, byteOffset, byteLength } = plane.data;
  inWorkspace(() => {
    const [from, out] = [addressOf(data), take(byteLength)];
    if (bitDepth > 8) kernels.writeWords(from, out, data.length, 2 ** (bitDepth - 8), 2 ** bitDepth - 1);
    else kernels.writeBytes(from, out, data.length, 1);
    new Uint8Array(buffer, byteOffset, byteLength).set(bytesAt(out, byteLength));
  });
}

/** Averages a field into `width` × `height` cells (fewer than it has, or as many). */
export const shrink = (field: Field, width: number, height: number): Field =>
  fieldBy(width, height, (out) =>
    kernels.shrink(...placed(field), out, width, height, take(4 * field.width)),
  );

/** Enlarges a field to `width` × `height` by bilinear interpolation between cell centres. */
export const enlarge = (field: Field, width: number, height: number): Field =>
  fieldBy(width, height, (out) => kernels.enlarge(...placed(field), out, width, height, take(16 * width)));

/** Blurs a field by about a Gaussian of `sigma` cells: three box blurs in each direction, edges held. */
export function blur(field: Field, sigma: number): Field {
  const radius = Math.round(Math.sqrt((12 * sigma * sigma) / 3 + 1) / 2 - 0.5);
  if (radius < 1) return field;
  const { width, height } = field;
  return fieldBy(width, height, (out) =>
    kernels.blur(...placed(field), radius, out, take(4 * width * height)),
  );
}

/** A field as kernels take it. */
const placed = ({ width, height, data }: Field): [number, number, number] => [addressOf(data), width, height];

/** a + factor · b, cell by cell. */
export const plusTimes = (a: Field, b: Field, factor: number): Field =>
  fieldBy(a.width, a.height, (out) =>
    kernels.plusTimes(addressOf(a.data), addressOf(b.data), factor, out, a.data.length),
  );

/** a · b, cell by cell. */
export const times = (a: Field, b: Field): Field =>
  fieldBy(a.width, a.height, (out) =>
    kernels.times(addressOf(a.data), addressOf(b.data), out, a.data.length),
  );

/** A new field made cell by cell from one or two of the same size. */
export function combine(a: Field, b: Field, of: (a: number, b: number) => number): Field {
  const out = blankField(a.width, a.height);
  for (let i = 0; i < out.data.length; i++) out.data[i] = of(a.data[i], b.data[i]);
  return out;
}

/** Copies the part of a field that begins at (left, top). */
export function part(field: Field, left: number, top: number, width: number, height: number): Field {
  const out = blankField(width, height);
  for (let y = 0; y < height; y++) {
    const from = (top + y) * field.width + left;
    out.data.set(field.data.subarray(from, from + width), y * width);
  }
  return out;
}

/** A field in which `piece` stands at (left, top). */
export function withPart(field: Field, piece: Field, left: number, top: number): Field {
  const out = part(field, 0, 0, field.width, field.height);
  for (let y = 0; y < piece.height; y++) {
    out.data.set(piece.data.subarray(y * piece.width, (y + 1) * piece.width), (top + y) * field.width + left);
  }
  return out;
}
