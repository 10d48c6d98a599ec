/** A bell of height 1 at 0. */
export const bell = (x: number, width: number): number => Math.exp(-0.5 * (x / width) * (x / width));

/** Cuts a number to a range. */
export const clamp = (x: number, low: number, high: number): number => (x < low ? low : x > high ? high : x);

/** 0 below `from`, 1 above `to` (or the other way round), smooth between. */
export function ramp(from: number, to: number, x: number): number {
  const t = clamp((x - from) / (to - from), 0, 1);
  return t * t * (3 - 2 * t);
}

/** The straight way from `a` to `b`. */
export const mix = (a: number, b: number, t: number): number => a + (b - a) * t;

/** A smooth curve through a table of ascending [x, value] knots (Catmull-Rom), flat outside. */
export function curve(knots: readonly (readonly [number, number])[]): (x: number) => number {
  const slope = knots.map((_, i) => {
    const before = knots[Math.max(0, i - 1)];
    const after = knots[Math.min(knots.length - 1, i + 1)];
    return (after[1] - before[1]) / (after[0] - before[0]);
  });
  return (x) => {
    if (x <= knots[0][0]) return knots[0][1];
    let i = 0;
    while (i < knots.length - 1 && knots[i + 1][0] < x) i++;
    if (i === knots.length - 1) return knots[i][1];
    const span = knots[i + 1][0] - knots[i][0];
    const t = (x - knots[i][0]) / span;
    const [a, b] = [knots[i][1], knots[i + 1][1]];
    const rise = b - a;
    const [p, q] = [slope[i] * span - rise, rise - slope[i + 1] * span];
    return mix(a, b, t) + t * (1 - t) * ((1 - t) * p + t * q);
  };
}
