import type { AtlasEntry } from '../atlas/buildAtlas.ts';
import { squaredDistance } from './projectMouth.ts';

/** What a frame needs from its source. */
export interface WantedMouth {
  readonly frame: number;
  readonly shot: number;
  readonly features: Float32Array;
  readonly angles: readonly [number, number, number];
  readonly light: Float32Array;
  readonly eyeDistance: number;
}

/** Costs in eye distances of lip error that they are worth. */
const COSTS = {
  /** A radian of difference in head pose. */
  pose: 0.025,
  /** Full-scale difference of light. */
  light: 0.04,
  /** All of the sharpness lost. */
  softness: 0.012,
  /** Half the resolution. */
  smaller: 0.01,
  otherShot: 0.003,
  /** Leaving a run of consecutive source frames, before the jump's own difference is added. */
  cut: 0.004,
  /** Showing the same source frame once more: grain that stands still is seen. */
  freeze: 0.003,
  /** How much the difference across a jump counts. */
  jump: 0.5,
} as const;

const CANDIDATES = 36;

/**
 * Chooses a source for every wanted frame by the Viterbi algorithm over its best candidates and those that go on with a run:
 * mouths that look alike in shape, pose, light and sharpness, taken in runs as long as they can be. Returns indices into
 * `sources`, which must be in the order of frames inside each track.
 */
export function chooseSources(wanted: readonly WantedMouth[], sources: readonly AtlasEntry[]): number[] {
  const sharpest = quantile(
    sources.map((s) => s.sharpness),
    0.75,
  );
  let paths: Path[] = [];
  for (const want of wanted) {
    const own = (i: number): number => ownCost(want, sources[i], sharpest);
    const candidates = candidatesOf(want, sources, sharpest, paths);
    paths = candidates.map((i) => extend(paths, i, own(i), sources));
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

function extend(paths: readonly Path[], source: number, own: number, sources: readonly AtlasEntry[]): Path {
  if (paths.length === 0) return { source, cost: own };
  let before = paths[0];
  let cost = Infinity;
  for (const path of paths) {
    if (path.cost >= cost) continue;
    const total = path.cost + joinCost(path.source, source, sources);
    if (total < cost) [before, cost] = [path, total];
  }
  return { source, cost: cost + own, before };
}

/** The cost of showing source `to` right after source `from`. */
function joinCost(from: number, to: number, sources: readonly AtlasEntry[]): number {
  if (follows(sources[from], sources[to])) return 0;
  if (from === to) return COSTS.freeze;
  const next = sources[from + 1];
  const goesOn = next !== undefined && follows(sources[from], next) ? next : sources[from];
  return COSTS.cut + COSTS.jump * Math.sqrt(squaredDistance(goesOn.features, sources[to].features));
}

/** Whether `b` is the frame after `a` in the same track. */
export const follows = (a: AtlasEntry, b: AtlasEntry): boolean =>
  a.track === b.track && b.frame === a.frame + 1;

function ownCost(want: WantedMouth, source: AtlasEntry, sharpest: number): number {
  const turned = Math.hypot(...want.angles.map((angle, k) => angle - source.angles[k]));
  return (
    Math.sqrt(squaredDistance(want.features, source.features)) +
    COSTS.pose * turned +
    COSTS.light * Math.sqrt(squaredDistance(want.light, source.light)) +
    COSTS.softness * Math.max(0, 1 - source.sharpness / sharpest) +
    COSTS.smaller * Math.max(0, Math.log2(want.eyeDistance / source.eyeDistance)) +
    (want.shot === source.shot ? 0 : COSTS.otherShot)
  );
}

function candidatesOf(
  want: WantedMouth,
  sources: readonly AtlasEntry[],
  sharpest: number,
  paths: readonly Path[],
): number[] {
  const costs: number[] = [];
  const best: number[] = [];
  for (let i = 0; i < sources.length; i++) {
    const cost = ownCost(want, sources[i], sharpest);
    if (best.length === CANDIDATES && cost >= costs[CANDIDATES - 1]) continue;
    let at = best.length;
    while (at > 0 && costs[at - 1] > cost) at--;
    costs.splice(at, 0, cost);
    best.splice(at, 0, i);
    if (best.length > CANDIDATES) {
      best.pop();
      costs.pop();
    }
  }
  const goingOn = paths
    .map((path) => path.source + 1)
    .filter((i) => i < sources.length && follows(sources[i - 1], sources[i]));
  return [...new Set([...best, ...goingOn])];
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] || 1;
}
