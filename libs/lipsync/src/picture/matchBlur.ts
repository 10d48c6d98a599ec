import { quantile } from '@mondwerk/film';
import { blankField, type Field } from './field.ts';
import { halve } from './pyramidBlend.ts';

/** How much softer a source must become to look as its frame does: Gaussian sigmas in pixels, across and down. */
export interface Softness {
  readonly across: number;
  readonly down: number;
  /** Where the source is the softer one: by what its fine detail should be multiplied, 1 and more. */
  readonly crisper: number;
}

/** Compared larger than this between the eyes, faces cost time and show no more. */
const LARGEST_UNIT = 256;

/** Blocks in one eye distance; the median over blocks does not heed a wrinkle or a thing in front. */
const BLOCKS = 10;

/** Sigmas in pixels that are tried; what lies between is interpolated. */
const TRIED = [0, 0.5, 1, 2, 4, 8] as const;

/** Differences of logarithmic energy under this are chance. */
const DOUBT = 0.12;

/** A source is never sharpened further, or its noise and its coding would show. */
const CRISPEST = 1.3;

const FEWEST_BLOCKS = 8;

/**
 * Learns how much softer `frame` is than `source` from skin that both show (`where` above a half): a face that turns
 * fast or is out of focus is blurred wholly, and a mouth that stays crisp in it is seen at once. Across and down are
 * apart because motion blurs one way. `noise` is the grain's strength in both, which no blur takes away.
 */
export function learnSoftness(
  frame: Field,
  source: Field,
  where: Field,
  unit: number,
  noise: readonly [frame: number, source: number],
): Softness {
  if (unit > LARGEST_UNIT) {
    // Averaging four samples halves the strength of white grain.
    const half = learnSoftness(halve(frame), halve(source), halve(where), unit / 2, [
      noise[0] / 2,
      noise[1] / 2,
    ]);
    return { across: 2 * half.across, down: 2 * half.down, crisper: 1 };
  }
  const compare = (axis: Axis): Comparison => compareAlong(axis, frame, source, where, unit, noise);
  const [across, down] = [compare('across'), compare('down')];
  const least = Math.min(across.crisper, down.crisper);
  return { across: across.sigma, down: down.sigma, crisper: Math.min(CRISPEST, Math.exp(least / 2)) };
}

type Axis = 'across' | 'down';

/** The sigma that makes energies alike, and where the source has too little: the logarithm of how much is missing. */
interface Comparison {
  readonly sigma: number;
  readonly crisper: number;
}

function compareAlong(
  axis: Axis,
  frame: Field,
  source: Field,
  where: Field,
  unit: number,
  [frameNoise, sourceNoise]: readonly [number, number],
): Comparison {
  const size = Math.max(6, Math.round(unit / BLOCKS));
  const wanted = energies(axis, frame, where, size);
  const missingAt = (sigma: number): number => {
    const have = energies(axis, softenAlong(source, sigma, axis), where, size);
    return middleRatio(wanted, have, steepNoise(frameNoise, 0), steepNoise(sourceNoise, sigma));
  };
  let before = missingAt(0);
  if (before > 0) return { sigma: 0, crisper: Math.max(0, before - DOUBT) };
  if (before > -DOUBT) return { sigma: 0, crisper: 0 };
  for (let i = 1; i < TRIED.length; i++) {
    const now = missingAt(TRIED[i]);
    if (now > -DOUBT) {
      const share = now === before ? 1 : (-DOUBT - before) / (now - before);
      return { sigma: TRIED[i - 1] + share * (TRIED[i] - TRIED[i - 1]), crisper: 0 };
    }
    before = now;
  }
  return { sigma: TRIED[TRIED.length - 1], crisper: 0 };
}

/** The weighted median over blocks of log(wanted / have), without noise; 0 where too few blocks show anything. */
function middleRatio(
  wanted: Float64Array,
  have: Float64Array,
  noiseWanted: number,
  noiseHave: number,
): number {
  const ratios: number[] = [];
  for (let i = 0; i < wanted.length; i++) {
    if (!(wanted[i] > 0) || !(have[i] > 0)) continue;
    const [a, b] = [wanted[i] - noiseWanted, have[i] - noiseHave];
    if (Math.max(a / (noiseWanted + 0.05), b / (noiseHave + 0.05)) < 2) continue;
    ratios.push(Math.log(Math.max(a, 0.1 * wanted[i]) / Math.max(b, 0.1 * have[i])));
  }
  return ratios.length < FEWEST_BLOCKS ? 0 : quantile(ratios, 0.5);
}

/** Mean square of the slope along an axis in each block of which half may be judged; elsewhere 0. */
function energies(axis: Axis, { width, height, data }: Field, where: Field, size: number): Float64Array {
  const columns = Math.ceil(width / size);
  const rows = Math.ceil(height / size);
  const sums = new Float64Array(columns * rows);
  const counts = new Float64Array(columns * rows);
  const step = axis === 'across' ? 1 : width;
  for (let y = 1; y < height - 1; y++) {
    const row = Math.floor(y / size) * columns;
    for (let x = 1, i = y * width + 1; x < width - 1; x++, i++) {
      if (where.data[i] <= 0.5) continue;
      const slope = data[i + step] - data[i - step];
      const block = row + Math.floor(x / size);
      sums[block] += slope * slope;
      counts[block]++;
    }
  }
  return sums.map((sum, i) => (counts[i] < (size * size) / 2 ? 0 : sum / (4 * counts[i])));
}

/** What grain adds to the mean square of the slope, after blurring along it. */
function steepNoise(noise: number, sigma: number): number {
  const kernel = kernelOf(sigma);
  let sum = 0;
  for (let k = -1; k <= kernel.length; k++) sum += ((kernel[k + 1] ?? 0) - (kernel[k - 1] ?? 0)) ** 2 / 4;
  return noise * noise * sum;
}

/** Blurs a field along both axes, each by its own sigma in samples. */
export const soften = (field: Field, across: number, down: number): Field =>
  softenAlong(softenAlong(field, across, 'across'), down, 'down');

const LEAST_SIGMA = 0.2;

function softenAlong(field: Field, sigma: number, axis: Axis): Field {
  if (sigma < LEAST_SIGMA) return field;
  const { width, height, data } = field;
  const out = blankField(width, height);
  const kernel = kernelOf(sigma);
  const reach = (kernel.length - 1) / 2;
  const [length, step] = axis === 'across' ? [width, 1] : [height, width];
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const along = axis === 'across' ? x : y;
      const first = i - along * step;
      let sum = 0;
      for (let k = 0; k < kernel.length; k++) {
        const at = along + k - reach;
        sum += kernel[k] * data[first + step * (at < 0 ? 0 : at >= length ? length - 1 : at)];
      }
      out.data[i] = sum;
    }
  }
  return out;
}

function kernelOf(sigma: number): Float32Array {
  if (sigma < LEAST_SIGMA) return Float32Array.of(1);
  const reach = Math.ceil(2.5 * sigma);
  const kernel = Float32Array.from({ length: 2 * reach + 1 }, (_, k) =>
    Math.exp(-((k - reach) ** 2) / (2 * sigma * sigma)),
  );
  const sum = kernel.reduce((a, b) => a + b, 0);
  return kernel.map((value) => value / sum);
}
