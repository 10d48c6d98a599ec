/** The range that is listened to, in hertz. */
const [lowest, highest] = [80, 7600];
const mel = (hertz: number): number => 1127 * Math.log(1 + hertz / 700);
const hertz = (value: number): number => 700 * (Math.exp(value / 1127) - 1);

/** A triangle over bins of a spectrum: their weights, beginning at bin `from`. */
export interface MelFilter {
  readonly from: number;
  readonly weights: Float64Array;
}

/**
 * Triangles that stand evenly along the mel scale (Stevens, Volkmann and Newman 1937) over the spectrum of `size` samples
 * at `sampleRate`.
 */
export function melFilters(count: number, size: number, sampleRate: number): MelFilter[] {
  const step = (mel(highest) - mel(lowest)) / (count + 1);
  const edge = (at: number): number => (hertz(mel(lowest) + step * at) * size) / sampleRate;
  return Array.from({ length: count }, (_, band) => {
    const [left, centre, right] = [edge(band), edge(band + 1), edge(band + 2)];
    const from = Math.ceil(left);
    const weights = Float64Array.from({ length: Math.max(1, Math.floor(right) - from + 1) }, (__, i) => {
      const bin = from + i;
      return Math.max(0, bin <= centre ? (bin - left) / (centre - left) : (right - bin) / (right - centre));
    });
    return { from, weights };
  });
}
