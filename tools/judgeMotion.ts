import { apertureOf, jawOf, lipHeightOf, widthOf } from '@mondwerk/lipsync';

/** How well predicted mouth shapes follow the measured ones. */
export interface Judgement {
  readonly aperture: number;
  readonly lipHeight: number;
  readonly jaw: number;
  readonly width: number;
  /** Standard deviation of the predicted aperture over that of the measured one. */
  readonly liveliness: number;
  /** Mean distance of the points across the picture plane, in percent of the eye distance. */
  readonly landmarkError: number;
}

/** Compares frame by frame: correlations of four measures over all frames, and the mean landmark error. */
export function judge(predicted: readonly Float32Array[], measured: readonly Float32Array[]): Judgement {
  const follow = (measure: (shape: Float32Array) => number): number =>
    correlation(predicted.map(measure), measured.map(measure));
  return {
    aperture: follow(apertureOf),
    lipHeight: follow(lipHeightOf),
    jaw: follow(jawOf),
    width: follow(widthOf),
    liveliness: deviation(predicted.map(apertureOf)) / deviation(measured.map(apertureOf)),
    landmarkError: 100 * mean(predicted.map((shape, frame) => landmarkError(shape, measured[frame]))),
  };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

function deviation(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
}

/** Pearson's r. */
export function correlation(a: readonly number[], b: readonly number[]): number {
  const [middleA, middleB] = [mean(a), mean(b)];
  const together = mean(a.map((value, index) => (value - middleA) * (b[index] - middleB)));
  return together / (deviation(a) * deviation(b));
}

function landmarkError(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 3)
    sum += Math.hypot(a[index] - b[index], a[index + 1] - b[index + 1]);
  return sum / (a.length / 3);
}
