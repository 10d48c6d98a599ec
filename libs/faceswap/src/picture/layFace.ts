import type { FlatMesh } from '@mondwerk/compositing';
import { FEATURES, FOLLOWS, OUTLINE } from './facePoints.ts';

/** How far an outline may be bent, in eye distances: more, and neck, ears and background would be seen to move. */
const FARTHEST = 0.14;

/** Within so many eye distances of the outline, features give way to it. */
const NEAR = 0.12;

/**
 * Where the shown performer's face comes to lie on the replaced performer's head: features where they are wanted, the
 * outline as far as it can follow without moving hairline, ears and neck. Only features and outline are told.
 */
export function layFace(seen: FlatMesh, wanted: FlatMesh, eyeDistance: number): Float32Array {
  const laid = Float32Array.from(wanted);
  const limit = FARTHEST * eyeDistance;
  const short = OUTLINE.map((point, i) => {
    const [dx, dy] = [0, 1].map((axis) => FOLLOWS[i] * (wanted[2 * point + axis] - seen[2 * point + axis]));
    const length = Math.hypot(dx, dy);
    // Goes over into the limit smoothly, so that an outline at its limit does not tremble between two regimes.
    const share = 1 / Math.sqrt(1 + (length / limit) ** 2);
    laid[2 * point] = seen[2 * point] + share * dx;
    laid[2 * point + 1] = seen[2 * point + 1] + share * dy;
    return [laid[2 * point] - wanted[2 * point], laid[2 * point + 1] - wanted[2 * point + 1]] as const;
  });
  for (const point of FEATURES) {
    let [total, x, y, nearest] = [0, 0, 0, Infinity];
    OUTLINE.forEach((edge, i) => {
      const far =
        Math.hypot(wanted[2 * point] - wanted[2 * edge], wanted[2 * point + 1] - wanted[2 * edge + 1]) /
        eyeDistance;
      const weight = Math.exp(-((far / NEAR) ** 2) / 2);
      nearest = Math.min(nearest, far);
      total += weight;
      x += weight * short[i][0];
      y += weight * short[i][1];
    });
    if (total < 1e-6) continue;
    const share = Math.exp(-((nearest / NEAR) ** 2) / 2);
    laid[2 * point] += (share * x) / total;
    laid[2 * point + 1] += (share * y) / total;
  }
  return laid;
}
