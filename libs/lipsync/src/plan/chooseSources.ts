import type { AtlasEntry } from '../atlas/buildAtlas.ts';
import { squaredDistance } from './projectMouth.ts';

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
const STEPS: ReadonlyMap<number, number> = new Map([
  [1, 0],
  [2, 0.002],
  [0, 0.007],
  [-1, 0.004],
]);

const CANDIDATES = 24;

/** Ways to get to a frame that are followed further. */
const MOST_PATHS = 48;

/**
 * Chooses a source for every wanted frame by the Viterbi algorithm over its best candidates and those that go on with a run:
 * mouths that look alike in shape, pose, light and sharpness, taken in runs as long as they can be. Returns indices into
 * `sources`, which must be in the order of frames inside each track. Yields after every frame, so that it can be paused.
 */
export function* chooseSources(
  wanted: readonly WantedMouth[],
  sources: readonly AtlasEntry[],
): Generator<void, number[]> {
  const gallery = galleryOf(sources);
  let paths: Path[] = [];
  for (const want of wanted) {
    const candidates = candidatesOf(want, gallery, paths);
    const before = paths;
    paths = candidates
      .map((candidate) => extend(before, candidate, gallery, want.longRuns))
      .sort((a, b) => a.cost - b.cost)
      .slice(0, MOST_PATHS);
    yield;
  }
  const best = paths.reduce((a, b) => (b.cost < a.cost ? b : a));
  const chosen: number[] = [];
  for (let path: Path | undefined = best; path !== undefined; path = path.before) chosen.push(path.source);
  return chosen.reverse();
}

interface Path {
  readonly source: number;
  readonly cost: number;
  readonly before?: Path;
}

function extend(
  paths: readonly Path[],
  { source, cost: own }: Candidate,
  gallery: Gallery,
  longRuns: number,
): Path {
  if (paths.length === 0) return { source, cost: own };
  let before = paths[0];
  let cost = Infinity;
  for (const path of paths) {
    if (path.cost >= cost) continue;
    const total =
      path.cost +
      joinCost(path.source, source, (cost - path.cost) / Math.max(longRuns, 1e-6), gallery) * longRuns;
    if (total < cost) [before, cost] = [path, total];
  }
  return { source, cost: cost + own, before };
}

/** The cost of showing source `to` right after source `from`; `limit` or more once it is sure to be that. */
function joinCost(from: number, to: number, limit: number, gallery: Gallery): number {
  const { next, sources, runs } = gallery;
  const step = runs[from] === runs[to] ? STEPS.get(to - from) : undefined;
  if (step !== undefined) return step;
  if (limit <= COSTS.cut) return limit;
  const expected = sources[next[from] < 0 ? from : next[from]].features;
  const room = ((limit - COSTS.cut) / COSTS.jump) ** 2;
  return COSTS.cut + COSTS.jump * Math.sqrt(squaredDistance(expected, sources[to].features, room));
}

/** Whether `b` is the frame after `a` in the same track. */
export const follows = (a: AtlasEntry, b: AtlasEntry): boolean =>
  a.track === b.track && b.frame === a.frame + 1;

/** Whether showing `b` after `a` is a jump to another run. */
export const meets = (a: AtlasEntry, b: AtlasEntry): boolean =>
  a.track !== b.track || !STEPS.has(b.frame - a.frame);

/** All sources as one matrix, since most of the time goes into comparing with every one of them. */
interface Gallery {
  readonly sources: readonly AtlasEntry[];
  /** A row a source: features, head angles and light, each in what a difference costs. */
  readonly looks: Float32Array;
  readonly size: number;
  /** How sharp each is, as a power of two; sharper than most counts as most. */
  readonly sharpness: Float32Array;
  /** The source that goes on where each leaves off, or -1. */
  readonly next: Int32Array;
  /** Sources of one number follow each other frame by frame. */
  readonly runs: Int32Array;
}

function galleryOf(sources: readonly AtlasEntry[]): Gallery {
  const rows = sources.map(lookOf);
  const size = rows[0].length;
  const looks = new Float32Array(size * rows.length);
  rows.forEach((row, i) => looks.set(row, i * size));
  const next = Int32Array.from(sources, (s, i) =>
    i + 1 < sources.length && follows(s, sources[i + 1]) ? i + 1 : -1,
  );
  const runs = new Int32Array(sources.length);
  for (let i = 1; i < sources.length; i++) runs[i] = runs[i - 1] + (next[i - 1] === i ? 0 : 1);
  return { sources, looks, size, sharpness: Float32Array.from(sources, sharpnessOf), next, runs };
}

/** Sharpness as a power of two. */
const sharpnessOf = ({ sharpness }: { readonly sharpness: number }): number =>
  Math.log2(Math.max(1e-3, sharpness));

const lookOf = ({
  features,
  angles,
  light,
}: Pick<AtlasEntry, 'features' | 'angles' | 'light'>): Float32Array =>
  Float32Array.of(...features, ...angles.map((a) => COSTS.pose * a), ...light.map((l) => COSTS.light * l));

/** What showing a source costs; `limit` or more once it is sure to be that. */
function ownCost(
  want: WantedMouth,
  look: Float32Array,
  gallery: Gallery,
  source: number,
  limit: number,
): number {
  const { sources, looks, size, sharpness } = gallery;
  const other = sources[source];
  const shrunk = Math.max(0, Math.log2(want.eyeDistance / other.eyeDistance));
  const fixed =
    warpCost(want.aperture, other.aperture) +
    COSTS.softer * Math.max(0, sharpnessOf(want) - sharpness[source]) +
    COSTS.smaller * shrunk +
    (want.shot === other.shot ? 0 : want.ownShot * COSTS.otherShot) +
    (other.footage === undefined ? 0 : COSTS.otherFilm);
  const room = (limit - fixed) ** 2;
  if (fixed >= limit) return limit;
  let sum = 0;
  for (let k = 0, at = source * size; k < size && sum < room; k++, at++) sum += (look[k] - looks[at]) ** 2;
  return sum >= room ? limit : fixed + Math.sqrt(sum);
}

/** What it costs that a source is open further, or less far, than is wanted. */
const warpCost = (wanted: number, source: number): number =>
  source > wanted ? COSTS.shut * (source - wanted) : COSTS.open * (wanted - source);

interface Candidate {
  readonly source: number;
  readonly cost: number;
}

function candidatesOf(want: WantedMouth, gallery: Gallery, paths: readonly Path[]): Candidate[] {
  const look = lookOf(want);
  const best: Candidate[] = [];
  for (let source = 0; source < gallery.sources.length; source++) {
    const limit = best.length < CANDIDATES ? Infinity : best[best.length - 1].cost;
    const cost = ownCost(want, look, gallery, source, limit);
    if (cost >= limit) continue;
    let at = best.length;
    while (at > 0 && best[at - 1].cost > cost) at--;
    best.splice(at, 0, { source, cost });
    if (best.length > CANDIDATES) best.pop();
  }
  const there = new Set(best.map((candidate) => candidate.source));
  const goingOn = new Set(paths.flatMap(({ source }) => stepsFrom(source, gallery))).difference(there);
  return [
    ...best,
    ...[...goingOn].map((source) => ({ source, cost: ownCost(want, look, gallery, source, Infinity) })),
  ];
}

/** The sources with which a run can go on. */
function stepsFrom(source: number, { runs }: Gallery): number[] {
  return [...STEPS.keys()].map((step) => source + step).filter((to) => runs[to] === runs[source]);
}
