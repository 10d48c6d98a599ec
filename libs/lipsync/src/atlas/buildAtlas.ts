import { median, type FaceObservation, type FaceTrack, type ReadTracks } from '@mondwerk/film';
import {
  anglesOf,
  canonicalHead,
  distrust,
  glanceAt,
  learnUsualLook,
  lightOf,
  steadyTrack,
  type Distrust,
  type SteadyFrame,
  type UsualLook,
} from '@mondwerk/face';
import { apertureOfShape } from './apertures.ts';
import {
  coordinatesOfShape,
  featuresOf,
  learnMouthSpace,
  mouthAt,
  mouthRow,
  type MouthSpace,
} from './mouthSpace.ts';
import { learnPoseBias, type PoseBias } from './poseBias.ts';

/** What a performer's mouth was seen doing in one frame. */
export interface AtlasEntry {
  /** The number of the other footage that shows it; left out where it is the film itself. */
  readonly footage?: number;
  readonly frame: number;
  readonly track: string;
  readonly shot: number;
  /** In the performer's mouth space. */
  readonly coordinates: Float32Array;
  readonly features: Float32Array;
  /** Yaw, pitch, roll in radians. */
  readonly angles: readonly [number, number, number];
  /** Brightness, left–right and top–bottom difference, Cb and Cr of the lower face, 0..1. */
  readonly light: Float32Array;
  readonly sharpness: number;
  /** Height of the lips' opening in eye distances. */
  readonly aperture: number;
  /** Pixels between the eyes. */
  readonly eyeDistance: number;
  /** Why the frame is neither re-performed nor used as a source. */
  readonly distrusted?: Distrust;
}

/** Everything a performer's mouth was seen doing, and the head it belongs to. */
export interface Atlas {
  readonly performer: string;
  /** The mean head, looking straight ahead: 468 × 3 in eye distances. */
  readonly reference: Float32Array;
  readonly space: MouthSpace;
  /** The closed, silent mouth: 41 × 3. */
  readonly rest: Float32Array;
  /** What of a mouth's place is the head's angle, not the mouth. */
  readonly bias: PoseBias;
  /** In the order of frames inside each track, tracks in the order given. */
  readonly entries: readonly AtlasEntry[];
}

/** Frames that are enough to learn a head and a mouth from; more only cost time. */
const SAMPLES = 600;

/** Frames that are enough to learn how poses shift a mouth. */
const MOST_POSES = 6000;

/** Share of the frames, those with the smallest opening, whose median is the performer's rest. */
const REST_SHARE = 0.12;

/**
 * Gathers what a performer's mouth was seen doing in a film, and in other footage: one head and one mouth for all of them,
 * but each with its own usual look, since light and lens are others. `footage` is told by its numbers; `scaleOf` tells how much larger the pictures of each
 * are that will be rendered than those that were tracked.
 */
export async function buildAtlas(
  performer: string,
  film: ReadTracks,
  footage: ReadonlyMap<number, ReadTracks> = new Map(),
  scaleOf: (footage: number | undefined) => number = () => 1,
): Promise<Atlas> {
  const looks: Look[] = [await lookInto(film)];
  for (const [number, read] of footage) looks.push({ ...(await lookInto(read)), footage: number });
  const reference = canonicalHead(looks.flatMap(({ observations }) => observations.map((o) => o.points)));
  const shapes: Float32Array[] = [];
  for (const { read, step } of looks) shapes.push(...(await sampleShapes(read, step, reference)));
  const space = learnMouthSpace(shapes);
  const entries: AtlasEntry[] = [];
  for (const { footage: number, read, usual } of looks) {
    const judging = { ...usual, scale: scaleOf(number) };
    const seenIn = number === undefined ? {} : { footage: number };
    for await (const track of read())
      for (const entry of entriesOf(track, reference, space, judging)) entries.push({ ...seenIn, ...entry });
  }
  return { performer, reference, space, rest: restOf(shapes), bias: biasOf(entries, space), entries };
}

/** What one film shows of a performer, at a glance. */
interface Look {
  readonly footage?: number;
  readonly read: ReadTracks;
  /** Every so many frames are a sample. */
  readonly step: number;
  readonly observations: readonly FaceObservation[];
  readonly usual: UsualLook;
}

async function lookInto(read: ReadTracks): Promise<Look> {
  const { step, observations } = await glanceAt(read, SAMPLES);
  return { read, step, observations, usual: learnUsualLook(observations) };
}

async function sampleShapes(
  readTracks: ReadTracks,
  step: number,
  reference: Float32Array,
): Promise<Float32Array[]> {
  const shapes: Float32Array[] = [];
  let index = 0;
  for await (const track of readTracks()) {
    for (const frame of steadyTrack(track, reference)) if (index++ % step === 0) shapes.push(frame.shape);
  }
  return shapes;
}

function restOf(shapes: readonly Float32Array[]): Float32Array {
  const closest = [...shapes].sort((a, b) => apertureOfShape(a) - apertureOfShape(b));
  const chosen = closest.slice(0, Math.max(1, Math.round(REST_SHARE * closest.length))).map(mouthRow);
  return Float32Array.from(chosen[0], (_, i) => median(chosen.map((row) => row[i])));
}

function biasOf(entries: readonly AtlasEntry[], space: MouthSpace): PoseBias {
  const trusted = entries.filter(({ distrusted }) => distrusted === undefined);
  const step = Math.max(1, Math.ceil(trusted.length / MOST_POSES));
  return learnPoseBias(
    trusted
      .filter((_, at) => at % step === 0)
      .map(({ angles, aperture, coordinates }) => ({
        angles,
        aperture,
        mouth: mouthAt(space, coordinates),
      })),
  );
}

/** What observations are judged by. */
interface Judging extends UsualLook {
  /** How much larger the pictures are that will be rendered. */
  readonly scale: number;
}

function entriesOf(
  track: FaceTrack,
  reference: Float32Array,
  space: MouthSpace,
  usual: Judging,
): AtlasEntry[] {
  return steadyTrack(track, reference).map((steady, i) =>
    entryOf(track, track.observations[i], steady, space, usual),
  );
}

function entryOf(
  track: FaceTrack,
  observation: FaceObservation,
  steady: SteadyFrame,
  space: MouthSpace,
  usual: Judging,
): AtlasEntry {
  const coordinates = coordinatesOfShape(space, steady.shape);
  const features = new Float32Array(coordinates.length);
  featuresOf(space, coordinates, features, 0);
  const { yaw, pitch, roll } = anglesOf(steady.pose);
  return {
    frame: steady.frame,
    track: track.id,
    shot: track.shot,
    coordinates,
    features,
    angles: [yaw, pitch, roll],
    light: lightOf(observation.look.thumbnail),
    sharpness: observation.look.sharpness,
    aperture: apertureOfShape(steady.shape),
    eyeDistance: usual.scale * steady.pose.scale,
    distrusted: distrust(observation, steady.pose, usual, usual.scale),
  };
}
