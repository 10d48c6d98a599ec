import { aperture } from '@mondwerk/face';
import { median, quantile } from '@mondwerk/film';

/** A head shape (468 × 3) and how the head is turned. */
export interface TurnedShape {
  readonly shape: Float32Array;
  readonly angles: readonly [number, number, number];
}

/** Share of the frames, those with the smallest opening, in which a mouth is at rest. */
const REST_SHARE = 0.08;

/** Share of those, the ones that are turned most like the usual, that the resting face is taken from. */
const USUAL_SHARE = 0.7;

/** A performer's face with lips at rest and eyes as they usually are: the median of such frames, point by point. */
export function restingFace(samples: readonly TurnedShape[]): Float32Array {
  const openings = samples.map(({ shape }) => aperture(shape));
  const limit = quantile(openings, REST_SHARE);
  const quiet = samples.filter((_, i) => openings[i] <= limit);
  const usual = [0, 1].map((k) => median(quiet.map(({ angles }) => angles[k])));
  const turned = ({ angles }: TurnedShape): number => Math.hypot(angles[0] - usual[0], angles[1] - usual[1]);
  const chosen = quiet
    .toSorted((a, b) => turned(a) - turned(b))
    .slice(0, Math.max(1, Math.round(USUAL_SHARE * quiet.length)));
  return Float32Array.from(chosen[0].shape, (_, i) => median(chosen.map(({ shape }) => shape[i])));
}
