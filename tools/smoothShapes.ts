/** Landmark noise is smoothed away with a Gaussian of this many frames (engine.md, Geometry 1). */
const SIGMA = 0.5;
const RADIUS = 2;

/** Mouth shapes smoothed over neighbouring frames; the first and last frame stand in for those beyond. */
export function smoothShapes(shapes: readonly Float32Array[]): Float32Array[] {
  const taps = Array.from({ length: 2 * RADIUS + 1 }, (_, tap) => tap - RADIUS);
  const weights = taps.map((tap) => Math.exp(-(tap * tap) / (2 * SIGMA * SIGMA)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return shapes.map((shape, frame) => {
    const sum = new Float64Array(shape.length);
    taps.forEach((tap, index) => {
      const from = shapes[Math.min(shapes.length - 1, Math.max(0, frame + tap))];
      from.forEach((value, at) => (sum[at] += (weights[index] / total) * value));
    });
    return Float32Array.from(sum);
  });
}
