/** Frames over which the new mouth comes and goes where the frame before or after keeps the old one. */
export const EASE = 4;

/**
 * How strongly each frame of a run is re-performed: 1 inside, rising and falling over four frames next to frames that are
 * passed through, 0 on those. The ends of the run itself are cuts, so nothing is eased there unless `easeEnds` says so.
 */
export function easing(
  passed: readonly boolean[],
  easeEnds: { first: boolean; last: boolean },
): Float32Array {
  const distance = new Float32Array(passed.length).fill(Infinity);
  let since = easeEnds.first ? 0 : Infinity;
  passed.forEach((pass, i) => {
    since = pass ? 0 : since + 1;
    distance[i] = since;
  });
  since = easeEnds.last ? 0 : Infinity;
  for (let i = passed.length - 1; i >= 0; i--) {
    since = passed[i] ? 0 : since + 1;
    distance[i] = Math.min(distance[i], since);
  }
  return distance.map((d) => (d === 0 ? 0 : 0.5 - 0.5 * Math.cos(Math.PI * Math.min(1, d / (EASE + 1)))));
}
