import { overlaps, type Performer } from '@mondwerk/film';
import { likeness, unitVector, type IdentifiedTrack } from '@mondwerk/face';

/** Faces less alike than this are not taken for one person's (as in `clusterPerformers`). */
const LEAST_LIKENESS = 0.65;

/** Under this likeness a reviewer is told, and so where somebody else is nearly as like. */
const SURE_LIKENESS = 0.72;
const NEARLY = 0.06;

/** Where a person says whose footage it is, they may look so little alike: make-up, light and years. */
const LEAST_OF_NAMED = 0.5;

/** Somebody in other footage who is taken for one of the film's performers. */
export interface FoundPerson {
  readonly performer: string;
  readonly tracks: readonly string[];
  /** Cosine of the mean face descriptors. */
  readonly likeness: number;
  /** Why it may be somebody else, `null` when it is plain. */
  readonly doubt: string | null;
}

/** People with the tracks in which they are seen. */
export interface SeenPeople {
  readonly people: readonly Performer[];
  readonly tracks: readonly IdentifiedTrack[];
}

/**
 * Finds a film's performers among the people of other footage: each person there is the performer whose face is most
 * like theirs, if it is like enough. `named` says whose footage it is: nobody else is looked for then.
 */
export function matchPeople(film: SeenPeople, footage: SeenPeople, named?: string): FoundPerson[] {
  const faces = facesOf(film);
  const found: FoundPerson[] = [];
  for (const { id, face } of facesOf(footage)) {
    const { tracks } = footage.people.find((person) => person.id === id)!;
    const [best, second] = faces
      .map((performer) => ({ performer: performer.id, likeness: likeness(face, performer.face) }))
      .sort((a, b) => b.likeness - a.likeness);
    if (best === undefined || (named !== undefined && best.performer !== named)) continue;
    if (best.likeness < (named === undefined ? LEAST_LIKENESS : LEAST_OF_NAMED)) continue;
    found.push({ ...best, tracks, doubt: doubtOf(best, second) });
  }
  return onePlaceAtATime(found, footage.tracks);
}

interface Likeness {
  readonly performer: string;
  readonly likeness: number;
}

function doubtOf(best: Likeness, second: Likeness | undefined): string | null {
  if (second !== undefined && best.likeness - second.likeness < NEARLY)
    return `${second.performer} looks nearly as much like it`;
  if (best.likeness >= SURE_LIKENESS) return null;
  return `the faces are only alike by ${best.likeness.toFixed(2)}, where those of one person mostly are by more than ${SURE_LIKENESS}`;
}

/** The mean face of everybody. */
function facesOf({ people, tracks }: SeenPeople): { readonly id: string; readonly face: Float32Array }[] {
  const byId = new Map(tracks.map((track) => [track.id, track]));
  return people.flatMap(({ id, tracks: own }) => {
    const faces = own.flatMap((track) => byId.get(track)?.identity ?? []);
    if (faces.length === 0) return [];
    const sum = faces[0].map((_, axis) => faces.reduce((total, face) => total + face[axis], 0));
    return [{ id, face: unitVector(sum) }];
  });
}

/** Nobody is seen twice in a picture: of two people side by side who are both like a performer, the liker one stays. */
function onePlaceAtATime(found: readonly FoundPerson[], tracks: readonly IdentifiedTrack[]): FoundPerson[] {
  const kept: FoundPerson[] = [];
  for (const person of found.toSorted((a, b) => b.likeness - a.likeness)) {
    const same = kept.filter(({ performer }) => performer === person.performer);
    if (!same.some((other) => sideBySide(person, other, tracks))) kept.push(person);
  }
  return kept;
}

function sideBySide(a: FoundPerson, b: FoundPerson, tracks: readonly IdentifiedTrack[]): boolean {
  const ofA = tracks.filter(({ id }) => a.tracks.includes(id));
  const ofB = tracks.filter(({ id }) => b.tracks.includes(id));
  return ofA.some((one) => ofB.some((two) => one.shot === two.shot && overlaps(one.span, two.span)));
}
