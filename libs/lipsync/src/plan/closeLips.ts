/** Upper and lower inner-lip points that meet when the mouth shuts, corner to corner. */
const PAIRS: readonly (readonly [upper: number, lower: number])[] = [
  [191, 95],
  [80, 88],
  [81, 178],
  [82, 87],
  [13, 14],
  [312, 317],
  [311, 402],
  [310, 318],
  [415, 324],
];

/** Points of the semi-inner ring that go along, half as far. */
const ALONG: readonly (readonly [upper: number, lower: number])[] = [
  [183, 96],
  [42, 89],
  [41, 179],
  [38, 86],
  [12, 15],
  [268, 316],
  [271, 403],
  [272, 319],
  [407, 325],
];

/**
 * Brings the inner lips of a head shape as near together as the wanted 41-point mouth has them, where they are further apart;
 * `wanted` gives the height of the opening per pair in eye distances. Never opens a mouth.
 */
export function closeLips(shape: Float32Array, wanted: readonly number[]): Float32Array {
  const out = Float32Array.from(shape);
  PAIRS.forEach(([upper, lower], i) => {
    const gap = shape[3 * lower + 1] - shape[3 * upper + 1];
    const excess = gap - Math.max(0, wanted[i]);
    if (excess <= 0) return;
    out[3 * upper + 1] += excess / 2;
    out[3 * lower + 1] -= excess / 2;
    const [alongUpper, alongLower] = ALONG[i];
    out[3 * alongUpper + 1] += excess / 4;
    out[3 * alongLower + 1] -= excess / 4;
  });
  return out;
}

/** The height of the opening at each pair of inner-lip points, from a way to read a mesh point's y. */
export const openingOf = (heightOf: (point: number) => number): number[] =>
  PAIRS.map(([upper, lower]) => heightOf(lower) - heightOf(upper));
