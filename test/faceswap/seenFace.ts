import type { FaceObservation, FaceTrack } from '@mondwerk/film';
import { fromHead, type HeadPose } from '@mondwerk/face';
import { drawnHead, drawnObservation, drawnTrack, facing } from '../lipsync/drawnHead.ts';

/** What is somebody's own: sizes in eye distances. */
export interface Features {
  readonly eyeHeight: number;
  /** How much wider their mouth is than a drawn one. */
  readonly wider: number;
  /** How much further out the tip of their nose stands. */
  readonly nose: number;
  /** How much longer their chin is. */
  readonly chin: number;
}

export const MAN: Features = { eyeHeight: 0.1, wider: 0, nose: 0, chin: 0 };
export const WOMAN: Features = { eyeHeight: 0.14, wider: 0.09, nose: 0.06, chin: -0.07 };

/** What somebody does in one frame. */
export interface Doing {
  readonly frame: number;
  readonly aperture?: number;
  /** 1 as usual, 0 shut. */
  readonly lids?: number;
  /** How far the irises stand from the middle of the eyes, in widths of an eye. */
  readonly gaze?: readonly [across: number, down: number];
  /** Radians. */
  readonly yaw?: number;
  readonly pitch?: number;
  readonly eyes?: number;
  readonly sharpness?: number;
  readonly thumbnail?: Uint8Array;
}

const LIDS: readonly (readonly [upper: number, lower: number, across: number])[] = [
  [160, 144, -0.4],
  [159, 145, -0.35],
  [158, 153, -0.3],
  [387, 373, 0.4],
  [386, 374, 0.35],
  [385, 380, 0.3],
];

const BROWS: readonly (readonly [left: number, right: number, x: number])[] = [
  [70, 300, 0.52],
  [63, 293, 0.44],
  [105, 334, 0.36],
  [66, 296, 0.27],
  [107, 336, 0.18],
  [55, 285, 0.2],
];

/** The outline beside the forehead. */
const TEMPLES: readonly (readonly [left: number, right: number, x: number, y: number])[] = [
  [103, 332, 0.52, -0.58],
  [54, 284, 0.63, -0.45],
  [21, 251, 0.71, -0.32],
  [162, 389, 0.75, -0.2],
];

/** A face's 468 × (x, y, z) in eye distances. */
export function seenShape(features: Features, { aperture = 0, lids = 1 }: Doing): Float32Array {
  const head = drawnHead({ aperture, wider: features.wider });
  const put = (point: number, x: number, y: number): void => {
    head[3 * point] = x;
    head[3 * point + 1] = y;
    head[3 * point + 2] = 0.7 * x * x;
  };
  const height = (features.eyeHeight * lids) / 2;
  for (const [upper, lower, across] of LIDS) {
    put(upper, across, -height);
    put(lower, across, height);
  }
  for (const [left, right, x] of BROWS) {
    put(left, -x, -0.2);
    put(right, x, -0.2);
  }
  for (const [left, right, x, y] of TEMPLES) {
    put(left, -x, y);
    put(right, x, y);
  }
  for (const point of [1, 4, 5]) head[3 * point + 2] -= features.nose;
  for (const point of [152, 148, 377, 176, 400, 149, 378]) head[3 * point + 1] += features.chin;
  return head;
}

/** A head that looks straight ahead, or turned and nodding. */
export const turned = ({ yaw = 0, pitch = 0, eyes = 60 }: Doing): HeadPose => {
  const { rotation: turn, ...pose } = facing(200, 150, eyes, yaw);
  const nod = [1, 0, 0, 0, Math.cos(pitch), -Math.sin(pitch), 0, Math.sin(pitch), Math.cos(pitch)];
  const rotation = Float64Array.from({ length: 9 }, (_, i) =>
    [0, 1, 2].reduce((sum, k) => sum + turn[3 * Math.floor(i / 3) + k] * nod[3 * k + (i % 3)], 0),
  );
  return { ...pose, rotation };
};

function observed(features: Features, doing: Doing): FaceObservation {
  const pose = turned(doing);
  const { sharpness = 100, thumbnail } = doing;
  const drawn = drawnObservation({ ...doing, aperture: 0, sharpness, ...(thumbnail && { thumbnail }) });
  const shape = seenShape(features, doing);
  const [across, down] = doing.gaze ?? [0, 0];
  const irises = [-0.35, 0.35].flatMap((x) => [x + 0.3 * across, 0.3 * down, 0.7 * x * x]);
  const points = fromHead(irises, pose);
  return {
    ...drawn,
    points: fromHead(shape, pose),
    irises: Float32Array.of(points[0], points[1], points[3], points[4]),
  };
}

/** Somebody followed through the frames of one shot. */
export const seenTrack = (id: string, features: Features, doings: readonly Doing[], shot = 0): FaceTrack => ({
  ...drawnTrack(
    id,
    doings.map(({ frame }) => ({ frame, aperture: 0 })),
    shot,
  ),
  observations: doings.map((doing) => observed(features, doing)),
});

/** Talks, blinks, looks about and turns the head a little, for `count` frames. */
export const living = (count: number, from = 0, yaw = 0.12): Doing[] =>
  Array.from({ length: count }, (_, i) => ({
    frame: from + i,
    aperture: 0.14 * Math.max(0, Math.sin(0.5 * i) + 0.3 * Math.sin(0.23 * i)),
    lids: i % 40 < 3 ? 0.1 : 1,
    gaze: [0.15 * Math.sin(0.09 * i), 0.03 * Math.sin(0.05 * i)] as const,
    yaw: yaw * Math.sin(0.07 * i),
    pitch: 0.08 * Math.sin(0.043 * i),
  }));
