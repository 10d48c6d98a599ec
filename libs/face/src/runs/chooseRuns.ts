import type { Gallery } from './gallery.ts';

/** What choosing frames costs, all in one unit. */
export interface RunCosts<W> {
  /** A wanted frame as a row of the gallery. */
  readonly lookOf: (want: W) => Float32Array;
  /** What a source costs beyond the distance of the rows. */
  readonly added: (want: W, source: number) => number;
  /** How dear steps and jumps are, 1 as usual. */
  readonly longRuns: (want: W) => number;
  /** Going on in a run by so many frames; other ways on are jumps. */
  readonly steps: ReadonlyMap<number, number>;
  /** Leaving a run, before the jump's own difference is added. */
  readonly cut: number;
  /** How much the difference across a jump counts. */
  readonly jump: number;
  /** How many of a row's first numbers make that difference. */
  readonly joined: number;
}

const CANDIDATES = 24;

/** Ways to get to a frame that are followed further. */
const MOST_PATHS = 48;

/**
 * Chooses a source for every wanted frame by the Viterbi algorithm over its best candidates and those that go on with a run:
 * frames that look alike, taken in runs as long as they can be. Returns indices into the gallery. Yields after every frame,
 * so that it can be paused. `before`: the source that is shown right before the first.
 */
export function* chooseRuns<W>(
  wanted: readonly W[],
  gallery: Gallery,
  costs: RunCosts<W>,
  before?: number,
): Generator<void, number[]> {
  const start: Path | undefined = before === undefined ? undefined : { source: before, cost: 0 };
  let paths: Path[] = start ? [start] : [];
  for (const want of wanted) {
    const candidates = candidatesOf(want, gallery, costs, paths);
    const sofar = paths;
    const longRuns = costs.longRuns(want);
    paths = candidates
      .map((candidate) => extend(sofar, candidate, gallery, costs, longRuns))
      .sort((a, b) => a.cost - b.cost)
      .slice(0, MOST_PATHS);
    yield;
  }
  if (wanted.length === 0 || paths.length === 0) return [];
  const best = paths.reduce((a, b) => (b.cost < a.cost ? b : a));
  const chosen: number[] = [];
  for (let path: Path | undefined = best; path !== start; path = path!.before) chosen.push(path!.source);
  return chosen.reverse();
}

interface Path {
  readonly source: number;
  readonly cost: number;
  readonly before?: Path;
}

type JoinCosts = Pick<RunCosts<unknown>, 'steps' | 'cut' | 'jump' | 'joined'>;

function extend(
  paths: readonly Path[],
  { source, cost: own }: Candidate,
  gallery: Gallery,
  costs: JoinCosts,
  longRuns: number,
): Path {
  if (paths.length === 0) return { source, cost: own };
  let before = paths[0];
  let cost = Infinity;
  for (const path of paths) {
    if (path.cost >= cost) continue;
    const limit = (cost - path.cost) / Math.max(longRuns, 1e-6);
    const total = path.cost + joinCost(path.source, source, limit, gallery, costs) * longRuns;
    if (total < cost) [before, cost] = [path, total];
  }
  return { source, cost: cost + own, before };
}

/** The cost of showing source `to` right after source `from`; `limit` or more once it is sure to be that. */
function joinCost(from: number, to: number, limit: number, gallery: Gallery, costs: JoinCosts): number {
  const { next, runs, looks, size } = gallery;
  const step = runs[from] === runs[to] ? costs.steps.get(to - from) : undefined;
  if (step !== undefined) return step;
  if (limit <= costs.cut) return limit;
  const room = ((limit - costs.cut) / costs.jump) ** 2;
  let sum = 0;
  let a = (next[from] < 0 ? from : next[from]) * size;
  for (let k = 0, b = to * size; k < costs.joined && sum < room; k++, a++, b++) {
    sum += (looks[a] - looks[b]) ** 2;
  }
  return costs.cut + costs.jump * Math.sqrt(sum);
}

/** What showing a source costs; `limit` or more once it is sure to be that. */
function ownCost(
  fixed: number,
  look: Float32Array,
  { looks, size }: Gallery,
  source: number,
  limit: number,
): number {
  const room = (limit - fixed) ** 2;
  if (fixed >= limit) return limit;
  let sum = 0;
  for (let k = 0, at = source * size; k < size && sum < room; k++, at++) sum += (look[k] - looks[at]) ** 2;
  return sum >= room ? limit : fixed + Math.sqrt(sum);
}

interface Candidate {
  readonly source: number;
  readonly cost: number;
}

function candidatesOf<W>(want: W, gallery: Gallery, costs: RunCosts<W>, paths: readonly Path[]): Candidate[] {
  const look = costs.lookOf(want);
  const best: Candidate[] = [];
  for (let source = 0; source < gallery.count; source++) {
    const limit = best.length < CANDIDATES ? Infinity : best[best.length - 1].cost;
    const cost = ownCost(costs.added(want, source), look, gallery, source, limit);
    if (cost >= limit) continue;
    let at = best.length;
    while (at > 0 && best[at - 1].cost > cost) at--;
    best.splice(at, 0, { source, cost });
    if (best.length > CANDIDATES) best.pop();
  }
  const there = new Set(best.map((candidate) => candidate.source));
  const goingOn = new Set(paths.flatMap(({ source }) => stepsFrom(source, gallery, costs))).difference(there);
  const onward = [...goingOn].map((source) => ({
    source,
    cost: ownCost(costs.added(want, source), look, gallery, source, Infinity),
  }));
  return [...best, ...onward];
}

/** The sources with which a run can go on. */
function stepsFrom(source: number, { runs }: Gallery, { steps }: JoinCosts): number[] {
  return [...steps.keys()].map((step) => source + step).filter((to) => runs[to] === runs[source]);
}
