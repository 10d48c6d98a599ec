import type { DubTimeline, SourceTimeline } from '#lib/api/timeline.ts';

/** A shot of a dub, as reviewers see it. */
export interface ReviewShot {
  readonly id: string;
  /** Its number in the film, from 0. */
  readonly index: number;
  readonly start: number;
  /** The frame after the last. */
  readonly end: number;
  readonly state: DubTimeline['shots'][number]['state'];
  /** The take that counts; `null` before one was rendered. */
  readonly take: DubTimeline['shots'][number]['take'];
}

/** Which shots are listed. */
export const SHOT_FILTERS = ['to-review', 'sent-back', 'approved', 'rendered'] as const;

/** Which shots are listed: those in a state, or all that have a take. */
export type ShotFilter = (typeof SHOT_FILTERS)[number];

/** The shots of a dub in the order of the film; `decided` says where some stand that the server does not know of yet. */
export function reviewShots(
  { shots }: SourceTimeline,
  dub: DubTimeline,
  decided: ReadonlyMap<number, ReviewShot['state']>,
): ReviewShot[] {
  const standing = new Map(dub.shots.map((shot) => [shot.index, shot]));
  return shots.map(({ id, index, start, end }) => {
    const { state = 'untouched', take = null } = standing.get(index) ?? {};
    return { id, index, start, end, take, state: decided.get(index) ?? state };
  });
}

/** Whether a filter lets a shot through. */
export const passes = (filter: ShotFilter, { state, take }: ReviewShot): boolean =>
  filter === 'rendered' ? take !== null : state === filter;

/** The shot in which a frame is; the last one behind the end. */
export function shotAt(shots: readonly ReviewShot[], frame: number): ReviewShot | undefined {
  let low = 0;
  let high = shots.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (shots[middle].start <= frame) low = middle;
    else high = middle - 1;
  }
  return shots[low];
}

/** The next shot after one that waits to be reviewed, from the beginning again where there is none behind it. */
export function nextToReview(shots: readonly ReviewShot[], after: number): ReviewShot | undefined {
  const waiting = shots.filter(({ state, index }) => state === 'to-review' && index !== after);
  return waiting.find(({ index }) => index > after) ?? waiting[0];
}

/** Where somebody begins who says nothing: at what is to be reviewed, else at what was rendered. */
export const firstToShow = (shots: readonly ReviewShot[]): ReviewShot | undefined =>
  nextToReview(shots, -1) ?? shots.find(({ take }) => take !== null) ?? shots[0];
