import { chooseRuns, galleryOf, type RunCosts } from '@mondwerk/face';
import type { AtlasEntry } from '../atlas/buildAtlas.ts';

/** What a frame needs from its source. */
export interface WantedMouth {
  readonly shot: number;
  readonly features: Float32Array;
  readonly angles: readonly [number, number, number];
  readonly light: Float32Array;
  readonly eyeDistance: number;
  /** Height of the opening in eye distances. */
  readonly aperture: number;
  /** How sharp the face is in the frame that is to be changed. */
  readonly sharpness: number;
  /** How dear other shots and jumps are, 1 as usual. */
  readonly ownShot: number;
  readonly longRuns: number;
}

/** Costs in eye distances of lip error that they are worth. */
const COSTS = {
  /** A radian of difference in head pose. */
  pose: 0.04,
  /** Full-scale difference of light. */
  light: 0.06,
  /** Half as sharp as the frame: blur cannot be taken back, while a source that is sharper is blurred along. */
  softer: 0.012,
  /** Half the resolution. */
  smaller: 0.01,
  otherShot: 0.003,
  /** Another film has another lens, another grade and another grain. */
  otherFilm: 0.008,
  /** Leaving a run of consecutive source frames, before the jump's own difference is added. */
  cut: 0.02,
  /** How much the difference across a jump counts. */
  jump: 0.25,
  /** Warping an open mouth shut gives thick lips over squeezed teeth, by the opening that must go. */
  shut: 1.8,
  /** Warping a shut mouth open shows nothing inside, by the opening that is missing. */
  open: 0.6,
} as const;

/**
 * Costs of going on in a run otherwise than by one frame, since mouths speak faster or slower than the one they are taken
 * from: teeth and tongue still move as they do. Staying shows what stands still.
 */
export const STEPS: ReadonlyMap<number, number> = new Map([
  [1, 0],
  [2, 0.002],
  [0, 0.007],
  [-1, 0.004],
]);

/** What showing mouths costs, as they are to be chosen from. */
function costsOf(sources: readonly AtlasEntry[]): RunCosts<WantedMouth> {
  const sharpness = Float32Array.from(sources, sharpnessOf);
  return {
    lookOf,
    added: (want, source) => addedCost(want, sources[source], sharpness[source]),
    longRuns: ({ longRuns }) => longRuns,
    ...{ steps: STEPS, cut: COSTS.cut, jump: COSTS.jump, joined: sources[0].features.length },
  };
}

/**
 * Chooses a source for every wanted frame: mouths that look alike in shape, pose, light and sharpness, taken in runs as long
 * as they can be. Returns indices into `sources`, which must be in the order of frames inside each track. Yields after every
 * frame, so that it can be paused.
 */
export const chooseSources = (
  wanted: readonly WantedMouth[],
  sources: readonly AtlasEntry[],
): Generator<void, number[]> => chooseRuns(wanted, galleryOf(sources, lookOf), costsOf(sources));

/** Sharpness as a power of two. */
const sharpnessOf = ({ sharpness }: { readonly sharpness: number }): number =>
  Math.log2(Math.max(1e-3, sharpness));

const lookOf = ({
  features,
  angles,
  light,
}: Pick<AtlasEntry, 'features' | 'angles' | 'light'>): Float32Array =>
  Float32Array.of(...features, ...angles.map((a) => COSTS.pose * a), ...light.map((l) => COSTS.light * l));

/** What a source costs beyond its looks. */
function addedCost(want: WantedMouth, other: AtlasEntry, sharpness: number): number {
  const shrunk = Math.max(0, Math.log2(want.eyeDistance / other.eyeDistance));
  return (
    warpCost(want.aperture, other.aperture) +
    COSTS.softer * Math.max(0, sharpnessOf(want) - sharpness) +
    COSTS.smaller * shrunk +
    (want.shot === other.shot ? 0 : want.ownShot * COSTS.otherShot) +
    (other.footage === undefined ? 0 : COSTS.otherFilm)
  );
}

/** What it costs that a source is open further, or less far, than is wanted. */
const warpCost = (wanted: number, source: number): number =>
  source > wanted ? COSTS.shut * (source - wanted) : COSTS.open * (wanted - source);
