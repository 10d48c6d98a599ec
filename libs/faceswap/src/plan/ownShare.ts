import { smoothStep } from '@mondwerk/compositing';
import { FOLLOWS, OUTLINE } from '../picture/facePoints.ts';

/** How much of a jaw is the shown performer's: a head keeps most of its own form. */
const JAW_SHARE = 0.4;

/** In eye distances: so far inside the outline features are wholly the shown performer's. */
const INSIDE = 0.22;

/**
 * How far each point of a head shape (468 × 3, in eye distances) takes on another's features: 1 inside, 0 along hairline,
 * temples and ears, so that borders meet, and something in between along the jaw.
 */
export function ownShare(head: Float32Array): Float32Array {
  return Float32Array.from({ length: head.length / 3 }, (_, point) => {
    let [least, along] = [Infinity, 0];
    OUTLINE.forEach((edge, i) => {
      const apart = flatDistance(head, point, edge);
      if (apart < least) [least, along] = [apart, JAW_SHARE * FOLLOWS[i]];
    });
    return along + (1 - along) * smoothStep(least / INSIDE);
  });
}

/** How near each point of a head shape lies to some of them: 1 on them, 0 from `reach` eye distances on. */
export function nearness(head: Float32Array, points: readonly number[], reach: number): Float32Array {
  return Float32Array.from({ length: head.length / 3 }, (_, point) => {
    const least = points.reduce((most, other) => Math.min(most, flatDistance(head, point, other)), Infinity);
    return 1 - smoothStep(least / reach);
  });
}

/** As seen from in front. */
const flatDistance = (head: Float32Array, a: number, b: number): number =>
  Math.hypot(head[3 * a] - head[3 * b], head[3 * a + 1] - head[3 * b + 1]);
