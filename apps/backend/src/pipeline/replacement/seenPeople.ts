import { formatTimecode, perSecond, type Performer } from '@mondwerk/film';
import type { Film } from '@mondwerk/media';
import type { TrackSummary } from '../casting/trackSummary.ts';

/** Somebody who is seen in a film. */
export interface SeenPerson {
  readonly person: string;
  readonly tracks: readonly string[];
  readonly shots: number;
  /** On the screen. */
  readonly seconds: number;
  /** Of the largest face, as a share of the picture's height. */
  readonly height: number;
  /** The first frame in which they are seen. */
  readonly first: number;
}

/** Everybody in a film, those first who are seen most often and largest. */
export function seenPeople(
  people: readonly Performer[],
  tracks: readonly TrackSummary[],
  { rate, height }: Pick<Film, 'rate' | 'height'>,
): SeenPerson[] {
  const byId = new Map(tracks.map((track) => [track.id, track]));
  return people
    .map(({ id, tracks: names }) => {
      const own = names.flatMap((name) => byId.get(name) ?? []);
      return {
        ...{ person: id, tracks: names },
        shots: new Set(own.map(({ shot }) => shot)).size,
        seconds: own.reduce((sum, track) => sum + track.frames, 0) / perSecond(rate),
        height: Math.max(0, ...own.map((track) => track.height)) / height,
        first: Math.min(...own.map(({ span }) => span.start)),
      };
    })
    .filter(({ seconds }) => seconds > 0)
    .sort((a, b) => weightOf(b) - weightOf(a));
}

/** How much there is to take from somebody: for how long they are seen, and in how many pixels. */
export const weightOf = ({ seconds, height }: Pick<SeenPerson, 'seconds' | 'height'>): number =>
  seconds * height * height;

/** Where and how somebody is seen, for people: `performer-2 (3.2 s, faces up to 41% of the picture’s height, first at 00:00:01:04)`. */
export const saySeen = (
  { person, seconds, height, first }: SeenPerson,
  { rate }: Pick<Film, 'rate'>,
): string =>
  `${person} (${seconds.toFixed(1)} s, faces up to ${Math.round(100 * height)}% of the picture’s height, ` +
  `first at ${formatTimecode(first, rate)})`;
