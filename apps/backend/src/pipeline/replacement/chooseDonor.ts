import { Refusal } from '@mondwerk/film';
import { likeness, unitVector } from '@mondwerk/face';
import type { Film } from '@mondwerk/media';
import type { TrackSummary } from '../casting/trackSummary.ts';
import { performerCalled } from '../footage/performerNamed.ts';
import { saySeen, weightOf, type SeenPerson } from './seenPeople.ts';

/** Faces less alike than this are not taken for one person's (as in `clusterPerformers`). */
const LEAST_LIKENESS = 0.65;

/** Those who are seen so much less than somebody else in the same footage only pass by in it. */
const PASSING_BY = 0.08;

/** A film with everybody who is seen in it. */
export interface PeopledFilm {
  readonly name: string;
  readonly film: Film;
  readonly people: readonly SeenPerson[];
  readonly tracks: readonly TrackSummary[];
  /** Who in it is the shown performer, as it was said; `null` where it was not. */
  readonly said: string | null;
}

/** How it is said who is meant, for sentences: `--donor performer-2`. */
export type SayWho = (person: string) => string;

/**
 * Who in each film is the shown performer: as it was said; the only one, or the one who is seen by far the most; else
 * the one whose face is that of the performer who was found in the other films. Nobody is guessed.
 * @throws Refusal `no-donor`, `which-donor` or `other-donor`.
 */
export function chooseDonors(films: readonly PeopledFilm[], sayWho: SayWho): SeenPerson[] {
  const plain = films.map((film) => saidIn(film) ?? onlyOne(film));
  const known = films.flatMap((film, at) => facesOf(film, plain[at]));
  return films.map((film, at) => {
    const own = plain[at] ?? likest(film, known);
    if (own === undefined) throw whichDonor(film, sayWho);
    if (film.said === null) checkSame(film, own, films[0], known);
    return own;
  });
}

/** @throws Refusal `no-donor` where somebody is named who is not there. */
function saidIn({ said, people, name, film }: PeopledFilm): SeenPerson | undefined {
  if (said === null) return undefined;
  const known = people.map(({ person, tracks }) => ({ id: person, tracks }));
  const own = performerCalled(said, known) ?? performerIn(said, known);
  const found = people.find(({ person }) => person === own);
  if (found !== undefined) return found;
  throw new Refusal(
    'no-donor',
    `${said} is nobody in ${name}: ${people.map((person) => saySeen(person, film)).join(', ') || 'no face was found in it'}.`,
  );
}

/** A face of other footage has the number of that footage before its name. */
const performerIn = (
  face: string,
  people: readonly { readonly id: string; readonly tracks: readonly string[] }[],
) => people.find(({ tracks }) => tracks.some((track) => track.endsWith(`-${face.trim().toLowerCase()}`)))?.id;

function onlyOne({ people }: PeopledFilm): SeenPerson | undefined {
  const [most, next] = people;
  return next === undefined || weightOf(next) < PASSING_BY * weightOf(most) ? most : undefined;
}

/** The one whose face is surely that of the others; `undefined` where nobody's is, or two are as like. */
function likest(film: PeopledFilm, known: readonly Float32Array[]): SeenPerson | undefined {
  if (known.length === 0) return undefined;
  const face = meanOf(known);
  return film.people
    .flatMap((person) =>
      facesOf(film, person).map((own) => ({ person, alike: likeness(unitVector(own), face) })),
    )
    .filter(({ alike }) => alike >= LEAST_LIKENESS)
    .sort((a, b) => b.alike - a.alike)[0]?.person;
}

/** @throws Refusal `other-donor` where the only one in some footage is surely somebody else. */
function checkSame(
  film: PeopledFilm,
  own: SeenPerson,
  first: PeopledFilm,
  known: readonly Float32Array[],
): void {
  const [face] = facesOf(film, own);
  if (face === undefined || film === first || known.length < 2) return;
  const alike = likeness(unitVector(face), unitVector(known[0]));
  if (alike >= LEAST_ALIKE_AT_ALL) return;
  throw new Refusal(
    'other-donor',
    `${film.name} shows somebody else than ${first.name} (the faces are alike by ${alike.toFixed(2)}): a replacement shows one ` +
      'performer, so leave one of the two out.',
  );
}

/** Make-up, light and years make one person's faces so little alike. */
const LEAST_ALIKE_AT_ALL = 0.5;

/** @throws Refusal */
function whichDonor({ name, film, people }: PeopledFilm, sayWho: SayWho): Refusal {
  if (people.length === 0) {
    return new Refusal(
      'no-donor',
      `No face was found anywhere in ${name}: give footage in which the shown performer is seen.`,
    );
  }
  const seen = people.slice(0, MOST_NAMED).map((person) => saySeen(person, film));
  const more = people.length > MOST_NAMED ? ` and ${people.length - MOST_NAMED} more` : '';
  return new Refusal(
    'which-donor',
    `${name} shows several people, and whose face is to be taken has to be said, as ${sayWho(people[0].person)}: ` +
      `${seen.join(', ')}${more}.`,
  );
}

const MOST_NAMED = 8;

/** The mean face of somebody, nothing where there is none. */
function facesOf({ tracks }: PeopledFilm, person: SeenPerson | undefined): Float32Array[] {
  if (person === undefined) return [];
  const own = tracks.filter(({ id }) => person.tracks.includes(id)).map(({ identity }) => identity);
  return own.length === 0 ? [] : [meanOf(own)];
}

const meanOf = (faces: readonly Float32Array[]): Float32Array =>
  unitVector(faces[0].map((_, axis) => faces.reduce((total, face) => total + face[axis], 0)));
