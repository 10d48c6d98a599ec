import { Refusal, type Performer } from '@mondwerk/film';
import type { Film } from '@mondwerk/media';
import type { TrackSummary } from '../casting/trackSummary.ts';
import type { CheckedFilm } from '../checkedFilm.ts';
import { followOther, footageOf } from '../footage/otherFilm.ts';
import { performerCalled } from '../footage/performerNamed.ts';
import type { Run } from '../run.ts';
import type { Faces } from '../stages/trackFaces.ts';
import type { Artifact } from '../workFolder.ts';
import type { DonorInput } from './checkedReplacement.ts';
import { chooseDonors, type SayWho } from './chooseDonor.ts';
import { seenPeople, type SeenPerson } from './seenPeople.ts';

/** Footage of the shown performer whose faces were followed. */
export interface Donor {
  /** Counted from 1; 0 where it is the film itself. */
  readonly number: number;
  readonly name: string;
  readonly sha256: string;
  readonly film: Film;
  /** Names what was found in it. */
  readonly key: string;
  /** Everybody in it, most seen first. */
  readonly people: readonly SeenPerson[];
  /** The one of them who is the shown performer. */
  readonly shown: SeenPerson;
  readonly tracks: readonly TrackSummary[];
  /** The tracks of one of its shots with all their points. */
  readonly read: Faces['read'];
}

/** A film whose faces were followed, and whose head in it gets another face. */
export interface ReplacedFilm {
  readonly checked: CheckedFilm;
  readonly faces: Artifact<Faces>;
  readonly performers: readonly Performer[];
  readonly replaced: Performer;
}

type Followed = Omit<Donor, 'shown'> & { readonly said: string | null };

/**
 * Follows the faces of all donor footage, and finds out who in it is the shown performer. `taken`: how many numbers other
 * donor footage of the same film has.
 * @throws Refusal where that is not plain to see, or the replaced performer is meant.
 */
export async function openDonors(
  run: Run,
  film: ReplacedFilm,
  inputs: readonly DonorInput[],
  sayWho: SayWho,
  taken = 0,
): Promise<Donor[]> {
  const followed: Followed[] = [];
  for (const [at, input] of inputs.entries()) {
    const own = input.sha256 === film.checked.filmHash;
    followed.push(own ? filmItself(film, input) : await followDonor(run, taken + at + 1, input));
  }
  const shown = chooseDonors(followed, sayWho);
  return followed.map((donor, at) => ({ ...donor, shown: shown[at] }));
}

async function followDonor(run: Run, number: number, input: DonorInput): Promise<Followed> {
  const { key, people, tracks, read } = await followOther(run, number, input);
  const { name, sha256, film, person } = input;
  return {
    number,
    name,
    sha256,
    film,
    key,
    people: seenPeople(people, tracks, film),
    tracks,
    read,
    said: person,
  };
}

/** Everybody in the film but the one who is replaced. */
function filmItself({ checked, faces, performers, replaced }: ReplacedFilm, input: DonorInput): Followed {
  const { name, sha256, person: said } = input;
  const others = performers.filter(({ id }) => id !== replaced.id);
  if (said !== null) checkOther(said, replaced);
  const { tracks, read } = faces.value;
  const people = seenPeople(others, tracks, checked.film);
  return { number: 0, name, sha256, film: checked.film, key: faces.key, people, tracks, read, said };
}

/** @throws Refusal `same-performer` */
function checkOther(said: string, replaced: Performer): void {
  if (performerCalled(said, [replaced]) === undefined) return;
  throw new Refusal(
    'same-performer',
    `${said} is the performer whose head it is: the face of somebody else, or of other footage, can be put on it.`,
  );
}

/** Reads the tracks of a film's shots, and those of donor footage by its own numbers. */
export const readWithDonors =
  (faces: Faces, donors: readonly Donor[]): Faces['read'] =>
  (shot) =>
    (donors.find(({ number }) => number > 0 && number === footageOf(shot)) ?? faces).read(shot);
