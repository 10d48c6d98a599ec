/** The sums that a linear regression needs of its examples, gathered row by row. */
export interface NormalEquations {
  /** Inputs (`size`) and outputs (`outputs`) of one example. */
  readonly size: number;
  readonly outputs: number;
  /** Σ x xᵀ (its upper half counts) and Σ x yᵀ, row by row. */
  readonly gram: Float64Array;
  readonly moments: Float64Array;
}

/** Sums up examples: `inputs` holds rows of `size` numbers, `targets` rows of `outputs`. */
export function sumExamples(
  inputs: Float32Array,
  targets: Float32Array,
  size: number,
  outputs: number,
): NormalEquations {
  const gram = new Float64Array(size * size);
  const moments = new Float64Array(size * outputs);
  const rows = inputs.length / size;
  // Four rows a pass: the sums are read and written a quarter as often.
  const padded = new Float32Array(4 * size);
  for (let row = 0; row < rows; row += 4) {
    padded.fill(0).set(inputs.subarray(row * size, Math.min(rows, row + 4) * size));
    addFourRows(gram, padded, size);
  }
  for (let row = 0; row < rows; row++) {
    for (let i = 0; i < size; i++) {
      const x = inputs[row * size + i];
      for (let k = 0; k < outputs; k++) moments[i * outputs + k] += x * targets[row * outputs + k];
    }
  }
  return { size, outputs, gram, moments };
}

function addFourRows(gram: Float64Array, rows: Float32Array, size: number): void {
  for (let i = 0; i < size; i++) {
    const a = rows[i];
    const b = rows[size + i];
    const c = rows[2 * size + i];
    const d = rows[3 * size + i];
    if (a === 0 && b === 0 && c === 0 && d === 0) continue;
    const line = i * size;
    for (let j = i; j < size; j++) {
      gram[line + j] += a * rows[j] + b * rows[size + j] + c * rows[2 * size + j] + d * rows[3 * size + j];
    }
  }
}

/**
 * Ridge regression: the weights (`size` rows of `outputs`) that fit the examples while `penalties`, one for each
 * input, pull them to zero.
 */
export function solveRidge(equations: NormalEquations, penalties: Float64Array): Float64Array {
  const { size, outputs, gram, moments } = equations;
  const factor = choleskyOf(gram, penalties, size);
  const weights = Float64Array.from(moments);
  for (let k = 0; k < outputs; k++) {
    for (let i = 0; i < size; i++) {
      let sum = weights[i * outputs + k];
      for (let j = 0; j < i; j++) sum -= factor[i * size + j] * weights[j * outputs + k];
      weights[i * outputs + k] = sum / factor[i * size + i];
    }
    for (let i = size - 1; i >= 0; i--) {
      let sum = weights[i * outputs + k];
      for (let j = i + 1; j < size; j++) sum -= factor[j * size + i] * weights[j * outputs + k];
      weights[i * outputs + k] = sum / factor[i * size + i];
    }
  }
  return weights;
}

function choleskyOf(gram: Float64Array, penalties: Float64Array, size: number): Float64Array {
  const factor = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = gram[j * size + i] + (i === j ? penalties[i] : 0);
      for (let k = 0; k < j; k++) sum -= factor[i * size + k] * factor[j * size + k];
      factor[i * size + j] = i === j ? Math.sqrt(sum) : sum / factor[j * size + j];
    }
  }
  return factor;
}
