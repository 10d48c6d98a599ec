import { describe, expect, it } from 'vitest';
import { solveRidge, sumExamples } from '../../../libs/lipsync/src/motion/leastSquares.ts';
import { principalAxes } from '../../../libs/lipsync/src/motion/principalAxes.ts';

describe('solveRidge', () => {
  it('finds the weights that made the examples, whatever their number is', () => {
    const inputs = Float32Array.from([1, 0, 0, 1, 1, 1, 2, 1, 1, 3]);
    const targets = Float32Array.from(
      { length: 5 },
      (_, row) => 2 * inputs[2 * row] - 3 * inputs[2 * row + 1],
    );
    const weights = solveRidge(sumExamples(inputs, targets, 2, 1), new Float64Array(2).fill(1e-9));
    expect(weights[0]).toBeCloseTo(2, 6);
    expect(weights[1]).toBeCloseTo(-3, 6);
  });

  it('is pulled to zero by a penalty', () => {
    const weights = solveRidge(
      sumExamples(Float32Array.of(1, 1), Float32Array.of(4, 4), 1, 1),
      Float64Array.of(2),
    );
    expect(weights[0]).toBeCloseTo(2);
  });
});

describe('principalAxes', () => {
  it('finds the strongest direction first', () => {
    const axes = principalAxes(Float64Array.from([2, 1, 1, 2]), 2, 1);
    expect([...axes].map((value) => value.toFixed(4))).toEqual(['0.7071', '0.7071']);
  });
});
