import type { Box, FaceObservation, FaceTrack, FrameSpan } from '@mondwerk/film';

/** What is kept in memory of a face track; its points stay in the work folder. */
export interface TrackSummary {
  readonly id: string;
  readonly shot: number;
  readonly span: FrameSpan;
  readonly identity: Float32Array;
  /** How many frames of the span were seen. */
  readonly frames: number;
  /** Where the face is in its first, middle and last observation. */
  readonly boxes: readonly { readonly frame: number; readonly box: Box }[];
  /** Median height of the face, in pixels. */
  readonly height: number;
}

/** Sums up a track. */
export function summarise(track: FaceTrack): TrackSummary {
  const { id, shot, span, identity, observations } = track;
  const heights = observations.map(({ points }) => heightOf(points)).sort((a, b) => a - b);
  return {
    id,
    shot,
    span,
    identity,
    frames: observations.length,
    boxes: landmarksOf(observations).map(({ frame, points }) => ({ frame, box: boxOf(points) })),
    height: heights[heights.length >> 1] ?? 0,
  };
}

/** The smallest box of whole pixels round all points of a mesh. */
export function boxOf(points: Float32Array): Box {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (let at = 0; at < points.length; at += 3) {
    box.left = Math.min(box.left, points[at]);
    box.right = Math.max(box.right, points[at]);
    box.top = Math.min(box.top, points[at + 1]);
    box.bottom = Math.max(box.bottom, points[at + 1]);
  }
  return {
    left: Math.floor(box.left),
    top: Math.floor(box.top),
    right: Math.ceil(box.right),
    bottom: Math.ceil(box.bottom),
  };
}

function landmarksOf(observations: readonly FaceObservation[]): FaceObservation[] {
  if (observations.length === 0) return [];
  const last = observations.length - 1;
  return [...new Set([0, last >> 1, last])].map((index) => observations[index]);
}

function heightOf(points: Float32Array): number {
  const { top, bottom } = boxOf(points);
  return bottom - top;
}
