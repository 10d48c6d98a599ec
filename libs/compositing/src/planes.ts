import { blankPicture, type Box, type Picture, type PixelFormat } from '@mondwerk/film';
import { blankField, blur, fieldOf, part, plusTimes, withPart, writePlane, type Field } from './field.ts';
import { resample, type PlaneFrame } from './resample.ts';
import type { WarpMap } from './warpMap.ts';

/** The planes Y, Cb, Cr of a box, each a field. */
export type Fields = readonly [Field, Field, Field];

/** Makes new planes one by one. */
export function eachPlane(of: (index: 0 | 1 | 2) => Field): Fields {
  return [of(0), of(1), of(2)];
}

/** A picture's planes as real numbers. */
export const fieldsOf = (picture: Picture): Fields =>
  eachPlane((i) => fieldOf(picture.planes[i], picture.format.bitDepth));

/** Planes as a picture of this size and format, all in one piece of memory. */
export function pictureOf(fields: Fields, like: Pick<Picture, 'width' | 'height' | 'format'>): Picture {
  const picture = blankPicture(like.width, like.height, like.format);
  picture.planes.forEach((plane, i) => writePlane(fields[i], like.format.bitDepth, plane));
  return picture;
}

/** The part of a box's planes that lies in an inner box, both aligned to whole chroma samples. */
export function partOf(fields: Fields, box: Box, inner: Box, format: PixelFormat): Fields {
  return eachPlane((i) => {
    const { left, top, width, height } = placeIn(box, inner, format, i);
    return part(fields[i], left, top, width, height);
  });
}

/** Planes in which the inner box's planes are laid over the box's. */
export function withPartOf(
  fields: Fields,
  box: Box,
  inner: Box,
  format: PixelFormat,
  pieces: Fields,
): Fields {
  return eachPlane((i) => {
    const { left, top } = placeIn(box, inner, format, i);
    return withPart(fields[i], pieces[i], left, top);
  });
}

/** Resamples the planes of a cut-out lying at `from` in its frame through a map onto another box. */
export function warpPlanes(fields: Fields, from: Box, format: PixelFormat, map: WarpMap, to: Box): Fields {
  const frameOf = (box: Box, i: number): PlaneFrame => ({
    left: box.left,
    top: box.top,
    stepX: i === 0 ? 1 : 1 << format.shiftX,
    stepY: i === 0 ? 1 : 1 << format.shiftY,
  });
  return eachPlane((i) =>
    resample(fields[i], frameOf(from, i), map, frameOf(to, i), placeIn(to, to, format, i)),
  );
}

/** Where a field with one cell a pixel of a box comes to lie through a map of that box. */
export const carried = (field: Field, map: WarpMap, { left, top }: Box): Field =>
  resample(field, { left, top, stepX: 1, stepY: 1 }, map, { left, top, stepX: 1, stepY: 1 }, field);

/**
 * Dissolves warped sources: light and large shapes are mixed by weight, detail comes from the first alone, because two sets
 * of pores or teeth laid over one another are a ghost. `spread` is what counts as large, in luma samples.
 */
export function dissolvePlanes(sets: readonly Fields[], weights: readonly number[], spread: number): Fields {
  if (sets.length === 1) return sets[0];
  return eachPlane((i) => {
    const first = sets[0][i];
    const apart = sets
      .map((fields, k) => ({ field: fields[i], weight: weights[k] }))
      .slice(1)
      .reduce(
        (sum, { field, weight }) => plusTimes(sum, plusTimes(field, first, -1), weight),
        blankField(first.width, first.height),
      );
    return plusTimes(first, blur(apart, (spread * first.width) / sets[0][0].width), 1);
  });
}

function placeIn(
  box: Box,
  inner: Box,
  { shiftX, shiftY }: PixelFormat,
  plane: number,
): { left: number; top: number; width: number; height: number } {
  const [sx, sy] = plane === 0 ? [0, 0] : [shiftX, shiftY];
  const up = (length: number, shift: number): number => (length + (1 << shift) - 1) >> shift;
  return {
    left: (inner.left - box.left) >> sx,
    top: (inner.top - box.top) >> sy,
    width: up(inner.right - inner.left, sx),
    height: up(inner.bottom - inner.top, sy),
  };
}
