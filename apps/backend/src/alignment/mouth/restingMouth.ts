import { MOUTH_POINTS } from '@mondwerk/lipsync';

/** How thick the lips are at their middle, and how far the chin is below the line where they meet, in eye distances. */
const FORM = { upper: 0.1, lower: 0.12, innerWidth: 0.86, contact: 0.004, line: 0.92, chin: 0.62 } as const;

/** Columns from one corner of the mouth to the other. */
const COLUMNS = 10;

/**
 * A mouth of nobody with its lips closed, as wide as given (eye distances): 41 × 3, in the order of `MOUTH_POINTS`. It
 * stands in for a performer where there is no picture of one.
 */
export function restingMouth(width: number): Float32Array {
  const shape = new Float32Array(3 * MOUTH_POINTS.length);
  const { upper, lower, innerWidth, contact } = FORM;
  const rings = [
    { first: 0, width, above: upper, below: lower },
    { first: 20, width: width * innerWidth, above: contact / 2, below: contact / 2 },
  ];
  for (const ring of rings) {
    for (let column = 0; column <= COLUMNS; column++) {
      const angle = (Math.PI * column) / COLUMNS;
      const x = (-ring.width / 2) * Math.cos(angle);
      const bow = Math.sin(angle);
      place(shape, ring.first + column, x, FORM.line + ring.below * bow);
      if (column > 0 && column < COLUMNS)
        place(shape, ring.first + COLUMNS + column, x, FORM.line - ring.above * bow);
    }
  }
  place(shape, MOUTH_POINTS.length - 1, 0, FORM.line + FORM.chin);
  return shape;
}

function place(shape: Float32Array, at: number, x: number, y: number): void {
  shape[3 * at] = x;
  shape[3 * at + 1] = y;
}
