import { boxOf, frontality } from '@mondwerk/face';
import { median, type Box, type FaceObservation, type FaceTrack, type FrameSpan } from '@mondwerk/film';

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
  /** Where it is seen best: large, sharp and turned to the camera. */
  readonly best: { readonly frame: number; readonly box: Box };
  /** Median height of the face, in pixels. */
  readonly height: number;
  /** 1 where the face looks into the camera, 0 where it is turned away by 90°: the median. */
  readonly frontal: number;
}

/** Sums up a track. */
export function summarise(track: FaceTrack): TrackSummary {
  const { id, shot, span, identity, observations } = track;
  return {
    id,
    shot,
    span,
    identity,
    frames: observations.length,
    boxes: landmarksOf(observations).map(({ frame, points }) => ({ frame, box: wholeBoxOf(points) })),
    best: bestOf(observations),
    height: median(observations.map(({ points }) => heightOf(points))),
    frontal: median(observations.map(({ points }) => frontality(points))),
  };
}

/** The smallest box of whole pixels round all points of a mesh. */
function wholeBoxOf(points: Float32Array): Box {
  const { left, top, right, bottom } = boxOf(points);
  return {
    left: Math.floor(left),
    top: Math.floor(top),
    right: Math.ceil(right),
    bottom: Math.ceil(bottom),
  };
}

function landmarksOf(observations: readonly FaceObservation[]): FaceObservation[] {
  if (observations.length === 0) return [];
  const last = observations.length - 1;
  return [...new Set([0, last >> 1, last])].map((index) => observations[index]);
}

function bestOf(observations: readonly FaceObservation[]): TrackSummary['best'] {
  const merits = observations.map(
    ({ points, look, confidence }) =>
      confidence * frontality(points) ** 2 * heightOf(points) * look.sharpness,
  );
  const { frame, points } = observations[merits.indexOf(Math.max(...merits))] ?? observations[0];
  return { frame, box: wholeBoxOf(points) };
}

function heightOf(points: Float32Array): number {
  const { top, bottom } = wholeBoxOf(points);
  return bottom - top;
}
