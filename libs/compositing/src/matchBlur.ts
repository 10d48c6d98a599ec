import { quantile } from '@mondwerk/film';
import { shrink, type Field } from './field.ts';
import { halve } from './pyramidBlend.ts';
import { addressOf, doublesAt, fieldBy, inWorkspace, kernels, take } from './workspace.ts';

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
  const contrast = contrastBetween(frame, source, where, unit);
  const along = (axis: Axis, from: Field): Comparison =>
    compareAlong(axis, { frame, source: from, where, unit, noise, contrast });
  const [across, down] = [along('across', source), along('down', source)];
  if (across.sigma === 0 && down.sigma === 0) {
    const least = Math.min(across.crisper, down.crisper);
    return { across: 0, down: 0, crisper: Math.min(CRISPEST, Math.exp(least / 2)) };
  }
  // Blur along one axis takes from the slopes along the other too: the stronger goes first, and each sees what the other left.
  const [first, second]: [Axis, Axis] = across.sigma > down.sigma ? ['across', 'down'] : ['down', 'across'];
  const rough = Math.max(across.sigma, down.sigma);
  const weaker = along(second, softenAlong(source, rough, first)).sigma;
  const stronger = weaker === 0 ? rough : along(first, softenAlong(source, weaker, second)).sigma;
  return first === 'across'
    ? { across: stronger, down: weaker, crisper: 1 }
    : { across: weaker, down: stronger, crisper: 1 };
}

type Axis = 'across' | 'down';

/** The sigma that makes energies alike, and where the source has too little: the logarithm of how much is missing. */
interface Comparison {
  readonly sigma: number;
  readonly crisper: number;
}

interface Compared {
  readonly frame: Field;
  readonly source: Field;
  readonly where: Field;
  readonly unit: number;
  readonly noise: readonly [frame: number, source: number];
  readonly contrast: number;
}

function compareAlong(
  axis: Axis,
  { frame, source, where, unit, noise: [frameNoise, sourceNoise], contrast }: Compared,
): Comparison {
  const size = Math.max(6, Math.round(unit / BLOCKS));
  const wanted = energies(axis, frame, where, size);
  const missingAt = (sigma: number): number => {
    const have = energies(axis, softenAlong(source, sigma, axis), where, size);
    return middleRatio(wanted, have, steepNoise(frameNoise, 0), steepNoise(sourceNoise, sigma)) - contrast;
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

/** Cells of an eye distance in which shading is compared, which blur leaves alone; and how far light may change contrast. */
const SHADES = 16;
const MOST_CONTRAST = 1.2;

/** The logarithm of how much more contrast the shading of the frame has than the source's: haze is no blur. */
function contrastBetween(frame: Field, source: Field, where: Field, unit: number): number {
  const [width, height] = [frame.width, frame.height].map((length) => Math.round((length * SHADES) / unit));
  if (Math.min(width, height) < 6 || width > frame.width) return 0;
  const [shades, others, seen] = [frame, source, where].map((field) => shrink(field, width, height));
  const along = (axis: Axis): number =>
    middleRatio(energies(axis, shades, seen, 2), energies(axis, others, seen, 2), 0, 0);
  const middle = (along('across') + along('down')) / 2;
  return Math.min(MOST_CONTRAST, Math.max(-MOST_CONTRAST, middle));
}

/** The median over blocks of log(wanted / have), without noise; 0 where too few blocks show anything. */
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
  const step = axis === 'across' ? 1 : width;
  return inWorkspace(() => {
    const [sums, counts] = [take(8 * columns * rows), take(8 * columns * rows)];
    const [added, counted] = [sums, counts].map((at) => doublesAt(at, columns * rows).fill(0));
    kernels.addSlopes(addressOf(data), addressOf(where.data), width, height, step, size, sums, counts);
    return added.map((sum, i) => (counted[i] < (size * size) / 2 ? 0 : sum / (4 * counted[i])));
  });
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
  const kernel = kernelOf(sigma);
  return fieldBy(width, height, (out) => {
    const task = [addressOf(data), width, height, addressOf(kernel), kernel.length, out] as const;
    if (axis === 'across') kernels.softenAcross(...task, take(4 * (width + kernel.length)));
    else kernels.softenDown(...task);
  });
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
