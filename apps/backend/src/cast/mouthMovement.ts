import { contains, type FaceTrack, type FrameSpan } from '@mondwerk/film';

/** Mesh points: middle of the inner lips above and below, outer corners of the eyes. */
const UPPER_LIP = 13;
const LOWER_LIP = 14;
const LEFT_EYE = 33;
const RIGHT_EYE = 263;

/**
 * How much a mouth opens and closes within a span: mean change of the lip gap from frame to frame, in eye distances.
 * Zero where fewer than two neighbouring frames were seen.
 */
export function mouthMovement(track: FaceTrack, span: FrameSpan): number {
  const seen = track.observations.filter(({ frame }) => contains(span, frame));
  let sum = 0;
  let count = 0;
  for (let at = 1; at < seen.length; at++) {
    if (seen[at].frame !== seen[at - 1].frame + 1) continue;
    sum += Math.abs(lipGap(seen[at].points) - lipGap(seen[at - 1].points));
    count++;
  }
  return count === 0 ? 0 : sum / count;
}

/** The gap between the inner lips, in eye distances. */
export const lipGap = (points: Float32Array): number =>
  distance(points, UPPER_LIP, LOWER_LIP) / distance(points, LEFT_EYE, RIGHT_EYE);

function distance(points: Float32Array, a: number, b: number): number {
  return Math.hypot(
    points[3 * a] - points[3 * b],
    points[3 * a + 1] - points[3 * b + 1],
    points[3 * a + 2] - points[3 * b + 2],
  );
}
