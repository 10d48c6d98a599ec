import { perSecond, rate, type Rate } from '@mondwerk/film';

const standardRates: readonly Rate[] = [
  ...[24, 30, 48, 60, 120].flatMap((fps) => [rate(fps * 1000, 1001), rate(fps)]),
  ...[12, 15, 25, 50, 100].map((fps) => rate(fps)),
];

/** Reads a fraction as ffprobe writes it; `undefined` for `0/0`. */
export function parseRate(text: string): Rate | undefined {
  const [num, den = 1] = text.split(/[/:]/).map(Number);
  return num > 0 && den > 0 ? rate(num, den) : undefined;
}

/**
 * The rate that explains a film's timestamps: the first of the candidates at which every frame is where a
 * constant rate puts it, give or take one unit of the container's clock; else the mean rate, marked variable.
 */
export function nominalRate(
  pts: Float64Array,
  timeBase: Rate,
  candidates: readonly Rate[],
): { rate: Rate; variable: boolean } {
  const seconds = ((pts.at(-1)! - pts[0]) * timeBase.num) / timeBase.den;
  const mean = seconds > 0 ? (pts.length - 1) / seconds : perSecond(candidates[0] ?? rate(25));
  const near = standardRates.filter((standard) => Math.abs(perSecond(standard) / mean - 1) < 0.01);
  const constant = [...candidates, ...near].find((candidate) => explains(candidate, pts, timeBase));
  if (constant) return { rate: constant, variable: false };
  return { rate: closest(near, mean) ?? rate(Math.round(mean * 1000), 1000), variable: true };
}

function explains(candidate: Rate, pts: Float64Array, timeBase: Rate): boolean {
  const step = (candidate.den * timeBase.den) / (candidate.num * timeBase.num);
  if (step < 1) return false;
  return pts.every((value, frame) => Math.abs(value - pts[0] - frame * step) <= 1);
}

function closest(rates: readonly Rate[], mean: number): Rate | undefined {
  return rates.toSorted((a, b) => Math.abs(perSecond(a) - mean) - Math.abs(perSecond(b) - mean))[0];
}
