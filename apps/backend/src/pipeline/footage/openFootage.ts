import type { FaceTrack, Performer, Shot } from '@mondwerk/film';
import { wholeSpan } from '@mondwerk/media';
import type { TrackSummary } from '../casting/trackSummary.ts';
import type { CheckedOrder, FootageInput } from '../checkedOrder.ts';
import type { Run } from '../run.ts';
import { findPerformers, type Cast } from '../stages/castPerformers.ts';
import { cutShotsOnce } from '../stages/cutShots.ts';
import { trackFacesOnce, type Faces } from '../stages/trackFaces.ts';
import type { Artifact } from '../workFolder.ts';
import { matchPeople, type FoundPerson } from './matchPeople.ts';
import { performerNamed } from './performerNamed.ts';

/** Shots of other footage are numbered from its own number times this on, so that no two films share one. */
const FOOTAGE_SHOTS = 1_000_000;

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
    const found = await trackInto(run, input);
    const named = input.of === null ? undefined : performerNamed(input.of, order.script.lines, cast.value);
    const film = { people: cast.value.performers, tracks: faces.value.tracks };
    const footage = { people: findPerformers(found.value), tracks: found.value.tracks };
    const number = at + 1;
    const people = input.of !== null && named === undefined ? [] : matchPeople(film, footage, named);
    opened.push({
      ...{ number, input, key: found.key },
      people: people.map((person) => ({ ...person, tracks: person.tracks.map((id) => idIn(number, id)) })),
      tracks: found.value.tracks.map((track) => numbered(track, number)),
      read: async (shot) =>
        (await found.value.read(shot - number * FOOTAGE_SHOTS)).map((track) => numbered(track, number)),
    });
  }
  return opened;
}

async function trackInto(run: Run, { film, name, sha256 }: FootageInput): Promise<Artifact<Faces>> {
  const { width, height, format, conversion } = film;
  // The same file is tracked anew where it is read in another size or other colours.
  const filmHash = [sha256, width, height, format.name, ...(conversion ?? [])].join(' ');
  const checked = { film, filmName: name, filmHash };
  const shots: Artifact<readonly Shot[]> = await cutShotsOnce(run, checked);
  return trackFacesOnce(run, checked, shots, wholeSpan(film));
}

/** The number of the other footage that a shot is of, 0 where it is the film's own. */
export const footageOf = (shot: number): number => Math.floor(shot / FOOTAGE_SHOTS);

const idIn = (number: number, track: string): string => `footage-${number}-${track}`;

const numbered = <T extends Pick<FaceTrack, 'id' | 'shot'>>(track: T, number: number): T => ({
  ...track,
  id: idIn(number, track.id),
  shot: track.shot + number * FOOTAGE_SHOTS,
});

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
