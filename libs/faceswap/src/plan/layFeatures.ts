import { anglesOf, fitHead, fromHead, type HeadPose } from '@mondwerk/face';
import { MESH_POINTS } from '@mondwerk/film';
import { ownShare } from './ownShare.ts';

/** Another's features on a head. */
export interface LaidFeatures {
  /** 468 × 3, in the head's own frame. */
  readonly shape: Float32Array;
  /** By what the other's own frame was turned to lie there: yaw, pitch, roll in radians. */
  readonly lean: readonly [yaw: number, pitch: number, roll: number];
}

const ALL = Array.from({ length: MESH_POINTS }, (_, point) => point);

/** Rounds in which what the features turn the head by is turned back. */
const ROUNDS = 4;

/**
 * Lays another's face at rest on a head at rest (468 × 3 each), as large and where it fits best; towards the outline it becomes
 * the head's own. Whatever the features' form would turn the head by, as its still points tell, is turned back: who somebody
 * is must not look like a nod.
 */
export function layFeatures(head: Float32Array, other: Float32Array): LaidFeatures {
  const shares = ownShare(head);
  const eased = (features: Float32Array): Float32Array =>
    head.map((value, i) => value + shares[Math.floor(i / 3)] * (features[i] - value));
  let pose = fitHead(other, head, ALL);
  for (let round = 0; round < ROUNDS; round++) {
    const { rotation } = fitHead(head, eased(fromHead(other, pose)));
    pose = turnedBack(other, pose, rotation);
  }
  const { yaw, pitch, roll } = anglesOf(pose);
  return { shape: eased(fromHead(other, pose)), lean: [yaw, pitch, roll] };
}

/** A pose turned back by a rotation about the middle of the head that it places. */
function turnedBack(head: Float32Array, pose: HeadPose, by: ArrayLike<number>): HeadPose {
  const rotation = Float64Array.from({ length: 9 }, (_, i) => {
    const [row, column] = [Math.floor(i / 3), i % 3];
    return [0, 1, 2].reduce((sum, k) => sum + by[3 * k + row] * pose.rotation[3 * k + column], 0);
  });
  const unmoved = { scale: pose.scale, rotation, translation: new Float64Array(3) };
  const [from, to] = [middleOf(fromHead(head, pose)), middleOf(fromHead(head, unmoved))];
  return { ...unmoved, translation: from.map((value, axis) => value - to[axis]) };
}

const middleOf = (points: Float32Array): Float64Array =>
  points.reduce((sum, value, i) => {
    sum[i % 3] += (3 * value) / points.length;
    return sum;
  }, new Float64Array(3));
