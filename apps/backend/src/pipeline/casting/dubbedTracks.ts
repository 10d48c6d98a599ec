import { overlaps, type FrameSpan, type Performer, type Shot } from '@mondwerk/film';
import type { SpokenLine } from './spokenLine.ts';
import type { TrackSummary } from './trackSummary.ts';

/** A face track that gets a new mouth: one of a performer who says a line in that shot. */
export interface DubbedTrack {
  readonly performer: string;
  readonly track: string;
  readonly shot: Shot;
  readonly span: FrameSpan;
  /** The lines that the performer says in the shot. */
  readonly lines: readonly number[];
}

interface Scene {
  readonly performers: readonly Performer[];
  readonly spoken: readonly SpokenLine[];
  readonly shots: readonly Shot[];
  readonly tracks: readonly TrackSummary[];
}

/**
 * The tracks to re-perform within a stretch of the film. A performer who says anything in a shot is re-performed
 * through all of it, so that silence closes the mouth; one who says nothing in it is not touched.
 */
export function dubbedTracks(
  { performers, spoken, shots, tracks }: Scene,
  stretch: FrameSpan,
): DubbedTrack[] {
  return shots
    .filter((shot) => overlaps(shot.frames, stretch))
    .flatMap((shot) =>
      tracks
        .filter((track) => track.shot === shot.index)
        .flatMap((track): DubbedTrack[] => {
          const performer = performers.find((each) => each.tracks.includes(track.id))?.id;
          const lines = spoken.filter((line) => line.shot === shot.index && line.performer === performer);
          if (performer === undefined || lines.length === 0) return [];
          return [
            { performer, track: track.id, shot, span: track.span, lines: lines.map(({ line }) => line) },
          ];
        }),
    );
}
