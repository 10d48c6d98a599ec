import type { Performer } from '@mondwerk/film';
import type { Atlas } from '@mondwerk/lipsync';
import type { TrackSummary } from './casting/trackSummary.ts';
import { seenIn, type Footage } from './footage/openFootage.ts';

/** What of an atlas is needed to carry a plan out, and the tracks in which that head is seen. */
export interface PerformerHead extends Pick<Atlas, 'performer' | 'reference' | 'space'> {
  readonly tracks: readonly Pick<TrackSummary, 'id' | 'shot'>[];
}

/** The heads of all performers who have an atlas, with their tracks in the film and in other footage. */
export const headsOf = (
  atlases: readonly Atlas[],
  performers: readonly Performer[],
  tracks: readonly TrackSummary[],
  footage: readonly Footage[] = [],
): PerformerHead[] =>
  atlases.map(({ performer, reference, space }) => {
    const own = new Set([
      ...(performers.find(({ id }) => id === performer)?.tracks ?? []),
      ...footage.flatMap((each) => seenIn(each, performer).tracks),
    ]);
    const all = [...tracks, ...footage.flatMap((each) => each.tracks)];
    const seen = all.filter(({ id }) => own.has(id)).map(({ id, shot }) => ({ id, shot }));
    return { performer, reference, space, tracks: seen };
  });
