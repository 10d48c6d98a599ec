import { median } from '@mondwerk/film';
import { EXPRESSION, PARTS } from '../donor/expression.ts';
import type { FaceEntry } from '../donor/faceAtlas.ts';

/** What is chosen for itself: the whole face, and mouth or eyes where the face's own frame has others. */
export type FacePart = 'face' | 'mouth' | 'eyes';

/** What differences cost, in eye distances of warping that they are worth. */
interface Weights {
  /** A radian of yaw or pitch: a warp cannot show the other side of a nose. */
  readonly turn: number;
  /** A radian of roll: turning a picture shows nothing new, but its light turns along. */
  readonly roll: number;
  /** Light from one side only against light from the other only. */
  readonly side: number;
  /** Twice as bright, against what is usual for each. */
  readonly brightness: number;
  readonly mouth: number;
  /** Shut against open. */
  readonly lids: number;
  readonly brows: number;
  /** The width of an eye. */
  readonly gaze: number;
}

const WEIGHTS: Readonly<Record<FacePart, Weights>> = {
  face: {
    turn: 0.16,
    roll: 0.03,
    side: 0.06,
    brightness: 0.006,
    mouth: 0.2,
    lids: 0.02,
    brows: 0.4,
    gaze: 0.06,
  },
  mouth: { turn: 0.1, roll: 0.02, side: 0.05, brightness: 0.006, mouth: 0.4, lids: 0, brows: 0, gaze: 0 },
  eyes: { turn: 0.1, roll: 0.02, side: 0.05, brightness: 0.006, mouth: 0, lids: 0.08, brows: 0.4, gaze: 0.3 },
};

/** What one performer's faces are compared by. */
export interface Usual {
  /** As `FacePair` has it, 0 for the replaced performer. */
  readonly lean: number;
  readonly brightness: number;
  readonly gaze: readonly [across: number, down: number];
}

/** Learns what is usual of a performer. */
export function usualOf(entries: readonly FaceEntry[], lean: number): Usual {
  const gazes = entries.flatMap(({ gaze }) => (gaze ? [gaze] : []));
  return {
    lean,
    brightness: entries.length === 0 ? 0 : median(entries.map(brightnessOf)),
    gaze: gazes.length === 0 ? [0, 0] : [median(gazes.map(([x]) => x)), median(gazes.map(([, y]) => y))],
  };
}

/** Yaw, pitch and roll of an entry as the replaced performer's head frame has them. */
export const anglesIn = ({ angles }: Pick<FaceEntry, 'angles'>, { lean }: Pick<Usual, 'lean'>): number[] => [
  angles[0],
  angles[1] - lean,
  angles[2],
];

/** A width's tenth is about as much of a mouth as half a tenth of an eye distance. */
const WIDTH_COUNTS = 0.4;

/** How an entry looks, in what each difference costs; the numbers up to `JOINED` show where one run meets another. */
export function lookOf(entry: FaceEntry, usual: Usual, part: FacePart): Float32Array {
  const weights = WEIGHTS[part];
  const [yaw, pitch, roll] = anglesIn(entry, usual);
  const [across, down] = entry.gaze ?? usual.gaze;
  const counts = { mouth: weights.mouth, eyes: weights.lids, brows: weights.brows };
  return Float32Array.of(
    ...[weights.turn * yaw, weights.turn * pitch, weights.roll * roll],
    ...entry.expression.map(
      (value, k) => counts[PARTS[k]] * (EXPRESSION[k] === 'width' ? WIDTH_COUNTS : 1) * value,
    ),
    ...[weights.gaze * across, weights.gaze * down],
    ...lightFrom(entry).map((value) => weights.side * value),
    weights.brightness * (brightnessOf(entry) - usual.brightness),
  );
}

/** How many of a look's first numbers show across a jump: all but light, which is matched. */
export const JOINED = 3 + EXPRESSION.length + 2;

/** Where the light comes from: left (1) or right (-1), above (1) or below (-1). */
export const lightFrom = ({ light }: Pick<FaceEntry, 'light'>): number[] =>
  [light[1], light[2]].map((difference) => difference / Math.max(0.05, light[0]));

/** As a power of two. */
const brightnessOf = ({ light }: Pick<FaceEntry, 'light'>): number => Math.log2(Math.max(1e-3, light[0]));
