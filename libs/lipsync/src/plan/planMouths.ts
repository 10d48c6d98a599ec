import { contains, easing, quantile, type FrameSpan } from '@mondwerk/film';
import type { Atlas, AtlasEntry } from '../atlas/buildAtlas.ts';
import { coordinatesOfMouth, featuresOf, type MouthSpace } from '../atlas/mouthSpace.ts';
import { mouthShiftAt, shiftAt } from '../atlas/poseBias.ts';
import {
  dissolveRuns,
  openingOf,
  smoothRows,
  steadyReasons,
  thinRuns,
  type WeightedFrame,
} from '@mondwerk/face';
import type { PassReason } from '../atlas/passReason.ts';
import { apertureOf, MOUTH_POINTS } from '../motion/index.ts';
import { actingBaseline, cornersOf } from './baseline.ts';
import { learnOpening, takeOwnShapes, type Opening } from './ownShape.ts';
import { chooseSources, STEPS, type WantedMouth } from './chooseSources.ts';
import { USUAL_PLAN, type PlanSettings } from './planSettings.ts';
import { projectMouth, type KnownMouths } from './projectMouth.ts';

/** What one face track shall do: a displacement from rest for each frame of a span (frames × 41 × 3, eye distances). */
export interface WantedTrack {
  readonly track: string;
  readonly span: FrameSpan;
  readonly displacement: Float32Array;
  /** Whether the new mouth must come in or go out softly because the shot shows the old one beyond the span. */
  readonly easeEnds: { readonly first: boolean; readonly last: boolean };
  /** Frames in which people want the mouth left as it was. */
  readonly left?: readonly FrameSpan[];
  /** Frames in which the old mouth is left because it says nearly what it should. */
  readonly fits?: readonly FrameSpan[];
  /** How single frames are planned, each span as a person wants it; as usual elsewhere. */
  readonly settings?: readonly { readonly frames: FrameSpan; readonly plan: PlanSettings }[];
}

/** A frame of the performer's own footage and how much it counts. */
export type SourceChoice = WeightedFrame;

/** What happens to one face in one frame. */
export interface PlannedMouth {
  readonly track: string;
  readonly frame: number;
  /** 0 where the frame is passed through, then with a reason. */
  readonly strength: number;
  readonly reason?: PassReason;
  /** The new mouth in the performer's mouth space, and how far its lips are apart at most, pair by pair. */
  readonly coordinates: Float32Array;
  readonly openings: readonly number[];
  readonly sources: readonly SourceChoice[];
}

/** Sources beyond this many cost time and add little. */
const MOST_SOURCES = 4000;

/** Reasons of people. */
const ASKED: ReadonlySet<PassReason> = new Set(['left as asked', 'fits already']);

/** Takes out what projecting frame by frame adds in tremble. */
const CALM = 0.45;

/**
 * Plans every frame of one track. Frames in which the face was not seen come back as passed through. Planning computes
 * for long: it yields now and then, so that others come to their turn and it can be given up.
 */
export type Planner = (wanted: WantedTrack) => Generator<void, PlannedMouth[]>;

/** Makes ready to plan the tracks of one performer: what is the same for all of them is worked out once. */
export function plannerOf(atlas: Atlas, framesPerSecond: number): Planner {
  const trusted = atlas.entries.filter((entry) => entry.distrusted === undefined);
  // Each by itself, so that a few mouths of other footage are not lost among thousands of the film's.
  const sources = [...Map.groupBy(trusted, ({ footage }) => footage).values()].flatMap((own) =>
    thinRuns(own, MOST_SOURCES),
  );
  const known = {
    features: sources.map((s) => s.features),
    coordinates: sources.map((s) => s.coordinates),
  };
  const usualCorners = averageCorners(atlas, sources);
  const opening = learnOpening(atlas.space, known.coordinates);
  const widest = widestSeen(sources);
  const byTrack = Map.groupBy(atlas.entries, (entry) => entry.track);
  const shop = { atlas, byTrack, sources, known, usualCorners, opening, widest, framesPerSecond };
  return (wanted) => planTrack(shop, wanted);
}

interface Workshop {
  readonly atlas: Atlas;
  readonly byTrack: ReadonlyMap<string, readonly AtlasEntry[]>;
  readonly sources: readonly AtlasEntry[];
  readonly known: KnownMouths;
  readonly usualCorners: Float32Array;
  readonly opening: Opening;
  /** In eye distances. */
  readonly widest: number;
  readonly framesPerSecond: number;
}

function* planTrack(shop: Workshop, wanted: WantedTrack): Generator<void, PlannedMouth[]> {
  const { start, end } = wanted.span;
  const entries = new Map(shop.byTrack.get(wanted.track)?.map((entry) => [entry.frame, entry]));
  const frames = Array.from({ length: end - start }, (_, i) => start + i);
  const reasonOf = (frame: number): PassReason | undefined => {
    if (wanted.left?.some((span) => contains(span, frame))) return 'left as asked';
    if (wanted.fits?.some((span) => contains(span, frame))) return 'fits already';
    const entry = entries.get(frame);
    if (entry === undefined) return 'not seen';
    return entry.distrusted ?? (shop.sources.length === 0 ? 'hidden' : undefined);
  };
  const reasons = steadyReasons(
    frames.map((frame) => ({ reason: reasonOf(frame), entry: entries.get(frame) })),
    ASKED,
  );
  const strengths = easing(
    reasons.map((reason) => reason !== undefined),
    wanted.easeEnds,
  );
  const changed = frames.filter((_, i) => strengths[i] > 0);
  const mouths = yield* wantedMouths(shop, wanted, changed, entries);
  const chosen =
    mouths.length === 0
      ? []
      : yield* chooseSources(
          mouths.map((m) => m.want),
          shop.sources,
        );
  const shapes = takeOwnShapes(
    mouths.map(({ coordinates }) => coordinates),
    chosen.map((source) => shop.sources[source].coordinates),
    changed,
    shop.opening,
  );
  const byFrame = new Map(changed.map((frame, i) => [frame, i]));
  return frames.map((frame, i) => {
    const at = byFrame.get(frame);
    const common = { track: wanted.track, frame, strength: strengths[i], reason: reasons[i] };
    if (at === undefined) return { ...common, coordinates: new Float32Array(0), openings: [], sources: [] };
    const { openings } = mouths[at];
    return {
      ...common,
      coordinates: shapes[at],
      openings,
      sources: dissolveRuns(chosen, at, shop.sources, STEPS),
    };
  });
}

interface Mouth {
  readonly want: WantedMouth;
  readonly coordinates: Float32Array;
  readonly openings: readonly number[];
}

function* wantedMouths(
  shop: Workshop,
  wanted: WantedTrack,
  frames: readonly number[],
  entries: ReadonlyMap<number, AtlasEntry>,
): Generator<void, Mouth[]> {
  const { space, rest, bias } = shop.atlas;
  const seen = frames.map((frame) => entries.get(frame)!);
  const usualAt = (entry: AtlasEntry): Float32Array => {
    const shift = shiftAt(bias, entry.angles);
    return shop.usualCorners.map((value, k) => value + shift[k % 3]);
  };
  const acting = actingBaseline(space, seen, usualAt, shop.framesPerSecond);
  const size = 3 * MOUTH_POINTS.length;
  const mouths = frames.map((frame, i) => {
    const at = (frame - wanted.span.start) * size;
    const shift = mouthShiftAt(bias, seen[i].angles);
    return Float32Array.from(
      { length: size },
      (_, k) => rest[k] + shift[k] + wanted.displacement[at + k] + acting[i][k],
    );
  });
  const plans = frames.map((frame) => planAt(wanted, frame));
  const projected: Float32Array[] = [];
  for (const mouth of mouths) {
    projected.push(projectMouth(features(space, coordinatesOfMouth(space, mouth)), shop.known));
    yield;
  }
  return calm(projected, frames, plans).map((coordinates, i) => {
    const openings = openingOf((point) => mouths[i][3 * MOUTH_POINTS.indexOf(point) + 1]).map((gap) =>
      Math.min(gap, shop.widest),
    );
    const { shot, angles, light, eyeDistance, sharpness } = seen[i];
    const aperture = Math.max(0, apertureOf(mouths[i]));
    const { ownShot, longRuns } = plans[i];
    const want = {
      ...{ shot, features: features(space, coordinates), angles, light, eyeDistance, aperture, sharpness },
      ...{ ownShot, longRuns },
    };
    return { coordinates, openings, want };
  });
}

/** Smooths over time, each frame as much as is wanted there. */
function calm(
  rows: readonly Float32Array[],
  frames: readonly number[],
  plans: readonly PlanSettings[],
): readonly Float32Array[] {
  const ways = new Set(plans.map(({ smoothing }) => smoothing));
  const smoothed = new Map(
    [...ways].map((way) => [way, way > 0.01 ? smoothRows(rows, frames, way * CALM) : rows]),
  );
  return rows.map((_, i) => smoothed.get(plans[i].smoothing)![i]);
}

/** How a frame is to be planned. */
const planAt = ({ settings }: WantedTrack, frame: number): PlanSettings =>
  settings?.find(({ frames }) => contains(frames, frame))?.plan ?? USUAL_PLAN;

function features(space: MouthSpace, coordinates: Float32Array): Float32Array {
  const out = new Float32Array(coordinates.length);
  featuresOf(space, coordinates, out, 0);
  return out;
}

function averageCorners(atlas: Atlas, sources: readonly AtlasEntry[]): Float32Array {
  const mean = new Float32Array(6);
  for (const source of sources) {
    const shift = shiftAt(atlas.bias, source.angles);
    cornersOf(atlas.space, source).forEach(
      (value, k) => (mean[k] += (value - shift[k % 3]) / sources.length),
    );
  }
  return mean;
}

/** How far a mouth was seen open, but for a few frames in which landmarks may be wrong: shut lips are not torn open. */
const widestSeen = (sources: readonly AtlasEntry[]): number =>
  quantile(
    sources.map(({ aperture }) => aperture),
    0.995,
  );
