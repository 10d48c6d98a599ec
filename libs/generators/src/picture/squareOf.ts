import {
  chromaOffset,
  fieldsOf,
  fromStandard,
  isUnusual,
  rgbWeights,
  sampleScale,
  toStandard,
  yuvWeights,
  type Field,
  type Fields,
} from '@mondwerk/compositing';
import type { Box, ColourTags, Picture, PixelFormat } from '@mondwerk/film';
import { after, inverse, type Affine } from './affine.ts';
import type { Placement } from './placement.ts';
import { regrid } from './regrid.ts';

/** A square picture as networks see it: R, G, B of each pixel in turn, 0 to 1, as a usual screen shows it. */
export interface Square {
  readonly size: number;
  readonly data: Float32Array;
}

/** The square of a picture that a placement lies over; beyond the picture’s edge the edge is held. */
export function squareOf(plate: Picture, box: Box, colour: ColourTags, placement: Placement): Square {
  const { size, toPicture } = placement;
  const planes = fieldsOf(plate).map((field, i) =>
    regrid(field, after(ontoPlane(i, box, plate.format, colour), toPicture), size, size, 'linear'),
  );
  const data = rgbOf(planes, plate.format, colour);
  return { size, data: isUnusual(colour) ? toStandard(data, colour, 0, 1) : data };
}

/** A square’s samples on the grid of a picture’s box, in the film’s own colours: planes on the 0..255 scale. */
export function planesOf(
  { size, data }: Square,
  { toPicture }: Placement,
  like: {
    readonly box: Box;
    readonly plate: Pick<Picture, 'format' | 'planes'>;
    readonly colour: ColourTags;
  },
): Fields {
  const { box, plate, colour } = like;
  const coded = isUnusual(colour) ? fromStandard(data.slice(), colour) : data;
  const [y, cb, cr] = yuvOf(coded, size, plate.format, colour).map((field, i) => {
    const back = inverse(after(ontoPlane(i, box, plate.format, colour), toPicture));
    return regrid(field, back, plate.planes[i].width, plate.planes[i].height, 'cubic');
  });
  return [y, cb, cr];
}

/** From the frame’s pixels to a plane of a box of it, the middle of the plane’s first sample at (0.5, 0.5). */
export function ontoPlane(plane: number, box: Box, format: PixelFormat, colour: ColourTags): Affine {
  if (plane === 0) return [1, 0, -box.left, 0, 1, -box.top];
  const { shiftX, shiftY } = format;
  const [x, y] = chromaOffset(colour.chromaLocation);
  const [perX, perY] = [1 / (1 << shiftX), 1 / (1 << shiftY)];
  const [offX, offY] = [shiftX * (1 - x) * 0.5, shiftY * (1 - y) * 0.5];
  return [perX, 0, (offX - box.left) * perX, 0, perY, (offY - box.top) * perY];
}

function rgbOf([luma, blue, red]: readonly Field[], format: PixelFormat, colour: ColourTags): Float32Array {
  const unit = 2 ** (format.bitDepth - 8);
  const { lumaBlack, lumaGain, chromaGrey, chromaGain } = sampleScale(format, colour);
  const [rFromCr, gFromCb, gFromCr, bFromCb] = rgbWeights(colour.matrix);
  const rgb = new Float32Array(3 * luma.data.length);
  const [gainY, gainC] = [lumaGain / 255, chromaGain / 255];
  for (let i = 0; i < luma.data.length; i++) {
    const y = (luma.data[i] * unit - lumaBlack) * gainY;
    const cb = (blue.data[i] * unit - chromaGrey) * gainC;
    const cr = (red.data[i] * unit - chromaGrey) * gainC;
    rgb[3 * i] = clamp(y + rFromCr * cr);
    rgb[3 * i + 1] = clamp(y - gFromCb * cb - gFromCr * cr);
    rgb[3 * i + 2] = clamp(y + bFromCb * cb);
  }
  return rgb;
}

function yuvOf(rgb: Float32Array, size: number, format: PixelFormat, colour: ColourTags): readonly Field[] {
  const unit = 2 ** (format.bitDepth - 8);
  const { lumaBlack, lumaGain, chromaGrey, chromaGain } = sampleScale(format, colour);
  const { luma, blue, red } = yuvWeights(colour.matrix);
  const planes = [0, 1, 2].map((): Field => ({
    width: size,
    height: size,
    data: new Float32Array(size * size),
  }));
  for (let i = 0; i < size * size; i++) {
    const [r, g, b] = [clamp(rgb[3 * i]), clamp(rgb[3 * i + 1]), clamp(rgb[3 * i + 2])];
    const y = luma[0] * r + luma[1] * g + luma[2] * b;
    planes[0].data[i] = ((255 * y) / lumaGain + lumaBlack) / unit;
    planes[1].data[i] = ((255 * (b - y)) / blue / chromaGain + chromaGrey) / unit;
    planes[2].data[i] = ((255 * (r - y)) / red / chromaGain + chromaGrey) / unit;
  }
  return planes;
}

const clamp = (value: number): number => Math.min(1, Math.max(0, value));
