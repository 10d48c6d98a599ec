/** How many of the most similar mouths span what is possible near a wanted one. */
const NEIGHBOURS = 14;

/** Draws the mixture towards all neighbours alike, which keeps it from reaching far beyond them. */
const STEADINESS = 0.02;

/** Mouths to project on: row by row, as many numbers a row as there are coordinates. */
export interface KnownMouths {
  readonly features: readonly Float32Array[];
  readonly coordinates: readonly Float32Array[];
}

/**
 * The mouth nearest to a wanted one that this performer can make: a mixture of the most similar mouths that were seen
 * (locally linear embedding, Roweis & Saul 2000), so that lips keep their thickness and no source is stretched into a
 * shape it never had. Returns coordinates.
 */
export function projectMouth(features: Float32Array, known: KnownMouths): Float32Array {
  const near = nearest(features, known.features, NEIGHBOURS);
  const offsets = near.map((i) => known.features[i].map((value, k) => value - features[k]));
  const weights = mixtureOf(offsets);
  const out = new Float32Array(known.coordinates[near[0]].length);
  near.forEach((i, n) => {
    for (let k = 0; k < out.length; k++) out[k] += weights[n] * known.coordinates[i][k];
  });
  return out;
}

/** Indices of the `count` rows nearest to `features`, nearest first. */
export function nearest(features: Float32Array, rows: readonly Float32Array[], count: number): number[] {
  const best: number[] = [];
  const distances: number[] = [];
  for (let i = 0; i < rows.length; i++) {
    const worst = distances.length < count ? Infinity : distances[distances.length - 1];
    const distance = squaredDistance(features, rows[i], worst);
    if (distance >= worst) continue;
    let at = distances.length;
    while (at > 0 && distances[at - 1] > distance) at--;
    distances.splice(at, 0, distance);
    best.splice(at, 0, i);
    if (distances.length > count) {
      distances.pop();
      best.pop();
    }
  }
  return best;
}

/** Squared distance of two rows; gives up early once it is over `limit`. */
export function squaredDistance(a: Float32Array, b: Float32Array, limit = Infinity): number {
  let sum = 0;
  for (let k = 0; k < a.length && sum < limit; k++) sum += (a[k] - b[k]) ** 2;
  return sum;
}

/** Weights that sum to one and bring the offsets as near to zero as they can. */
function mixtureOf(offsets: readonly Float32Array[]): number[] {
  const size = offsets.length;
  const gram = offsets.map((a) => offsets.map((b) => a.reduce((sum, value, k) => sum + value * b[k], 0)));
  const trace = gram.reduce((sum, row, i) => sum + row[i], 0);
  gram.forEach((row, i) => (row[i] += (STEADINESS * trace) / size + 1e-9));
  const weights = solvePositive(gram);
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((w) => w / sum);
}

/** Solves gram · w = 1 by Cholesky decomposition. */
function solvePositive(gram: readonly number[][]): number[] {
  const size = gram.length;
  const lower = gram.map(() => new Float64Array(size));
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let value = gram[i][j];
      for (let k = 0; k < j; k++) value -= lower[i][k] * lower[j][k];
      lower[i][j] = i === j ? Math.sqrt(Math.max(value, 1e-12)) : value / lower[j][j];
    }
  }
  const out = Array.from({ length: size }, () => 1);
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++) out[i] -= lower[i][k] * out[k];
    out[i] /= lower[i][i];
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) out[i] -= lower[k][i] * out[k];
    out[i] /= lower[i][i];
  }
  return out;
}
