import { quantile } from '@mondwerk/film';
import { apertureOfMouth, type Atlas, type AtlasEntry } from '@mondwerk/lipsync';

/** How far one performer's lips were seen apart, frame by frame. */
export interface SeenOpenings {
  /** The mouth at rest: 41 × 3. */
  readonly rest: Float32Array;
  /** How far it usually opens beyond rest, in eye distances. */
  readonly range: number;
  /** The frames of a track that can be trusted. */
  readonly of: (track: string) => ReadonlyMap<number, AtlasEntry>;
}

/** The share of the frames whose opening is less than what is taken for wide open. */
const WIDE_OPEN = 0.95;

/** What an atlas knows of how far the lips were apart. */
export function seenOpenings({ entries, rest }: Atlas): SeenOpenings {
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
  };
}
