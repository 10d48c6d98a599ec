import { distance, eyeDistance } from '@mondwerk/face';
import { contains, quantile, type FaceTrack, type FrameSpan } from '@mondwerk/film';

/** Mesh points: middle of the inner lips, above and below. */
const UPPER_LIP = 13;
const LOWER_LIP = 14;

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

/**
 * How much further the lips come apart within a span than they come together, in eye distances; the widest and the
 * narrowest twentieth do not count. Zero where nothing was seen.
 */
export function mouthRange(track: FaceTrack, span: FrameSpan): number {
  const gaps = track.observations
    .filter(({ frame }) => contains(span, frame))
    .map(({ points }) => lipGap(points));
  return gaps.length === 0 ? 0 : quantile(gaps, 0.95) - quantile(gaps, 0.05);
}

/** The gap between the inner lips, in eye distances. */
const lipGap = (points: Float32Array): number => distance(points, UPPER_LIP, LOWER_LIP) / eyeDistance(points);
