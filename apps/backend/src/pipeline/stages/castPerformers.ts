import type { FaceTrack, Line, Performer } from '@mondwerk/film';
import { clusterPerformers } from '@mondwerk/face';
import { castLines, type HeardLine, type SpokenLine } from '../casting/castLines.ts';
import { hearLines } from '../casting/heardLines.ts';
import { mouthMovement } from '../casting/mouthMovement.ts';
import type { CheckedFilm } from '../checkedFilm.ts';
import { makeOnce, type Run } from '../run.ts';
import type { Artifact } from '../workFolder.ts';
import type { Speech } from './alignSpeech.ts';
import type { Faces } from './trackFaces.ts';

/** The people in the film and which of them says what. */
export interface Cast {
  readonly performers: readonly Performer[];
  readonly spoken: readonly SpokenLine[];
}

/** Joins the face tracks of each person: who is in the film. */
export const findPerformers = (faces: Faces): Performer[] => clusterPerformers(faces.tracks);

/** Finds the performers and decides who says each line in each shot. */
export function castPerformersOnce(
  run: Run,
  { film }: CheckedFilm,
  faces: Artifact<Faces>,
  speech: Artifact<Speech>,
  lines: readonly Line[],
): Promise<Artifact<Cast>> {
  return makeOnce(
    run,
    {
      stage: 'castPerformers',
      inputs: { faces: faces.key, speech: speech.key, lines },
      rooms: ['film', 'face'],
    },
    { unit: 'lines', total: lines.length },
    async () => {
      const performers = findPerformers(faces.value);
      const heard = hearLines(speech.value.phones, faces.value.shots, film.clock);
      const measure = measureIn(faces.value, performers);
      return { performers, spoken: await castLines(heard, lines, performers, faces.value.tracks, measure) };
    },
  );
}

function measureIn(faces: Faces, performers: readonly Performer[]) {
  return async ({ shot, frames }: HeardLine, present: readonly string[]): Promise<Map<string, number>> => {
    const tracks = await faces.read(shot);
    const movementOf = (id: string): number => {
      const own = performers.find((performer) => performer.id === id)?.tracks ?? [];
      return Math.max(
        0,
        ...tracks.filter((track: FaceTrack) => own.includes(track.id)).map((t) => mouthMovement(t, frames)),
      );
    };
    return new Map(present.map((id) => [id, movementOf(id)]));
  };
}
