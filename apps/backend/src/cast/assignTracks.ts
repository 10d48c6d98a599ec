/** Tracks that the pipeline takes for one person's. */
export interface Cluster {
  readonly tracks: readonly string[];
}

/** Whose some tracks are: a performer that is known, or `null` for somebody new. */
export interface Assigned {
  readonly performer: string | null;
  readonly tracks: readonly string[];
}

/**
 * Says whose the tracks of each cluster are. `known` tells it of tracks that were there before: those stay where people
 * left them. Others go to whom most of their cluster belongs, or are somebody new.
 */
export const assignTracks = (
  clusters: readonly Cluster[],
  known: ReadonlyMap<string, string>,
): readonly Assigned[] => clusters.flatMap(({ tracks }) => assignCluster(tracks, known));

function assignCluster(tracks: readonly string[], known: ReadonlyMap<string, string>): Assigned[] {
  const owners = Map.groupBy(tracks, (track) => known.get(track) ?? null);
  const strangers = owners.get(null) ?? [];
  owners.delete(null);
  const kept = [...owners].map(([performer, own]) => ({ performer, tracks: own }));
  if (strangers.length === 0) return kept;
  const [main] = kept.toSorted((a, b) => b.tracks.length - a.tracks.length);
  return [...kept, { performer: main?.performer ?? null, tracks: strangers }];
}
