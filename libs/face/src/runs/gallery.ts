/** A frame in which somebody was seen. */
export interface SeenFrame {
  /** The number of the other footage that shows it; left out where it is the film itself. */
  readonly footage?: number;
  readonly track: string;
  readonly frame: number;
}

/** Frames to choose from, as one matrix, since most of the time goes into comparing with every one of them. */
export interface Gallery {
  readonly count: number;
  /** A row a frame: how it looks, number by number in what a difference costs. */
  readonly looks: Float32Array;
  readonly size: number;
  /** The frame that goes on where each leaves off, or -1. */
  readonly next: Int32Array;
  /** Frames of one number follow each other one by one. */
  readonly runs: Int32Array;
}

/** Lays out frames, in the order of frames inside each track, with a row of numbers for each; rows are equally long. */
export function galleryOf<S extends SeenFrame>(
  sources: readonly S[],
  lookOf: (source: S) => Float32Array,
): Gallery {
  const size = sources.length === 0 ? 0 : lookOf(sources[0]).length;
  const looks = new Float32Array(size * sources.length);
  sources.forEach((source, i) => looks.set(lookOf(source), i * size));
  const next = Int32Array.from(sources, (s, i) =>
    i + 1 < sources.length && follows(s, sources[i + 1]) ? i + 1 : -1,
  );
  const runs = new Int32Array(sources.length);
  for (let i = 1; i < sources.length; i++) runs[i] = runs[i - 1] + (next[i - 1] === i ? 0 : 1);
  return { count: sources.length, looks, size, next, runs };
}

/** Whether `b` is the frame after `a` in the same track. */
export const follows = (a: SeenFrame, b: SeenFrame): boolean => sameTrack(a, b) && b.frame === a.frame + 1;

/** Whether two frames are of one track. */
export const sameTrack = (a: SeenFrame, b: SeenFrame): boolean =>
  a.track === b.track && a.footage === b.footage;

/** How many frames a run of footage is that is kept or left as a whole. */
const RUN = 50;

/** Evenly spread runs of frames where there are more than can be searched. */
export function thinRuns<S>(sources: readonly S[], most: number): S[] {
  if (sources.length <= most) return [...sources];
  const every = sources.length / most;
  return sources.filter((_, i) => {
    const run = Math.floor(i / RUN);
    return Math.floor(run / every) !== Math.floor((run - 1) / every);
  });
}
