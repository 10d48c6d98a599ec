import type { Box, ColourTags, Picture, Plane } from '@mondwerk/film';
import type { ModelInput } from '@mondwerk/models';

import type { Region } from '../region.ts';
import { sampleScale, toRgb } from './colour.ts';
import { interpolate, type Channel } from './interpolate.ts';
import { shrink } from './shrink.ts';
import { isHdr, isUnusual, toStandard } from './standardPicture.ts';

/** Where chroma samples sit, as half luma samples right of and below the first luma sample's own place. */
const chromaOffsets: Readonly<Record<string, readonly [x: number, y: number]>> = {
  left: [0, 1],
  topleft: [0, 0],
  top: [1, 0],
  center: [1, 1],
  bottomleft: [0, 2],
  bottom: [1, 2],
};

/** A region as a network wants it: RGB float32 as a usual screen shows it, `[1, size, size, 3]`, black beyond the picture's edge. */
export function networkInput(
  picture: Picture,
  colour: ColourTags,
  region: Region,
  { size, low, high }: ModelInput,
  into?: Float32Array,
): Float32Array {
  const samples = sampleRegion(picture, colour, region, size, into);
  const matrix = matrixOf(picture, colour);
  if (!isUnusual(colour)) return toRgb(samples, matrix, low, high);
  return toStandard(toRgb(samples, matrix, 0, 1), colour, low, high);
}

/** Where the matrix is not named, HDR is BT.2020, high definition BT.709, anything smaller BT.601. */
function matrixOf(picture: Picture, colour: ColourTags): string {
  if (colour.matrix !== 'unknown') return colour.matrix;
  if (isHdr(colour)) return 'bt2020nc';
  return Math.min(picture.width, picture.height) >= 720 ? 'bt709' : colour.matrix;
}

/**
 * Samples a turned square of a picture as `size` × `size` × (Y, Cb, Cr) on a 0..255 scale, black beyond the
 * picture's edge. Shrinking averages whole blocks first and interpolates what is left, so it costs little more
 * than reading the square once. `out` may be memory that was used before.
 */
export function sampleRegion(
  picture: Picture,
  colour: ColourTags,
  region: Region,
  size: number,
  out: Float32Array = new Float32Array(size * size * 3),
): Float32Array {
  const scale = sampleScale(picture.format, colour);
  for (let at = 0; at < out.length; at += 3) {
    out[at] = 0;
    out[at + 1] = out[at + 2] = 128;
  }
  const luma = { out, channel: 0, black: scale.lumaBlack, gain: scale.lumaGain, base: 0 };
  samplePlane(picture.planes[0], region, size, { stepX: 1, stepY: 1, offsetX: 0, offsetY: 0 }, luma);
  const grid = chromaGrid(picture, colour);
  for (const channel of [1, 2]) {
    const chroma = { out, channel, black: scale.chromaGrey, gain: scale.chromaGain, base: 128 };
    samplePlane(picture.planes[channel], region, size, grid, chroma);
  }
  return out;
}

/** Plane position = (picture position + offset) / step. */
interface Grid {
  readonly stepX: number;
  readonly stepY: number;
  readonly offsetX: number;
  readonly offsetY: number;
}

function chromaGrid({ format: { shiftX, shiftY } }: Picture, { chromaLocation }: ColourTags): Grid {
  const [x, y] = chromaOffsets[chromaLocation] ?? chromaOffsets.left;
  return {
    stepX: 1 << shiftX,
    stepY: 1 << shiftY,
    offsetX: shiftX * (1 - x) * 0.5,
    offsetY: shiftY * (1 - y) * 0.5,
  };
}

function samplePlane(plane: Plane, region: Region, size: number, grid: Grid, target: Channel): void {
  const step = region.size / size;
  const blockX = Math.max(1, Math.round(step / grid.stepX));
  const blockY = Math.max(1, Math.round(step / grid.stepY));
  const blocks = shrink(plane, boxInPlane(region, grid, 2 * blockX, 2 * blockY), blockX, blockY);
  const perX = 1 / (grid.stepX * blockX);
  const perY = 1 / (grid.stepY * blockY);
  const cosine = Math.cos(region.angle) * step;
  const sine = Math.sin(region.angle) * step;
  const middle = (1 - size) / 2;
  interpolate(blocks, target, size, {
    // The first sample, counted in blocks, the centre of the first block being 0.
    x: (region.centreX + (cosine - sine) * middle + grid.offsetX) * perX - 0.5 - blocks.left,
    y: (region.centreY + (sine + cosine) * middle + grid.offsetY) * perY - 0.5 - blocks.top,
    xByColumn: cosine * perX,
    yByColumn: sine * perY,
    xByRow: -sine * perX,
    yByRow: cosine * perY,
    edges: {
      left: -0.5 - blocks.left,
      top: -0.5 - blocks.top,
      right: plane.width / blockX - 0.5 - blocks.left,
      bottom: plane.height / blockY - 0.5 - blocks.top,
    },
  });
}

/** The part of a plane under a region, with a margin, in samples of the plane. */
function boxInPlane(region: Region, grid: Grid, marginX: number, marginY: number): Box {
  const half = (region.size / 2) * (Math.abs(Math.cos(region.angle)) + Math.abs(Math.sin(region.angle)));
  return {
    left: (region.centreX - half + grid.offsetX) / grid.stepX - marginX,
    top: (region.centreY - half + grid.offsetY) / grid.stepY - marginY,
    right: (region.centreX + half + grid.offsetX) / grid.stepX + marginX,
    bottom: (region.centreY + half + grid.offsetY) / grid.stepY + marginY,
  };
}
