/** (x, y) → (a·x + b·y + c, d·x + e·y + f). */
export type Affine = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** Where a point comes to lie. */
export const moved = ([a, b, c, d, e, f]: Affine, x: number, y: number): readonly [number, number] => [
  a * x + b * y + c,
  d * x + e * y + f,
];

/** First `inner`, then `outer`. */
export function after(outer: Affine, inner: Affine): Affine {
  const [a, b, c, d, e, f] = outer;
  const [p, q, r, s, t, u] = inner;
  return [a * p + b * s, a * q + b * t, a * r + b * u + c, d * p + e * s, d * q + e * t, d * r + e * u + f];
}

/** The way back. @throws RangeError when everything falls on a line. */
export function inverse([a, b, c, d, e, f]: Affine): Affine {
  const area = a * e - b * d;
  if (!(Math.abs(area) > 1e-12)) throw new RangeError('a map that flattens everything has no way back');
  return [e / area, -b / area, (b * f - c * e) / area, -d / area, a / area, (c * d - a * f) / area];
}

/**
 * The similarity (turn, one scale, shift) that brings points nearest to others, the sum of squares being least
 * (Umeyama 1991, in the plane and without mirroring). @throws RangeError when all points are one.
 */
export function similarity(
  from: readonly (readonly [number, number])[],
  to: readonly (readonly [number, number])[],
): Affine {
  const middle = (points: typeof from): readonly [number, number] => [
    points.reduce((sum, [x]) => sum + x, 0) / points.length,
    points.reduce((sum, [, y]) => sum + y, 0) / points.length,
  ];
  const [[px, py], [qx, qy]] = [middle(from), middle(to)];
  let [along, across, spread] = [0, 0, 0];
  from.forEach(([x, y], i) => {
    const [u, v] = [to[i][0] - qx, to[i][1] - qy];
    along += (x - px) * u + (y - py) * v;
    across += (x - px) * v - (y - py) * u;
    spread += (x - px) ** 2 + (y - py) ** 2;
  });
  if (!(spread > 0)) throw new RangeError('points that are all one have no direction');
  const [cosine, sine] = [along / spread, across / spread];
  return [cosine, -sine, qx - cosine * px + sine * py, sine, cosine, qy - sine * px - cosine * py];
}
