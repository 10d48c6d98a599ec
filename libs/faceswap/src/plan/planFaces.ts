import { easing, type FrameSpan } from '@mondwerk/film';
import { dissolveRuns, thinRuns, type WeightedFrame } from '@mondwerk/face';
import type { FaceAtlas, FaceEntry } from '../donor/faceAtlas.ts';
import { chooseFaces, openFaceShop, STEPS, type ChosenFaces, type FaceShop } from './chooseFaces.ts';
import { usualOf } from './faceLooks.ts';
import { pairFaces } from './facePair.ts';
import type { PlannedFace } from './plannedFace.ts';
import { whyLeft, type Judging } from './whyLeft.ts';

/** A track of the replaced performer, and the frames of it that get another face. */
export interface ReplacedTrack {
  readonly track: string;
  readonly span: FrameSpan;
  /** Whether the new face must come in or go out softly because the shot shows the old one beyond the span; not at cuts. */
  readonly easeEnds: { readonly first: boolean; readonly last: boolean };
  /** Frames in which people want the face left as it was. */
  readonly left?: readonly FrameSpan[];
}

/**
 * Plans every frame of one track. Frames in which the face was not seen come back as passed through. Planning computes
 * for long: it yields now and then, so that others come to their turn and it can be given up.
 */
export type FacePlanner = (wanted: ReplacedTrack) => Generator<void, PlannedFace[]>;

/** Sources beyond this many of one film or footage cost time and add little. */
const MOST_SOURCES = 4000;

/** Makes ready to plan the tracks of the replaced performer: what is the same for all of them is worked out once. */
export function facePlannerOf(replaced: FaceAtlas, shown: FaceAtlas): FacePlanner {
  const judging = judgingOf(replaced, shown);
  const shop = openFaceShop(judging.sources, judging.shownUsual, judging.replacedUsual);
  const byTrack = Map.groupBy(replaced.entries, ({ track }) => track);
  return (wanted) => planTrack(wanted, byTrack.get(wanted.track) ?? [], shop, judging);
}

/** The shown performer's frames that can be used, and how both performers' are compared. */
export function judgingOf(replaced: FaceAtlas, shown: FaceAtlas): Judging {
  const { lean } = pairFaces(replaced, shown);
  const trusted = shown.entries.filter(({ distrusted }) => distrusted === undefined);
  // Each by itself, so that a little of one footage is not lost among thousands of frames of another.
  const sources = [...Map.groupBy(trusted, ({ footage }) => footage).values()].flatMap((own) =>
    thinRuns(own, MOST_SOURCES),
  );
  return {
    sources,
    shownUsual: usualOf(sources, lean),
    replacedUsual: usualOf(replaced.entries, 0),
  };
}

function* planTrack(
  { track, span, easeEnds, left = [] }: ReplacedTrack,
  own: readonly FaceEntry[],
  shop: FaceShop,
  judging: Judging,
): Generator<void, PlannedFace[]> {
  const entries = new Map(own.map((entry) => [entry.frame, entry]));
  const frames = Array.from({ length: span.end - span.start }, (_, i) => span.start + i);
  const reasons = whyLeft(frames, entries, left, judging);
  const strengths = easing(
    reasons.map((reason) => reason !== undefined),
    easeEnds,
  );
  const changed = frames.filter((_, i) => strengths[i] > 0);
  const chosen = yield* chooseFaces(
    changed.map((frame) => entries.get(frame)!),
    shop,
  );
  const placeOf = new Map(changed.map((frame, at) => [frame, at]));
  return frames.map((frame, i) => {
    const at = placeOf.get(frame);
    return {
      ...{ track, frame, strength: strengths[i], reason: reasons[i] ?? null },
      ...(at === undefined ? NOTHING : sourcesAt(at, chosen, shop.sources)),
    };
  });
}

const NOTHING = { faces: [], mouths: [], eyes: [] } as const;

function sourcesAt(
  at: number,
  chosen: ChosenFaces,
  sources: readonly FaceEntry[],
): Pick<PlannedFace, 'faces' | 'mouths' | 'eyes'> {
  const faces = dissolveRuns(chosen.face, at, sources, STEPS);
  const apart = (own: readonly number[]): WeightedFrame[] => {
    const found = dissolveRuns(own, at, sources, STEPS);
    return isSame(found, faces) ? [] : found;
  };
  return { faces, mouths: apart(chosen.mouth), eyes: apart(chosen.eyes) };
}

const isSame = (a: readonly WeightedFrame[], b: readonly WeightedFrame[]): boolean =>
  a.length === b.length &&
  a.every(
    ({ footage, track, frame }, i) =>
      footage === b[i].footage && track === b[i].track && frame === b[i].frame,
  );
