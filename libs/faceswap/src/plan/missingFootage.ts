import { quantile } from '@mondwerk/film';
import { measureOf, type MeasureName } from '../donor/expression.ts';
import type { FaceAtlas, FaceEntry } from '../donor/faceAtlas.ts';
import { anglesIn, lightFrom } from './faceLooks.ts';
import { judgingOf } from './planFaces.ts';
import { anglesFromFootage, FARTHEST, type Judging } from './whyLeft.ts';

/** Something that the replaced performer does and that the donor footage never shows. */
export interface MissingFootage {
  readonly what:
    'faces' | 'yaw' | 'pitch' | 'angles' | 'shut eyes' | 'open mouth' | 'wide mouth' | 'light' | 'size';
  /** In how many frames of the replaced performer. */
  readonly frames: number;
  /** In plain words and numbers. */
  readonly sentence: string;
}

/** Fewer frames are not worth a word. */
const FEWEST = 5;

/** Says beforehand what the donor footage lacks for these tracks of the replaced performer; all of them when left out. */
export function sayMissing(
  replaced: FaceAtlas,
  shown: FaceAtlas,
  tracks?: ReadonlySet<string>,
): MissingFootage[] {
  const judging = judgingOf(replaced, shown);
  const wanted = replaced.entries.filter(({ track }) => tracks === undefined || tracks.has(track));
  if (judging.sources.length === 0) {
    const sentence = `none of the ${shown.entries.length} frames of the donor footage shows the face large, sharp and free enough to be used`;
    return [{ what: 'faces', frames: wanted.length, sentence }];
  }
  return [
    ...turnsMissing(wanted, judging),
    ...doingsMissing(wanted, judging.sources),
    ...lightMissing(wanted, judging.sources),
    ...sizeMissing(wanted, judging.sources),
  ].filter(({ frames }) => frames >= FEWEST);
}

/** All but a few frames in a thousand, in which landmarks may be wrong. */
const SURE = { least: 0.005, most: 0.995 } as const;

/** Radians beyond what was seen over which nothing is lost. */
const BEYOND = (6 * Math.PI) / 180;

const DIRECTIONS = [
  { what: 'yaw', axis: 0, sign: 1, where: 'to the right of the picture' },
  { what: 'yaw', axis: 0, sign: -1, where: 'to the left of the picture' },
  { what: 'pitch', axis: 1, sign: 1, where: 'downwards' },
  { what: 'pitch', axis: 1, sign: -1, where: 'upwards' },
] as const;

function turnsMissing(wanted: readonly FaceEntry[], judging: Judging): MissingFootage[] {
  const { sources, shownUsual, replacedUsual } = judging;
  const apart = anglesFromFootage(wanted, judging);
  const told = new Set<number>();
  const found = DIRECTIONS.map(({ what, axis, sign, where }): MissingFootage => {
    const most = quantile(
      sources.map((source) => sign * anglesIn(source, shownUsual)[axis]),
      SURE.most,
    );
    const beyond = indicesWhere(
      wanted,
      (entry) => sign * anglesIn(entry, replacedUsual)[axis] > most + BEYOND,
    );
    beyond.forEach((i) => told.add(i));
    const sentence = `${what} beyond ${degrees(most + BEYOND)}° ${where} in ${count(beyond.length)}: the donor footage shows at most ${degrees(most)}°${leftOf(beyond, apart)}`;
    return { what, frames: beyond.length, sentence };
  });
  const rest = indicesWhere(wanted, (_, i) => apart[i] > 2 * BEYOND && !told.has(i));
  const sentence = `a head turned and nodding at once as in ${count(rest.length)}: not seen in the donor footage${leftOf(rest, apart)}`;
  return [...found, { what: 'angles', frames: rest.length, sentence }];
}

/** How many of these keep the face they have. */
function leftOf(frames: readonly number[], apart: Float32Array): string {
  const left = frames.filter((i) => apart[i] > FARTHEST).length;
  return left === 0 ? '' : `; ${count(left)} of them keep the old face`;
}

/** What faces do that can only be taken from where it was seen: beyond this much more than was seen, much is made up. */
const DOINGS: readonly {
  readonly what: 'shut eyes' | 'open mouth' | 'wide mouth';
  readonly measures: readonly MeasureName[];
  readonly sign: 1 | -1;
  readonly more: number;
  readonly say: (share: number) => string;
}[] = [
  {
    ...{ what: 'shut eyes', measures: ['lidsLeft', 'lidsRight'], sign: -1, more: 0.35 },
    say: (share) => `eyes more than ${percent(share)} shut`,
  },
  {
    ...{ what: 'open mouth', measures: ['open'], sign: 1, more: 0.04 },
    say: (share) => `lips further than ${percent(share)} of the distance between the eyes apart`,
  },
  {
    ...{ what: 'wide mouth', measures: ['width'], sign: 1, more: 0.1 },
    say: (share) => `a mouth more than ${percent(share)} wider than at rest`,
  },
];

function doingsMissing(wanted: readonly FaceEntry[], sources: readonly FaceEntry[]): MissingFootage[] {
  return DOINGS.map(({ what, measures, sign, more, say }) => {
    const done = ({ expression }: FaceEntry): number =>
      measures.reduce((sum, name) => sum + (sign * measureOf(expression, name)) / measures.length, 0);
    const most = Math.max(0, quantile(sources.map(done), SURE.most));
    const frames = indicesWhere(wanted, (entry) => done(entry) > most + more).length;
    const sentence = `${say(most + more)} in ${count(frames)}: the donor footage shows at most ${percent(most)}`;
    return { what, frames, sentence };
  });
}

/** Light from one side only is 1 away from even light. */
const OTHER_LIGHT = 0.2;

function lightMissing(wanted: readonly FaceEntry[], sources: readonly FaceEntry[]): MissingFootage[] {
  const lights = sources.map(lightFrom);
  const frames = indicesWhere(wanted, (entry) => {
    const [side, above] = lightFrom(entry);
    return lights.every(([x, y]) => Math.hypot(x - side, y - above) > OTHER_LIGHT);
  }).length;
  const sentence = `light from a side from which it never falls in the donor footage in ${count(frames)}: shadows will be made up`;
  return [{ what: 'light', frames, sentence }];
}

/** Enlarged by more, a face looks soft beside its hair. */
const ENLARGED = 1.4;

function sizeMissing(wanted: readonly FaceEntry[], sources: readonly FaceEntry[]): MissingFootage[] {
  const most = quantile(
    sources.map(({ eyeDistance }) => eyeDistance),
    0.95,
  );
  const larger = wanted.filter(({ eyeDistance }) => eyeDistance > ENLARGED * most);
  const largest = larger.reduce((size, { eyeDistance }) => Math.max(size, eyeDistance), 0);
  const sentence = `a face up to ${Math.round(largest)} pixels between the eyes in ${count(larger.length)}: the donor footage shows at most ${Math.round(most)}, and the new face will be softer`;
  return [{ what: 'size', frames: larger.length, sentence }];
}

function indicesWhere(
  entries: readonly FaceEntry[],
  is: (entry: FaceEntry, index: number) => boolean,
): number[] {
  return [...entries.keys()].filter((i) => is(entries[i], i));
}

const degrees = (radians: number): number => Math.round((radians * 180) / Math.PI);
const percent = (share: number): string => `${Math.round(100 * share)}%`;
const count = (frames: number): string => (frames === 1 ? '1 frame' : `${frames} frames`);
