import type { SourceTimeline } from '#lib/api/timeline.ts';

type Shot = SourceTimeline['shots'][number];

/** The shots of a film in which a performer is seen, in its order. */
export function shotsWith({ shots, tracks }: SourceTimeline, performer: string): readonly Shot[] {
  const seen = new Set(tracks?.flatMap((track) => (track.performer === performer ? [track.shot] : [])));
  return shots.filter(({ index }) => seen.has(index));
}

/** Shots with one more, or one less. */
export function withShot(chosen: ReadonlySet<number>, shot: number, wanted: boolean): ReadonlySet<number> {
  const next = new Set(chosen);
  if (wanted) next.add(shot);
  else next.delete(shot);
  return next;
}
