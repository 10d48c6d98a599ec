import type { FaceTrack, Performer } from '@mondwerk/film';
import { wholeSpan } from '@mondwerk/media';
import type { TrackSummary } from '../casting/trackSummary.ts';
import type { FootageInput } from '../checkedOrder.ts';
import type { Run } from '../run.ts';
import { findPerformers } from '../stages/castPerformers.ts';
import type { Faces } from '../stages/trackFaces.ts';
import { watchFilm } from '../watchFilm.ts';

/** Shots of other footage are numbered from its own number times this on, so that no two films share one. */
const FOOTAGE_SHOTS = 1_000_000;

/** Another film whose faces were followed; the names of its tracks and the numbers of its shots are its own. */
export interface OtherFilm {
  /** Names what was found in it. */
  readonly key: string;
  readonly people: readonly Performer[];
  readonly tracks: readonly TrackSummary[];
  /** The tracks of one of its shots with all their points. */
  readonly read: Faces['read'];
}

/** Follows the faces of another film, which is read as a film that it belongs to; its `number` counts from 1. */
export async function followOther(
  run: Run,
  number: number,
  { film, name, sha256 }: Pick<FootageInput, 'film' | 'name' | 'sha256'>,
): Promise<OtherFilm> {
  const { width, height, format, conversion } = film;
  // The same file is tracked anew where it is read in another size or other colours.
  const filmHash = [sha256, width, height, format.name, ...(conversion ?? [])].join(' ');
  const checked = { film, filmName: name, filmHash };
  const { key, value } = (await watchFilm(run, checked, wholeSpan(film))).faces;
  const people = findPerformers(value);
  return {
    key,
    people: people.map(({ id, tracks }) => ({ id, tracks: tracks.map((track) => idIn(number, track)) })),
    tracks: value.tracks.map((track) => numbered(track, number)),
    read: async (shot) =>
      (await value.read(shot - number * FOOTAGE_SHOTS)).map((track) => numbered(track, number)),
  };
}

/** The number of the other footage that a shot is of, 0 where it is the film's own. */
export const footageOf = (shot: number): number => Math.floor(shot / FOOTAGE_SHOTS);

const idIn = (number: number, track: string): string => `footage-${number}-${track}`;

const numbered = <T extends Pick<FaceTrack, 'id' | 'shot'>>(track: T, number: number): T => ({
  ...track,
  id: idIn(number, track.id),
  shot: track.shot + number * FOOTAGE_SHOTS,
});
