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

/** A crack up to this wide, in eye distances, is kept as wide as it is wanted; wider openings are left to the plan. */
const CRACK = 0.04;
const WIDE = 0.06;

/**
 * Holds the inner lips of a head shape as near together as the wanted 41-point mouth has them, where they are further apart;
 * a narrow crack, as f and v need between lip and teeth, is opened as well where projection or smoothing pressed it shut.
 * `wanted` gives the height of the opening per pair in eye distances.
 */
export function holdLips(shape: Float32Array, wanted: readonly number[]): Float32Array {
  const out = Float32Array.from(shape);
  PAIRS.forEach(([upper, lower], i) => {
    const gap = shape[3 * lower + 1] - shape[3 * upper + 1];
    const excess = gap - Math.max(0, wanted[i]);
    const moved = excess > 0 ? excess : excess * crackOf(wanted[i]);
    if (moved === 0) return;
    out[3 * upper + 1] += moved / 2;
    out[3 * lower + 1] -= moved / 2;
    const [alongUpper, alongLower] = ALONG[i];
    out[3 * alongUpper + 1] += moved / 4;
    out[3 * alongLower + 1] -= moved / 4;
  });
  return out;
}

/** How much an opening counts as a crack: 1 up to its width, 0 where it is wide. */
const crackOf = (wanted: number): number => Math.min(1, Math.max(0, (WIDE - wanted) / (WIDE - CRACK)));

/** The height of the opening at each pair of inner-lip points, from a way to read a mesh point's y. */
export const openingOf = (heightOf: (point: number) => number): number[] =>
  PAIRS.map(([upper, lower]) => heightOf(lower) - heightOf(upper));
