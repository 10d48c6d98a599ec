import type { FaceTrack, Line, Performer } from '@mondwerk/film';
import { clusterPerformers } from '@mondwerk/face';
import {
  castLines,
  type DecidedSpeaker,
  type MeasureMovement,
  type SpokenLine,
} from '../casting/castLines.ts';
import { hearLines, missingLines } from '../casting/heardLines.ts';
import { mouthMovement, mouthRange } from '../casting/mouthMovement.ts';
import type { CheckedFilm } from '../checkedFilm.ts';
import { NOTICED_GAP } from '../lipChecks.ts';
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
  /** Those that nobody says, although the script has them. */
  readonly missing: readonly Line[];
}

/**
 * Finds the performers and decides who says each line in each shot; what people decided is kept. A line that nobody says
 * is its performer's only where it is plain whose it was and that mouth moves: it shall rest then.
 */
export function castPerformersOnce(
  run: Run,
  { film }: CheckedFilm,
  faces: Artifact<Faces>,
  { speech, lines, missing }: Said,
  decided: DecidedCast,
): Promise<Artifact<Cast>> {
  return makeOnce(
    run,
    {
      stage: 'castPerformers',
      inputs: { faces: faces.key, speech: speech.key, lines, missing, decided },
      rooms: ['film', 'face'],
    },
    { unit: 'lines', total: lines.length },
    async () => {
      const performers = decided.performers ?? findPerformers(faces.value);
      const { shots, tracks } = faces.value;
      const said = hearLines(speech.value.phones, shots, film.clock);
      const found = new Set(said.map(({ line }) => line));
      const unsaid = missing.filter(({ index }) => !found.has(index));
      const heard = [...said, ...missingLines(unsaid, shots, film.clock)];
      const scene = { lines, performers, tracks, decided: speakerIn(decided.casting) };
      const spoken = await castLines(heard, scene, measureIn(faces.value, performers, mouthMovement));
      return {
        performers,
        spoken: await withoutStill(spoken, measureIn(faces.value, performers, mouthRange)),
      };
    },
  );
}

/** Without those lines that nobody says and that no mouth was seen to say. */
async function withoutStill(spoken: readonly SpokenLine[], range: MeasureMovement): Promise<SpokenLine[]> {
  const kept: SpokenLine[] = [];
  for (const line of spoken) {
    const { silent, performer, doubt } = line;
    if (!silent) kept.push(line);
    else if (performer !== null && doubt === null) {
      const moved = (await range(line, [performer])).get(performer)!;
      if (moved > NOTICED_GAP) kept.push(line);
    }
  }
  return kept;
}

/** What is said of a line itself goes before what people said of its character. */
function speakerIn({ characters, lines }: Casting): DecidedSpeaker {
  const byLine = new Map(lines.map(({ line, performer }) => [line, performer]));
  const byCharacter = new Map(characters.map(({ character, performer }) => [character, performer]));
  return ({ index, character, onScreen }) => {
    if (byLine.has(index)) return byLine.get(index);
    return onScreen === 'off' ? null : byCharacter.get(character ?? '');
  };
}

function measureIn(
  faces: Faces,
  performers: readonly Performer[],
  measure: typeof mouthMovement,
): MeasureMovement {
  return async ({ shot, frames }, present) => {
    const tracks = await faces.read(shot);
    const movementOf = (id: string): number => {
      const own = performers.find((performer) => performer.id === id)?.tracks ?? [];
      return Math.max(
        0,
        ...tracks.filter((track: FaceTrack) => own.includes(track.id)).map((t) => measure(t, frames)),
      );
    };
    return new Map(present.map((id) => [id, movementOf(id)]));
  };
}
