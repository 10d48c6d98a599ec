import type { Performer } from '#lib/api/cast.ts';
import type { DubTimeline, SourceTimeline } from '#lib/api/timeline.ts';
import type { FrameTimes } from '#lib/film/index.ts';
import { placeOf } from '#lib/film/places.ts';
import { layLines } from './layLines.ts';
import { SHOT_STATES } from './shotStates.ts';
import { spansOf } from './spans.ts';
import type { FaceRow, LineRow, ShotBlocks } from './timelineModel.ts';

/** A line of a script as it lies along the film. */
export type TimelineLine = DubTimeline['lines'][number];

const UNTOUCHED = SHOT_STATES.indexOf('untouched');

/** The shots of a source, each where it stands in a dub; untouched without one. */
export function shotBlocksOf({ shots }: SourceTimeline, dub: DubTimeline | undefined): ShotBlocks {
  const states = new Uint8Array(shots.length).fill(UNTOUCHED);
  for (const { index, state } of dub?.shots ?? []) {
    if (index < states.length) states[index] = Math.max(0, SHOT_STATES.indexOf(state));
  }
  return { spans: spansOf(shots), states };
}

/** A row for everybody who is seen and may be dubbed, those who are seen most first. */
export function faceRowsOf(
  { tracks }: SourceTimeline,
  performers: readonly Performer[],
  portraitOf: (performer: string) => string,
): FaceRow[] {
  const faces = Map.groupBy(tracks ?? [], ({ performer }) => performer);
  return performers
    .filter(({ id, ignored }) => !ignored && faces.has(id))
    .map(({ id, name, hasPortrait }) => ({
      ...{ performer: id, name, portrait: hasPortrait ? portraitOf(id) : null },
      spans: spansOf(faces.get(id)!.toSorted((a, b) => a.start - b.start)),
    }));
}

/** What is said in a dub, along the film; lines without times are left out. */
export function lineRowOf(
  frames: FrameTimes,
  { id, language }: { readonly id: string; readonly language: string },
  { lines }: DubTimeline,
): LineRow {
  const laid = lines
    .filter(({ start }) => start !== null)
    .map((line) => ({ line, start: placeOf(frames, line.start!), end: endOf(frames, line) }))
    .sort((a, b) => a.start - b.start);
  const { levels, count } = layLines(laid);
  return {
    ...{ dub: id, language, spans: spansOf(laid), levels, levelCount: count },
    texts: laid.map(({ line }) => line.text.replaceAll(/\s+/g, ' ')),
    ids: laid.map(({ line }) => line.id),
    numbers: laid.map(({ line }) => line.index),
    offScreen: Uint8Array.from(laid, ({ line }) => (line.offScreen ? 1 : 0)),
  };
}

/** A line of which nobody says when it ends is a second long. */
const endOf = (frames: FrameTimes, { start, end }: TimelineLine): number =>
  placeOf(frames, Math.max(end ?? start! + 1, start! + 0.04));
