/** A closed mouth that belongs to nobody: two ellipses and a chin, in the places of `MOUTH_POINTS`. */
export function drawnMouth(width = 0.6, gap = 0.006): Float32Array {
  const ring = (half: number, lower: number, upper: number): number[] =>
    Array.from({ length: 20 }, (_, place) => {
      const onLower = place <= 10;
      const along = onLower ? place / 10 : (place - 10) / 10;
      const bow = Math.sin(Math.PI * along);
      return [half * (2 * along - 1), 0.84 + (onLower ? lower : -upper) * bow, -0.1 * bow];
    }).flat();
  return Float32Array.from([
    ...ring(width / 2, 0.12, 0.08),
    ...ring(width / 2 - 0.03, gap / 2, gap / 2),
    0,
    1.35,
    0,
  ]);
}
