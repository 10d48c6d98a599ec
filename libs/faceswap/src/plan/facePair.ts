import {
  LIP_PAIRS,
  openingOf,
  openLips,
  REFINED_LEFT_EYE,
  REFINED_LIPS,
  REFINED_RIGHT_EYE,
} from '@mondwerk/face';
import { measureOf, measuresOf, type MeasureName } from '../donor/expression.ts';
import type { FaceAtlas } from '../donor/faceAtlas.ts';
import { layFeatures } from './layFeatures.ts';
import { nearness } from './ownShare.ts';

/** How the shown performer's features lie on the replaced performer's head; shapes are 468 × 3, in that head's own frame. */
export interface FacePair {
  readonly replaced: string;
  readonly shown: string;
  /** The replaced performer's face at rest. */
  readonly neutral: Float32Array;
  /** The shown performer's face at rest, on that head. */
  readonly base: Float32Array;
  /** How far each point of `base` goes along each axis for what the same point of `neutral` goes. */
  readonly gain: Float32Array;
  /** By what the shown performer's own head frame nods to lie on the replaced one's: a pitch in radians. */
  readonly lean: number;
}

/** Lays the shown performer's features on the replaced performer's head. */
export function pairFaces(
  replaced: Pick<FaceAtlas, 'performer' | 'neutral'>,
  shown: Pick<FaceAtlas, 'performer' | 'neutral'>,
): FacePair {
  const { neutral } = replaced;
  const { shape, lean } = layFeatures(neutral, shown.neutral);
  const base = openLips(shape, restingGaps(neutral, shape));
  const gain = gainOf(neutral, base);
  return { replaced: replaced.performer, shown: shown.performer, neutral, base, gain, lean };
}

/** The lips of a head shape that does what `shape`, the replaced performer's, does: each pair as far apart as there. */
export const wantedGaps = ({ neutral, base }: FacePair, shape: Float32Array): number[] => {
  const [seen, before, after] = [gapsOf(shape), gapsOf(neutral), gapsOf(base)];
  return LIP_PAIRS.map((_, i) => Math.max(0, after[i] + seen[i] - before[i]));
};

const gapsOf = (shape: Float32Array): number[] => openingOf((point) => shape[3 * point + 1]);

/** Lips that touch measure up to so many eye distances apart, each performer's their own. */
const TOUCHING = 0.02;

/** How far the shown performer's lips are apart where the replaced one's are at rest: touching where those touch. */
function restingGaps(neutral: Float32Array, shown: Float32Array): number[] {
  const [own, others] = [gapsOf(shown), gapsOf(neutral)];
  return own.map((gap, i) => Math.max(0, Math.min(gap, TOUCHING) + Math.max(0, others[i] - TOUCHING)));
}

/** Features of other sizes move by other amounts: a wide mouth widens further, a narrow eye shuts sooner. */
const FEATURES: readonly {
  readonly measure: MeasureName;
  readonly points: readonly number[];
  readonly axis: 0 | 1;
  /** In eye distances, over which the skin beside goes along. */
  readonly reach: number;
  readonly range: readonly [least: number, most: number];
}[] = [
  { measure: 'width', points: REFINED_LIPS, axis: 0, reach: 0.4, range: [0.7, 1.4] },
  { measure: 'lidsLeft', points: REFINED_LEFT_EYE, axis: 1, reach: 0.12, range: [0.5, 2] },
  { measure: 'lidsRight', points: REFINED_RIGHT_EYE, axis: 1, reach: 0.12, range: [0.5, 2] },
];

function gainOf(neutral: Float32Array, base: Float32Array): Float32Array {
  const gain = new Float32Array(neutral.length).fill(1);
  const [before, after] = [measuresOf(neutral), measuresOf(base)];
  for (const { measure, points, axis, reach, range } of FEATURES) {
    const ratio = measureOf(after, measure) / Math.max(1e-3, measureOf(before, measure));
    const more = Math.min(range[1], Math.max(range[0], ratio)) - 1;
    nearness(neutral, points, reach).forEach((near, point) => (gain[3 * point + axis] += near * more));
  }
  return gain;
}
