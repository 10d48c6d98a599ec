import { useMemo } from 'react';
import { portraitUrl, usePerformers, type Performer } from '#lib/api/cast.ts';
import { useMay } from '#lib/api/session.ts';
import {
  useDubTimelines,
  useSourceTimeline,
  type DubTimeline,
  type SourceTimeline,
} from '#lib/api/timeline.ts';
import type { Dub, Source } from '#lib/api/titles.ts';
import {
  frameTimesOf,
  sourceUrls,
  useFrameTimes,
  usePeaks,
  useThumbnails,
  type FrameTimes,
} from '#lib/film/index.ts';
import { faceRowsOf, lineRowOf, shotBlocksOf } from './buildModel.ts';
import { listShots, type ListedShot } from './shotList.ts';
import { soundLevelsOf } from './soundLevels.ts';
import type { LineRow, MarkRow, TimelineModel } from './timelineModel.ts';

/** Which film is wanted, with which of its dubs. */
export interface WantedFilm {
  readonly title: string;
  readonly source: Source;
  /** Those whose lines are shown, in the order of their rows. */
  readonly dubs: readonly Dub[];
  /** The dub or replacement whose shots' states are shown; all are untouched without one. */
  readonly statesOf: string | null;
  readonly marks?: readonly MarkRow[];
}

/** A film as timelines and lists show it. */
export interface FilmOnTimeline {
  /** Reckoned from the facts of the film until the times of its frames are there; `null` while not even they are. */
  readonly frames: FrameTimes | null;
  readonly model: TimelineModel | null;
  readonly shots: readonly ListedShot[];
  /** What is known of the dub or replacement whose states are shown. */
  readonly dub: DubTimeline | undefined;
  /** What is known of each dub, in their order. */
  readonly dubTimelines: readonly (DubTimeline | undefined)[];
  readonly performers: readonly Performer[];
  readonly error: unknown;
}

const NO_PERFORMERS: readonly Performer[] = [];
const NO_MARKS: readonly MarkRow[] = [];
const NO_DUBS: readonly string[] = [];
const NO_SHOTS: SourceTimeline = { shots: [], tracks: [] };

/** Reads everything that lies along a film, in a handful of requests whatever its length. */
export function useFilmOnTimeline({
  title,
  source,
  dubs,
  statesOf,
  marks = NO_MARKS,
}: WantedFilm): FilmOnTimeline {
  const may = useMay();
  const frames = useFrames(source);
  const { data: timeline = NO_SHOTS, error } = useSourceTimeline(source.id);
  const { data: performers = NO_PERFORMERS } = usePerformers(title, may('performers:read'));
  const dubTimelines = useDubTimelines(dubs.map(({ id }) => id));
  const [dub] = useDubTimelines(statesOf === null ? NO_DUBS : [statesOf]);
  const lines = useLineRows(frames, dubs, dubTimelines);
  const { sound, pictures } = useViews(source);
  const shots = useMemo(() => shotBlocksOf(timeline, dub), [timeline, dub]);
  const faces = useMemo(() => faceRowsOf(timeline, performers, portraitUrl), [timeline, performers]);
  const model = useMemo<TimelineModel | null>(
    () => frames && { frames, shots, faces, sound, lines, marks, pictures },
    [frames, shots, faces, sound, lines, marks, pictures],
  );
  const list = useMemo(
    () => (frames === null ? [] : listShots({ timeline, performers, dub, frames })),
    [timeline, performers, dub, frames],
  );
  return { frames, model, shots: list, dub, dubTimelines, performers, error };
}

function useFrames({ id, viewing, facts }: Source): FrameTimes | null {
  const { data } = useFrameTimes(viewing === null ? undefined : id);
  const count = facts?.frames;
  const num = facts?.rate.num;
  const den = facts?.rate.den;
  return useMemo(() => {
    if (data !== undefined) return data;
    if (count === undefined || num === undefined || den === undefined || count === 0) return null;
    const even = { variable: false, timecode: null, timeBase: { num: den, den: num }, keyFrames: [] };
    return frameTimesOf({ ...even, frames: count, rate: { num, den }, times: [[1, count]] });
  }, [data, count, num, den]);
}

function useViews({ id, viewing, facts }: Source): Pick<TimelineModel, 'sound' | 'pictures'> {
  const seen = viewing !== null ? id : undefined;
  const { data: index } = useThumbnails(seen);
  const { data: peaks } = usePeaks(viewing?.sound ? sourceUrls(id).peaks : undefined, facts?.seconds);
  const sound = useMemo(() => (peaks ? soundLevelsOf(peaks) : null), [peaks]);
  const pictures = useMemo(
    () => (index ? { index, sheet: sourceUrls(id).sheet, proxy: sourceUrls(id).proxy } : null),
    [index, id],
  );
  return { sound, pictures };
}

/** The row of a dub is laid out once for each answer. */
const laid = new WeakMap<DubTimeline, { readonly frames: FrameTimes; readonly row: LineRow }>();

function useLineRows(
  frames: FrameTimes | null,
  dubs: readonly Dub[],
  timelines: readonly (DubTimeline | undefined)[],
): readonly LineRow[] {
  return useMemo(() => {
    if (frames === null) return [];
    return dubs.flatMap((dub, at) => {
      const timeline = timelines[at];
      if (timeline === undefined || timeline.lines.length === 0) return [];
      const known = laid.get(timeline);
      if (known?.frames === frames) return [known.row];
      const row = lineRowOf(frames, dub, timeline);
      laid.set(timeline, { frames, row });
      return [row];
    });
  }, [frames, dubs, timelines]);
}
