/** Diagonal Gaussians, `count` rows of `DIMENSIONS`. */
export interface Gaussians {
  readonly means: Float32Array;
  readonly variances: Float32Array;
  readonly count: number;
}

/** A floor under variances: one loud frame must not decide an alignment. */
export const leastVariance = 0.05;
