import { overlaps, type FrameSpan } from '@mondwerk/film';
import type { DubbedTrack } from '../casting/dubbedTracks.ts';
import type { ReplacedFilm } from './openDonors.ts';

/** Where faces are replaced. */
export interface Extent {
  readonly stretch: FrameSpan;
  /** Only in these shots; `null`: in all. */
  readonly shots: readonly number[] | null;
}

/** The tracks of the replaced performer, and the frames of them that get another face; what they say does not matter. */
export const replacedTracks = (
  { faces, replaced }: Pick<ReplacedFilm, 'faces' | 'replaced'>,
  { stretch, shots }: Extent,
): DubbedTrack[] =>
  faces.value.shots
    .filter(({ index, frames }) => overlaps(frames, stretch) && (shots === null || shots.includes(index)))
    .flatMap((shot) =>
      faces.value.tracks
        .filter(({ id, shot: own }) => own === shot.index && replaced.tracks.includes(id))
        .filter(({ span }) => overlaps(span, stretch))
        .map(({ id, span }) => ({
          ...{ performer: replaced.id, track: id, shot, lines: [] },
          span: { start: Math.max(span.start, stretch.start), end: Math.min(span.end, stretch.end) },
        })),
    );
