import { MESH_POINTS, type FaceTrack } from '@mondwerk/film';
import { REFINED_LEFT_EYE, REFINED_LIPS, REFINED_RIGHT_EYE } from '../mesh.ts';
import { smoothRows, steadyTrack, type SteadyFrame } from './steadyTrack.ts';

/** Frames over which heads are calmed, and what of their faces neither speaks nor blinks. */
const POSE_SIGMA = 1.2;
const STILL_SIGMA = 3;

/** What moves fast, and in eye distances how far beside it the skin goes along. */
const MOVING = [
  { points: [...REFINED_LIPS, 152, 148, 377, 176, 400], reach: 0.3 },
  { points: [...REFINED_LEFT_EYE, ...REFINED_RIGHT_EYE], reach: 0.1 },
] as const;

/**
 * As `steadyTrack`, for whole faces: where a nose or a brow is laid anew, the landmarks' tremble would be seen, so whatever
 * neither speaks nor blinks is smoothed much further.
 */
export function calmTrack(track: FaceTrack, reference: Float32Array): SteadyFrame[] {
  const steady = steadyTrack(track, reference, POSE_SIGMA);
  const still = smoothRows(
    steady.map(({ shape }) => shape),
    steady.map(({ frame }) => frame),
    STILL_SIGMA,
  );
  const moves = shareThatMoves(reference);
  return steady.map(({ frame, pose, shape }, at) => ({
    ...{ frame, pose },
    shape: still[at].map((value, i) => value + moves[Math.floor(i / 3)] * (shape[i] - value)),
  }));
}

/** How far each point of a head speaks or blinks along: 1 on lips, chin and lids, 0 where nothing moves fast. */
function shareThatMoves(head: Float32Array): Float32Array {
  const apart = (a: number, b: number): number =>
    Math.hypot(head[3 * a] - head[3 * b], head[3 * a + 1] - head[3 * b + 1]);
  return Float32Array.from({ length: MESH_POINTS }, (_, point) =>
    MOVING.reduce((most, { points, reach }) => {
      const least = points.reduce((nearest, other) => Math.min(nearest, apart(point, other)), Infinity);
      return Math.max(most, 1 - least / reach);
    }, 0),
  );
}
