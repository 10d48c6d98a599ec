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

/** The rings round the inner one, from the inside out, upper and lower point of each pair. */
const RINGS: readonly (readonly (readonly [upper: number, lower: number])[])[] = [
  PAIRS,
  [
    [183, 96],
    [42, 89],
    [41, 179],
    [38, 86],
    [12, 15],
    [268, 316],
    [271, 403],
    [272, 319],
    [407, 325],
  ],
  [
    [184, 77],
    [74, 90],
    [73, 180],
    [72, 85],
    [11, 16],
    [302, 315],
    [303, 404],
    [304, 320],
    [408, 307],
  ],
  [
    [185, 146],
    [40, 91],
    [39, 181],
    [37, 84],
    [0, 17],
    [267, 314],
    [269, 405],
    [270, 321],
    [409, 375],
  ],
];

/** How far each ring's points go of what the pair moves: the lower lip does most of it and goes as a whole, or it would swell. */
const UPPER = [0.3, 0.2, 0.1, 0] as const;
const LOWER = [0.7, 0.65, 0.6, 0.5] as const;

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
    RINGS.forEach((ring, r) => {
      out[3 * ring[i][0] + 1] += UPPER[r] * moved;
      out[3 * ring[i][1] + 1] -= LOWER[r] * moved;
    });
  });
  return out;
}

/** How much an opening counts as a crack: 1 up to its width, 0 where it is wide. */
const crackOf = (wanted: number): number => Math.min(1, Math.max(0, (WIDE - wanted) / (WIDE - CRACK)));

/** The height of the opening at each pair of inner-lip points, from a way to read a mesh point's y. */
export const openingOf = (heightOf: (point: number) => number): number[] =>
  PAIRS.map(([upper, lower]) => heightOf(lower) - heightOf(upper));
