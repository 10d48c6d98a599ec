import {
  chromaOffset,
  isUnusual,
  matrixOf,
  rgbWeights,
  sampleScale,
  toStandard,
} from '@mondwerk/compositing';
import type { Box, ColourTags, Picture, Plane } from '@mondwerk/film';
import type { ModelInput } from '@mondwerk/models';

import type { Region } from '../region.ts';
import { floatsAt, inMemory, kernels, take, type Address } from './kernels.ts';
import { MOST_STEP, shrink } from './shrink.ts';

/** A region as a network wants it: RGB float32 as a usual screen shows it, `[1, size, size, 3]`, black beyond the picture's edge. */
export function networkInput(
  picture: Picture,
  colour: ColourTags,
  region: Region,
  { size, low, high }: ModelInput,
  into?: Float32Array,
): Float32Array {
  const weights = rgbWeights(matrixOf(picture, colour));
  const unusual = isUnusual(colour);
  const [from, gain] = unusual ? [0, 1 / 255] : [low, (high - low) / 255];
  const rgb = sampled(picture, colour, region, size, into, (planes, count, stride) =>
    kernels.toRgb(planes, count, stride, ...weights, from, gain),
  );
  return unusual ? toStandard(rgb, colour, low, high) : rgb;
}

/**
 * Samples a turned square of a picture as `size` × `size` × (Y, Cb, Cr) on a 0..255 scale, black beyond the
 * picture's edge. Shrinking averages whole blocks first and interpolates what is left, so it costs little more
 * than reading the square once. `out` may be memory that was used before.
 */
export const sampleRegion = (
  picture: Picture,
  colour: ColourTags,
  region: Region,
  size: number,
  out?: Float32Array,
): Float32Array => sampled(picture, colour, region, size, out, () => undefined);

/** Samples a square plane by plane, lets `change` work on the planes, and weaves them into one. */
function sampled(
  picture: Picture,
  colour: ColourTags,
  region: Region,
  size: number,
  out: Float32Array = new Float32Array(size * size * 3),
  change: (planes: Address, count: number, stride: number) => void,
): Float32Array {
  return inMemory(() => {
    const count = Math.ceil((size * size) / 4) * 4;
    const stride = 4 * count;
    const planes = take(3 * stride);
    floatsAt(planes, count).fill(0);
    floatsAt(planes + stride, 2 * count).fill(128);
    const scale = sampleScale(picture.format, colour);
    const luma = { black: scale.lumaBlack, gain: scale.lumaGain, base: 0 };
    const chroma = { black: scale.chromaGrey, gain: scale.chromaGain, base: 128 };
    const grid = chromaGrid(picture, colour);
    samplePlane(picture.planes[0], region, size, WHOLE, { out: planes, ...luma });
    samplePlane(picture.planes[1], region, size, grid, { out: planes + stride, ...chroma });
    samplePlane(picture.planes[2], region, size, grid, { out: planes + 2 * stride, ...chroma });
    change(planes, count, stride);
    const woven = take(3 * stride);
    kernels.weave(planes, count, stride, woven);
    out.set(floatsAt(woven, size * size * 3));
    return out;
  });
}

/** Which plane of a result is filled, and how samples become numbers there. */
interface Target {
  readonly out: Address;
  readonly black: number;
  readonly gain: number;
  readonly base: number;
}

/** Plane position = (picture position + offset) / step. */
interface Grid {
  readonly stepX: number;
  readonly stepY: number;
  readonly offsetX: number;
  readonly offsetY: number;
}

const WHOLE: Grid = { stepX: 1, stepY: 1, offsetX: 0, offsetY: 0 };

function chromaGrid({ format: { shiftX, shiftY } }: Picture, { chromaLocation }: ColourTags): Grid {
  const [x, y] = chromaOffset(chromaLocation);
  return {
    stepX: 1 << shiftX,
    stepY: 1 << shiftY,
    offsetX: shiftX * (1 - x) * 0.5,
    offsetY: shiftY * (1 - y) * 0.5,
  };
}

function samplePlane(plane: Plane, region: Region, size: number, grid: Grid, target: Target): void {
  inMemory(() => {
    const step = region.size / size;
    const blockX = blockOf(step / grid.stepX);
    const blockY = blockOf(step / grid.stepY);
    const { data, left, top, width, height } = shrink(
      plane,
      boxInPlane(region, grid, 2 * blockX, 2 * blockY),
      blockX,
      blockY,
    );
    const perX = 1 / (grid.stepX * blockX);
    const perY = 1 / (grid.stepY * blockY);
    const cosine = Math.cos(region.angle) * step;
    const sine = Math.sin(region.angle) * step;
    const middle = (1 - size) / 2;
    kernels.interpolate(
      ...[data, width, height, target.out, size],
      // The first sample, counted in blocks, the centre of the first block being 0.
      (region.centreX + (cosine - sine) * middle + grid.offsetX) * perX - 0.5 - left,
      (region.centreY + (sine + cosine) * middle + grid.offsetY) * perY - 0.5 - top,
      ...[cosine * perX, sine * perY, -sine * perX, cosine * perY],
      // The picture's edges.
      ...[-0.5 - left, -0.5 - top, plane.width / blockX - 0.5 - left, plane.height / blockY - 0.5 - top],
      ...[target.black, target.gain, target.base],
    );
  });
}

const blockOf = (step: number): number => Math.min(MOST_STEP, Math.max(1, Math.round(step)));

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
