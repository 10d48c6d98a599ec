import type { ColourTags, Picture, Plane } from '@mondwerk/film';
import type { ModelInput } from '@mondwerk/models';

import type { Region } from '../region.ts';
import { sampleScale, toRgb } from './colour.ts';
import { shrink } from './shrink.ts';

/** Where chroma samples sit, as half luma samples right of and below the first luma sample's own place. */
const chromaOffsets: Readonly<Record<string, readonly [x: number, y: number]>> = {
  left: [0, 1],
  topleft: [0, 0],
  top: [1, 0],
  center: [1, 1],
  bottomleft: [0, 2],
  bottom: [1, 2],
};

/** A region as a network wants it: RGB float32, `[1, size, size, 3]`, black beyond the picture's edge. */
export function networkInput(
  picture: Picture,
  colour: ColourTags,
  region: Region,
  { size, low, high }: ModelInput,
): Float32Array {
  return toRgb(sampleRegion(picture, colour, region, size), matrixOf(picture, colour), low, high);
}

/** High definition that does not name its matrix is BT.709, anything smaller BT.601. */
const matrixOf = (picture: Picture, { matrix }: ColourTags): string =>
  matrix === 'unknown' && Math.min(picture.width, picture.height) >= 720 ? 'bt709' : matrix;

/**
 * Samples a turned square of a picture as `size` × `size` × (Y, Cb, Cr) on a 0..255 scale, black beyond the
 * picture's edge. Shrinking averages whole blocks first and interpolates what is left, so it costs little more
 * than reading the square once.
 */
export function sampleRegion(
  picture: Picture,
  colour: ColourTags,
  region: Region,
  size: number,
): Float32Array {
  const scale = sampleScale(picture.format, colour);
  const out = new Float32Array(size * size * 3);
  for (let at = 0; at < out.length; at += 3) out[at + 1] = out[at + 2] = 128;
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

/** Which channel of the result a plane fills, and how its samples become numbers there. */
interface Channel {
  readonly out: Float32Array;
  readonly channel: number;
  readonly black: number;
  readonly gain: number;
  readonly base: number;
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
  const half = (region.size / 2) * (Math.abs(Math.cos(region.angle)) + Math.abs(Math.sin(region.angle)));
  const toX = (x: number): number => (x + grid.offsetX) / grid.stepX;
  const toY = (y: number): number => (y + grid.offsetY) / grid.stepY;
  const box = {
    left: toX(region.centreX - half) - 2 * blockX,
    top: toY(region.centreY - half) - 2 * blockY,
    right: toX(region.centreX + half) + 2 * blockX,
    bottom: toY(region.centreY + half) + 2 * blockY,
  };
  const { data, left, top, width, height } = shrink(plane, box, blockX, blockY);
  const cosine = Math.cos(region.angle) * step;
  const sine = Math.sin(region.angle) * step;
  // From here on everything is in blocks, whose first centre is at 0.
  const [perX, perY] = [1 / (grid.stepX * blockX), 1 / (grid.stepY * blockY)];
  const [xByColumn, yByColumn] = [cosine * perX, sine * perY];
  const [edgeX, edgeY] = [plane.width / blockX - 0.5, plane.height / blockY - 0.5];
  const [lastX, lastY] = [width - 1, height - 1];
  const { out, channel, black, gain, base } = target;
  for (let row = 0; row < size; row++) {
    const u = 0.5 - size / 2;
    const v = row + 0.5 - size / 2;
    let x = toX(region.centreX + cosine * u - sine * v) / blockX - 0.5;
    let y = toY(region.centreY + sine * u + cosine * v) / blockY - 0.5;
    for (let at = row * size * 3 + channel, end = at + size * 3; at < end; at += 3) {
      if (x > -0.5 && y > -0.5 && x < edgeX && y < edgeY) {
        const px = x - left;
        const py = y - top;
        const x0 = px <= 0 ? 0 : px >= lastX ? lastX : px | 0;
        const y0 = py <= 0 ? 0 : py >= lastY ? lastY : py | 0;
        const fx = px <= 0 ? 0 : px - x0;
        const fy = py <= 0 ? 0 : py - y0;
        const first = y0 * width + x0;
        const right = x0 < lastX ? 1 : 0;
        const below = y0 < lastY ? width : 0;
        const upper = data[first] + (data[first + right] - data[first]) * fx;
        const lower = data[first + below] + (data[first + below + right] - data[first + below]) * fx;
        out[at] = (upper + (lower - upper) * fy - black) * gain + base;
      }
      x += xByColumn;
      y += yByColumn;
    }
  }
}
