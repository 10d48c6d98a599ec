import type { ColourTags, Picture, PixelFormat } from '@mondwerk/film';
import { isHdr } from './standardPicture.ts';

/** Weights of red and blue in luma, by the name that ffmpeg gives the matrix (ITU-T H.273, table 4). */
const lumaWeights: Readonly<Record<string, readonly [red: number, blue: number]>> = {
  bt709: [0.2126, 0.0722],
  fcc: [0.3, 0.11],
  bt470bg: [0.299, 0.114],
  smpte170m: [0.299, 0.114],
  smpte240m: [0.212, 0.087],
  bt2020nc: [0.2627, 0.0593],
  bt2020c: [0.2627, 0.0593],
};

/** How samples become numbers on a 0..255 scale: `(sample - black) × gain`, chroma round 128. */
export interface SampleScale {
  readonly lumaBlack: number;
  readonly lumaGain: number;
  readonly chromaGrey: number;
  readonly chromaGain: number;
}

/** The scale of a picture's samples; a picture that does not say is taken as limited range, as ffmpeg does. */
export function sampleScale({ bitDepth }: PixelFormat, { range }: ColourTags): SampleScale {
  const unit = 2 ** (bitDepth - 8);
  const full = 255 / (2 ** bitDepth - 1);
  const chromaGrey = 128 * unit;
  return range === 'pc'
    ? { lumaBlack: 0, lumaGain: full, chromaGrey, chromaGain: full }
    : { lumaBlack: 16 * unit, lumaGain: 255 / 219 / unit, chromaGrey, chromaGain: 255 / 224 / unit };
}

/** What of Cb and Cr goes into R, G and B; the kernel `toRgb` takes them in this order. */
export type RgbWeights = readonly [rFromCr: number, gFromCb: number, gFromCr: number, bFromCb: number];

/** How a matrix makes R, G and B of Y, Cb and Cr. */
export function rgbWeights(matrix: string): RgbWeights {
  const [red, blue] = lumaWeights[matrix] ?? lumaWeights.smpte170m;
  const green = 1 - red - blue;
  const [rFromCr, bFromCb] = [2 * (1 - red), 2 * (1 - blue)];
  return [rFromCr, (bFromCb * blue) / green, (rFromCr * red) / green, bFromCb];
}

/** What of R, G and B goes into Y, Cb and Cr. */
export interface YuvWeights {
  readonly luma: readonly [red: number, green: number, blue: number];
  /** Cb = (B − Y) / blue and Cr = (R − Y) / red, on the scale of luma. */
  readonly blue: number;
  readonly red: number;
}

/** How a matrix makes Y, Cb and Cr of R, G and B. */
export function yuvWeights(matrix: string): YuvWeights {
  const [red, blue] = lumaWeights[matrix] ?? lumaWeights.smpte170m;
  return { luma: [red, 1 - red - blue, blue], blue: 2 * (1 - blue), red: 2 * (1 - red) };
}

/** The matrix of a film's colours: where it is not named, HDR is BT.2020, high definition BT.709, anything smaller BT.601. */
export function matrixOf(picture: Pick<Picture, 'width' | 'height'>, colour: ColourTags): string {
  if (colour.matrix !== 'unknown') return colour.matrix;
  if (isHdr(colour)) return 'bt2020nc';
  return Math.min(picture.width, picture.height) >= 720 ? 'bt709' : colour.matrix;
}

/** Where chroma samples sit, as half luma samples right of and below the first luma sample's own place. */
const chromaOffsets: Readonly<Record<string, readonly [x: number, y: number]>> = {
  left: [0, 1],
  topleft: [0, 0],
  top: [1, 0],
  center: [1, 1],
  bottomleft: [0, 2],
  bottom: [1, 2],
};

/** Half luma samples between the first luma sample and the first chroma sample; MPEG-2's place where the film does not say. */
export const chromaOffset = (location: string): readonly [x: number, y: number] =>
  chromaOffsets[location] ?? chromaOffsets.left;
