import type { ColourTags, PixelFormat } from '@mondwerk/film';

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
