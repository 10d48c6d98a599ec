import type { FaceTrack, Line, Performer } from '@mondwerk/film';
import { clusterPerformers } from '@mondwerk/face';
import { castLines, type DecidedSpeaker, type HeardLine, type SpokenLine } from '../casting/castLines.ts';
import { hearLines } from '../casting/heardLines.ts';
import { mouthMovement } from '../casting/mouthMovement.ts';
import type { CheckedFilm } from '../checkedFilm.ts';
import type { Casting } from '../orders.ts';
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

/** What people decided about the cast: who is in the film, where they said so, and who says what. */
export interface DecidedCast {
  readonly performers: readonly Performer[] | null;
  readonly casting: Casting;
}

/** What the command line knows about the cast before it looks. */
export const NOTHING_DECIDED: DecidedCast = { performers: null, casting: { characters: [], lines: [] } };

/** What is said when. */
interface Said {
  readonly speech: Artifact<Speech>;
  readonly lines: readonly Line[];
}

/** Finds the performers and decides who says each line in each shot; what people decided is kept. */
export function castPerformersOnce(
  run: Run,
  { film }: CheckedFilm,
  faces: Artifact<Faces>,
  { speech, lines }: Said,
  decided: DecidedCast,
): Promise<Artifact<Cast>> {
  return makeOnce(
    run,
    {
      stage: 'castPerformers',
      inputs: { faces: faces.key, speech: speech.key, lines, decided },
      rooms: ['film', 'face'],
    },
    { unit: 'lines', total: lines.length },
    async () => {
      const performers = decided.performers ?? findPerformers(faces.value);
      const heard = hearLines(speech.value.phones, faces.value.shots, film.clock);
      const measure = measureIn(faces.value, performers);
      const { tracks } = faces.value;
      const scene = { lines, performers, tracks, decided: speakerIn(decided.casting) };
      return { performers, spoken: await castLines(heard, scene, measure) };
    },
  );
}

/** What people said of a line itself goes before what they said of its character. */
function speakerIn({ characters, lines }: Casting): DecidedSpeaker {
  const byLine = new Map(lines.map(({ line, performer }) => [line, performer]));
  const byCharacter = new Map(characters.map(({ character, performer }) => [character, performer]));
  return ({ index, character }) => (byLine.has(index) ? byLine.get(index) : byCharacter.get(character ?? ''));
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
