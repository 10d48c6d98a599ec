import { quantile } from '@mondwerk/film';
import { apertureOfMouth, mouthAt, widthOf, type Atlas, type AtlasEntry } from '@mondwerk/lipsync';

/** What one performer's mouth was seen doing, frame by frame. */
export interface SeenMouths {
  /** The mouth at rest: 41 × 3. */
  readonly rest: Float32Array;
  /** How far it usually opens beyond rest, in eye distances. */
  readonly range: number;
  /** The frames of a track that can be trusted. */
  readonly of: (track: string) => ReadonlyMap<number, AtlasEntry>;
  /** From corner to corner, in eye distances. */
  readonly widthIn: (entry: AtlasEntry) => number;
}

/** The share of the frames whose opening is less than what is taken for wide open. */
const WIDE_OPEN = 0.95;

/** What an atlas knows of what a mouth was seen doing. */
export function seenMouths({ entries, rest, space }: Atlas): SeenMouths {
  const trusted = entries.filter(({ distrusted }) => distrusted === undefined);
  const byTrack = Map.groupBy(trusted, ({ track }) => track);
  const widest =
    trusted.length === 0
      ? 0
      : quantile(
          trusted.map(({ aperture }) => aperture),
          WIDE_OPEN,
        );
  return {
    rest,
    range: Math.max(0, widest - apertureOfMouth(rest)),
    of: (track) => new Map(byTrack.get(track)?.map((entry) => [entry.frame, entry])),
    widthIn: ({ coordinates }) => widthOf(mouthAt(space, coordinates)),
  };
}
