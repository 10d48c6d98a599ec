import { isUnnamed, type Performer, type PerformerChanges } from '#lib/api/cast.ts';

/** Those who are seen most first; who is seen equally long keeps the order. */
export const mostSeenFirst = (performers: readonly Performer[]): Performer[] =>
  performers.toSorted((a, b) => b.screen.frames - a.screen.frames);

/** Performers with some of them changed. */
export const withChanges = (
  performers: readonly Performer[],
  ids: ReadonlySet<string>,
  changes: PerformerChanges,
): Performer[] => performers.map((each) => (ids.has(each.id) ? { ...each, ...changes } : each));

/** Performers with one of them as the server answered it; somebody new comes last. */
export const withAnswer = (performers: readonly Performer[], answer: Performer): Performer[] =>
  performers.some(({ id }) => id === answer.id)
    ? performers.map((each) => (each.id === answer.id ? answer : each))
    : [...performers, answer];

/** Performers once some of them turned out to be another one, as far as that can be told without the server. */
export function withMerged(
  performers: readonly Performer[],
  from: ReadonlySet<string>,
  into: string,
): Performer[] {
  const gone = performers.filter(({ id }) => from.has(id) && id !== into);
  return performers
    .filter(({ id }) => !from.has(id) || id === into)
    .map((each) => (each.id === into ? gone.reduce(joined, each) : each));
}

function joined(one: Performer, other: Performer): Performer {
  const sum = (name: 'tracks' | 'shots' | 'frames'): number => one.screen[name] + other.screen[name];
  const seconds =
    one.screen.seconds === null && other.screen.seconds === null
      ? null
      : (one.screen.seconds ?? 0) + (other.screen.seconds ?? 0);
  return {
    ...one,
    screen: { tracks: sum('tracks'), shots: sum('shots'), frames: sum('frames'), seconds },
    height: largerOf(one.height, other.height),
  };
}

function largerOf(one: Performer['height'], other: Performer['height']): Performer['height'] {
  if (one === null || other === null) return one ?? other;
  return one.largest >= other.largest ? one : other;
}

/** Who is joined with whom. */
export interface Joining {
  readonly from: readonly Performer[];
  readonly into: Performer;
}

/**
 * Says who stays when some performers are dropped on another one: the one they were dropped on; but one who was named
 * stays rather than one who was not, whichever way they were dropped.
 */
export function whoStays(dropped: readonly Performer[], on: Performer): Joining {
  const named = isUnnamed(on) ? dropped.filter((each) => !isUnnamed(each)) : [];
  if (named.length !== 1) return { from: dropped.filter(({ id }) => id !== on.id), into: on };
  return { from: [on, ...dropped.filter(({ id }) => id !== named[0].id)], into: named[0] };
}

/** Those who are seen for less time than that, among performers who are not ignored yet. */
export const seenLessThan = (performers: readonly Performer[], seconds: number): Performer[] =>
  performers.filter(({ ignored, screen }) => !ignored && (screen.seconds ?? 0) < seconds);
