/** A number with four digits after the point: more would be noise. */
export const to4 = (value: number): number => Math.round(value * 1e4) / 1e4;
