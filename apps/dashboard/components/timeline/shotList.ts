import type { Performer } from '#lib/api/cast.ts';
import type { DubTimeline, SourceTimeline } from '#lib/api/timeline.ts';
import type { FrameTimes } from '#lib/film/index.ts';
import { placeOf } from '#lib/film/places.ts';
import type { ShotState } from './shotStates.ts';
import { firstAbove } from './spans.ts';

/** A shot with what is known of it. */
export interface ListedShot {
  readonly id: string;
  readonly index: number;
  readonly start: number;
  /** The frame after the last. */
  readonly end: number;
  readonly state: ShotState;
  readonly take: DubTimeline['shots'][number]['take'];
  /** Those who are seen and may be dubbed. */
  readonly performers: readonly Performer[];
  /** How many lines of the dub are said in it, in whole or in part. */
  readonly lines: number;
}

interface Known {
  readonly timeline: SourceTimeline;
  readonly performers: readonly Performer[];
  readonly dub: DubTimeline | undefined;
  readonly frames: FrameTimes;
}

/** The shots of a film, in its order, as a list tells of them. */
export function listShots({ timeline, performers, dub, frames }: Known): ListedShot[] {
  const seen = seenInShots(timeline, performers);
  const standing = new Map(dub?.shots.map((shot) => [shot.index, shot]));
  const lines = linesInShots(timeline, dub, frames);
  return timeline.shots.map(({ id, index, start, end }, at) => ({
    ...{ id, index, start, end, lines: lines[at] },
    state: standing.get(index)?.state ?? 'untouched',
    take: standing.get(index)?.take ?? null,
    performers: seen.get(index) ?? [],
  }));
}

function seenInShots({ tracks }: SourceTimeline, performers: readonly Performer[]): Map<number, Performer[]> {
  const known = new Map(performers.filter(({ ignored }) => !ignored).map((each) => [each.id, each]));
  const seen = new Map<number, Performer[]>();
  for (const { shot, performer } of tracks ?? []) {
    const somebody = known.get(performer);
    if (somebody === undefined) continue;
    const others = seen.get(shot);
    if (others === undefined) seen.set(shot, [somebody]);
    else if (!others.includes(somebody)) others.push(somebody);
  }
  return seen;
}

function linesInShots(
  { shots }: SourceTimeline,
  dub: DubTimeline | undefined,
  frames: FrameTimes,
): Uint32Array {
  const counts = new Uint32Array(shots.length);
  const ends = Float64Array.from(shots, ({ end }) => end);
  for (const { start, end } of dub?.lines ?? []) {
    if (start === null) continue;
    const from = placeOf(frames, start);
    const to = placeOf(frames, end ?? start);
    for (
      let at = firstAbove(ends, from);
      at < shots.length && shots[at].start < Math.max(to, from + 1e-6);
      at++
    ) {
      counts[at]++;
    }
  }
  return counts;
}
