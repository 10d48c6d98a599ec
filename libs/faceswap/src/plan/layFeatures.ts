import { anglesOf, fitHead, fromHead, type HeadPose } from '@mondwerk/face';
import { ownShare } from './ownShare.ts';

/** Another's features on a head. */
export interface LaidFeatures {
  /** 468 × 3, in the head's own frame. */
  readonly shape: Float32Array;
  /** By what the other's own frame nods to lie there: a pitch in radians. */
  readonly lean: number;
}

/** Rounds in which what the features turn the head by is turned back. */
const ROUNDS = 12;

/**
 * Lays another's face at rest on a head at rest (468 × 3 each, both level and looking straight ahead), as large and where it
 * fits best; towards the outline it becomes the head's own. Whatever the features' form would nod the head by, as its still
 * points tell, is turned back: who somebody is must not look like a nod. Faces are even, so nothing turns them aside.
 */
export function layFeatures(head: Float32Array, other: Float32Array): LaidFeatures {
  const shares = ownShare(head);
  const eased = (features: Float32Array): Float32Array =>
    head.map((value, i) => value + shares[Math.floor(i / 3)] * (features[i] - value));
  let lean = 0;
  let shape = eased(placed(other, head, lean));
  for (let round = 0; round < ROUNDS; round++) {
    lean -= anglesOf(fitHead(head, shape)).pitch;
    shape = eased(placed(other, head, lean));
  }
  return { shape, lean };
}

/** A face that nods by an angle, moved and enlarged to lie on a head (least squares over all points). */
function placed(face: Float32Array, head: Float32Array, nod: number): Float32Array {
  const nodding = fromHead(face, { ...nodBy(nod), scale: 1, translation: new Float64Array(3) });
  const [from, to] = [middleOf(nodding), middleOf(head)];
  let [along, spread] = [0, 0];
  nodding.forEach((value, i) => {
    const offset = value - from[i % 3];
    along += offset * (head[i] - to[i % 3]);
    spread += offset * offset;
  });
  const scale = along / spread;
  return nodding.map((value, i) => to[i % 3] + scale * (value - from[i % 3]));
}

const nodBy = (pitch: number): Pick<HeadPose, 'rotation'> => {
  const [c, s] = [Math.cos(pitch), Math.sin(pitch)];
  return { rotation: Float64Array.of(1, 0, 0, 0, c, -s, 0, s, c) };
};

const middleOf = (points: Float32Array): Float64Array =>
  points.reduce((sum, value, i) => {
    sum[i % 3] += (3 * value) / points.length;
    return sum;
  }, new Float64Array(3));
