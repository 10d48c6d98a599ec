import { MESH_POINTS, type FaceTrack } from '@mondwerk/film';
import { fitHead, fromHead, toHead, type HeadPose } from '../headFrame.ts';

/** One face in one frame, with the landmarks' noise taken out and the head's movement set apart. */
export interface SteadyFrame {
  readonly frame: number;
  readonly pose: HeadPose;
  /** 468 × (x, y, z) in the head's own frame, in eye distances. */
  readonly shape: Float32Array;
}

/**
 * Landmarks tremble by a fraction of a pixel; a window this wide calms them without dulling a closure: 0.6 frames made
 * openings of 0.015 eye distances out of 0.007 beside wide ones, and sources with them were warped too little; with 0.4
 * the tremble made closed mouths out of open ones on small faces, and a quarter of their closures stayed open.
 */
const SHAPE_SIGMA = 0.5;
const POSE_SIGMA = 0.8;

/** Separates head pose from face shape in every frame of a track and smooths both in time, poses over `poseSigma` frames. */
export function steadyTrack(
  track: FaceTrack,
  reference: Float32Array,
  poseSigma = POSE_SIGMA,
): SteadyFrame[] {
  const frames = track.observations.map((o) => o.frame);
  const poses = smoothPoses(
    track.observations.map((o) => fitHead(reference, o.points)),
    frames,
    poseSigma,
  );
  const raw = track.observations.map((o, i) => toHead(o.points, poses[i]));
  const shapes = smoothRows(raw, frames, SHAPE_SIGMA);
  return frames.map((frame, i) => ({ frame, pose: poses[i], shape: shapes[i] }));
}

/** The points of a shape in the picture: 468 × (x, y). */
export function meshInPicture(shape: Float32Array, pose: HeadPose): Float32Array {
  const points = fromHead(shape, pose);
  const out = new Float32Array(2 * MESH_POINTS);
  for (let i = 0; i < MESH_POINTS; i++) {
    out[2 * i] = points[3 * i];
    out[2 * i + 1] = points[3 * i + 1];
  }
  return out;
}

/** Smooths rows over time by a Gaussian of `sigma` frames; gaps in the frame numbers count as distance. */
export function smoothRows(
  rows: readonly Float32Array[],
  frames: readonly number[],
  sigma: number,
): Float32Array[] {
  const reach = Math.max(1, Math.ceil(3 * sigma));
  return rows.map((row, i) => {
    const out = new Float32Array(row.length);
    let total = 0;
    for (let j = Math.max(0, i - reach); j <= Math.min(rows.length - 1, i + reach); j++) {
      const weight = Math.exp(-((frames[j] - frames[i]) ** 2) / (2 * sigma * sigma));
      total += weight;
      for (let k = 0; k < out.length; k++) out[k] += weight * rows[j][k];
    }
    for (let k = 0; k < out.length; k++) out[k] /= total;
    return out;
  });
}

function smoothPoses(poses: readonly HeadPose[], frames: readonly number[], sigma: number): HeadPose[] {
  const rows = poses.map((p) => Float32Array.from([p.scale, ...p.rotation, ...p.translation]));
  return smoothRows(rows, frames, sigma).map((row) => ({
    scale: row[0],
    rotation: nearestRotation(row.subarray(1, 10)),
    translation: Float64Array.of(row[10], row[11], row[12]),
  }));
}

/** Averaged rotations are not quite rotations: three Newton steps of the polar decomposition (Higham 1986) mend that. */
function nearestRotation(matrix: Float32Array): Float64Array {
  let m = Array.from(matrix);
  for (let step = 0; step < 3; step++) {
    const inverse = inverseTranspose(m);
    m = m.map((value, i) => (value + inverse[i]) / 2);
  }
  return Float64Array.from(m);
}

function inverseTranspose([a, b, c, d, e, f, g, h, i]: readonly number[]): number[] {
  const cofactors = [
    e * i - f * h,
    f * g - d * i,
    d * h - e * g,
    c * h - b * i,
    a * i - c * g,
    b * g - a * h,
  ];
  const last = [b * f - c * e, c * d - a * f, a * e - b * d];
  const determinant = a * cofactors[0] + b * cofactors[1] + c * cofactors[2];
  return [...cofactors, ...last].map((value) => value / determinant);
}
