import type { Performer } from '@mondwerk/film';
import type { TrackSummary } from '../casting/trackSummary.ts';
import type { CheckedOrder, FootageInput } from '../checkedOrder.ts';
import type { Run } from '../run.ts';
import type { Cast } from '../stages/castPerformers.ts';
import type { Faces } from '../stages/trackFaces.ts';
import type { Artifact } from '../workFolder.ts';
import { matchPeople, type FoundPerson } from './matchPeople.ts';
import { followOther, footageOf } from './otherFilm.ts';
import { performerNamed } from './performerNamed.ts';

/** Other footage of a title in which performers of the film are seen. */
export interface Footage {
  /** Counted from 1; sources that lie in it say so. */
  readonly number: number;
  readonly input: FootageInput;
  /** Names what was found in it. */
  readonly key: string;
  /** Whose faces are taken from it; nobody where none is like a performer's. */
  readonly people: readonly FoundPerson[];
  readonly tracks: readonly TrackSummary[];
  /** The tracks of one of its shots with all their points. */
  readonly read: Faces['read'];
}

/** Follows the faces of all other footage that an order names, and finds out which are the film's performers'. */
export async function openFootage(
  run: Run,
  order: CheckedOrder,
  faces: Artifact<Faces>,
  cast: Artifact<Cast>,
): Promise<Footage[]> {
  const opened: Footage[] = [];
  for (const [at, input] of order.footage.entries()) {
    const number = at + 1;
    const { key, people: seen, tracks, read } = await followOther(run, number, input);
    const named = input.of === null ? undefined : performerNamed(input.of, order.script.lines, cast.value);
    const film = { people: cast.value.performers, tracks: faces.value.tracks };
    const unknown = input.of !== null && named === undefined;
    const people = unknown ? [] : matchPeople(film, { people: seen, tracks }, named);
    opened.push({ number, input, key, people, tracks, read });
  }
  return opened;
}

/** Reads the tracks of a film's shots, and those of other footage by its own numbers. */
export const readWith =
  (faces: Faces, footage: readonly Footage[]): Faces['read'] =>
  (shot) =>
    (footage.find(({ number }) => number === footageOf(shot)) ?? faces).read(shot);

/** The tracks of a performer in one piece of footage, as a performer's own there. */
export const seenIn = ({ people }: Footage, performer: string): Performer => ({
  id: performer,
  tracks: people.filter((person) => person.performer === performer).flatMap(({ tracks }) => tracks),
});
