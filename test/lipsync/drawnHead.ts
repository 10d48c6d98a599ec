import { MESH_POINTS, type FaceObservation, type FaceTrack } from '@mondwerk/film';
import { fromHead, type HeadPose, REFINED_LIPS } from '@mondwerk/face';

/** How a drawn mouth is held, in eye distances. */
export interface DrawnMouth {
  /** Mean height of the opening over its middle third. */
  readonly aperture: number;
  /** How much wider than usual it is, corner to corner. */
  readonly wider?: number;
}

/** Height of the line where closed lips meet. */
export const MOUTH_LINE = 0.92;

/** Share of an opening by which the lower lip and the jaw go down; the upper lip goes up by the rest. */
export const DROP = 0.75;

/** The lips' half width and the thickness of the upper and the lower lip. */
export const LIP = { halfWidth: 0.3, upper: 0.09, lower: 0.11 } as const;

/** The middle columns' mean height in a lip ring that is one high. */
const MIDDLE = (2 * Math.sin(0.4 * Math.PI) + 1) / 3;

/** How far each of the four rings of `REFINED_LIPS` stands off the opening: width and thickness, 1 for the outer edge. */
const RINGS: readonly (readonly [width: number, thickness: number])[] = [
  [1, 1],
  [0.84, 0],
  [0.95, 0.7],
  [0.9, 0.35],
];

/** Points in pairs, right and left: distance from the middle, height. */
const PAIRS: readonly (readonly [right: number, left: number, x: number, y: number])[] = [
  [33, 263, 0.5, 0],
  [133, 362, 0.2, 0],
  [98, 327, 0.13, 0.6],
  [97, 326, 0.06, 0.62],
  [64, 294, 0.21, 0.56],
  [48, 278, 0.2, 0.5],
  [50, 280, 0.5, 0.45],
  [117, 346, 0.48, 0.3],
  [123, 352, 0.65, 0.5],
  [234, 454, 0.78, 0.1],
  [127, 356, 0.77, -0.1],
  [93, 323, 0.78, 0.35],
  [132, 361, 0.77, 0.6],
  [109, 338, 0.2, -0.74],
  [67, 297, 0.38, -0.68],
  [205, 425, 0.42, 0.6],
  [206, 426, 0.34, 0.75],
  [216, 436, 0.42, 0.9],
  [212, 432, 0.39, 1.03],
  [187, 411, 0.52, 0.84],
  [214, 434, 0.5, 1],
  [210, 430, 0.41, 1.15],
  [202, 422, 0.25, 1.17],
  [204, 424, 0.2, 1.26],
];

const MIDLINE: readonly (readonly [point: number, y: number])[] = [
  [10, -0.75],
  [9, -0.2],
  [8, -0.1],
  [168, 0],
  [6, 0.1],
  [197, 0.2],
  [195, 0.3],
  [5, 0.4],
  [4, 0.5],
  [1, 0.55],
  [2, 0.64],
  [164, 0.72],
  [18, 1.09],
  [200, 1.18],
  [199, 1.28],
  [175, 1.35],
];

/** The jaw from the chin outwards, by its angle from straight down. */
const JAW: readonly (readonly [right: number, left: number, degrees: number])[] = [
  [148, 377, 9],
  [176, 400, 18],
  [149, 378, 28],
  [150, 379, 38],
  [136, 365, 48],
  [172, 397, 58],
  [58, 288, 70],
];

/** A face's 468 × (x, y, z) in eye distances, the bridge of the nose at the origin, y down, z away from the camera. */
export function drawnHead({ aperture, wider = 0 }: DrawnMouth): Float32Array {
  const head = new Float32Array(3 * MESH_POINTS);
  const put = (point: number, x: number, y: number): void => head.set([x, y, depthAt(x, y)], 3 * point);
  for (let i = 0; i < MESH_POINTS; i++)
    put(i, 1.2 * fraction(0.618034 * i) - 0.6, 1.1 * fraction(0.754878 * i) - 0.7);
  for (const [right, left, x, y] of PAIRS) {
    put(right, -x, y + dropAt(x, y, aperture));
    put(left, x, y + dropAt(x, y, aperture));
  }
  for (const [point, y] of MIDLINE) put(point, 0, y + dropAt(0, y, aperture));
  for (const [right, left, degrees] of [...JAW, [152, 152, 0] as const]) {
    const [x, y] = [
      0.75 * Math.sin((degrees * Math.PI) / 180),
      0.55 + 0.87 * Math.cos((degrees * Math.PI) / 180),
    ];
    put(right, -x, y + dropAt(x, y, aperture));
    put(left, x, y + dropAt(x, y, aperture));
  }
  REFINED_LIPS.forEach((point, i) => put(point, ...lipPoint(i, { aperture, wider })));
  return head;
}

function lipPoint(i: number, { aperture, wider }: Required<DrawnMouth>): [number, number] {
  const [width, thickness] = RINGS[(i / 20) | 0];
  const upper = i % 20 > 10;
  const across = ((upper ? (i % 20) - 10 : i % 20) * Math.PI) / 10;
  const height =
    (upper ? -(1 - DROP) : DROP) * (aperture / MIDDLE) + thickness * (upper ? -LIP.upper : LIP.lower);
  return [-(LIP.halfWidth + wider / 2) * width * Math.cos(across), MOUTH_LINE + height * Math.sin(across)];
}

/** How far skin goes down with an opening: with the lower lip next to it, wholly at the chin, not at all above the mouth. */
export function dropAt(x: number, y: number, aperture: number): number {
  const below = Math.max(0, y - MOUTH_LINE - LIP.lower);
  const besideLip = Math.sqrt(Math.max(0, 1 - (x / LIP.halfWidth) ** 2));
  const withJaw = Math.min(1, below / 0.25);
  return y <= MOUTH_LINE ? 0 : DROP * aperture * (besideLip + (1 - besideLip) * withJaw);
}

const depthAt = (x: number, y: number): number =>
  0.7 * x * x + 0.1 * (y - 0.4) ** 2 - 0.35 * Math.exp(-((x / 0.12) ** 2) - ((y - 0.48) / 0.2) ** 2);

const fraction = (x: number): number => x - Math.floor(x);

/** A head that looks straight ahead: the bridge of the nose at (x, y), the eyes `scale` pixels apart. */
export const facing = (x: number, y: number, scale: number, yaw = 0): HeadPose => ({
  scale,
  rotation: Float64Array.of(Math.cos(yaw), 0, Math.sin(yaw), 0, 1, 0, -Math.sin(yaw), 0, Math.cos(yaw)),
  translation: Float64Array.of(x, y, 0),
});

/** A thumbnail of a face in even light, with a little noise of its own. */
export function drawnThumbnail(seed: number, luma = 150): Uint8Array {
  return Uint8Array.from({ length: 16 * 16 * 3 }, (_, i) => {
    const base = i % 3 === 0 ? luma + ((i / 48) % 7) : i % 3 === 1 ? 110 : 150;
    return base + Math.round(3 * fraction(0.618034 * i * (1 + seed) + 0.1 * seed));
  });
}

/** What a drawn performer does in one frame. */
export interface DrawnFrame extends DrawnMouth {
  readonly frame: number;
  readonly pose?: HeadPose;
  readonly confidence?: number;
  readonly sharpness?: number;
  readonly thumbnail?: Uint8Array;
}

/** A measured face in one frame. */
export function drawnObservation(drawn: DrawnFrame): FaceObservation {
  const { frame, pose = facing(96, 50, 60), confidence = 1, sharpness = 100 } = drawn;
  return {
    frame,
    points: fromHead(drawnHead(drawn), pose),
    confidence,
    look: { sharpness, thumbnail: drawn.thumbnail ?? drawnThumbnail(frame) },
  };
}

/** A face followed through some frames of one shot. */
export const drawnTrack = (id: string, frames: readonly DrawnFrame[], shot = 0): FaceTrack => ({
  id,
  shot,
  span: { start: frames[0].frame, end: frames[frames.length - 1].frame + 1 },
  observations: frames.map(drawnObservation),
  identity: new Float32Array(1024).fill(1 / 32),
});

/** Ways to speak: openings of `count` frames that come and go. */
export const speaking = (count: number, from = 0): DrawnFrame[] =>
  Array.from({ length: count }, (_, i) => ({
    frame: from + i,
    aperture: 0.14 * Math.max(0, Math.sin(0.5 * i) + 0.3 * Math.sin(0.23 * i)),
    wider: 0.06 * Math.sin(0.31 * i + 1),
  }));

/** Hands tracks on as a reader of stored tracks would. */
export const readerOf = (tracks: readonly FaceTrack[]) =>
  async function* (): AsyncIterable<FaceTrack> {
    yield* tracks;
  };
