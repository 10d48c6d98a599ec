import { Refusal, type FaceTrack, type ReadTracks } from '@mondwerk/film';
import {
  anglesOf,
  aperture,
  canonicalHead,
  distrust,
  eyeDistance,
  glanceAt,
  learnUsualLook,
  lightOf,
  steadyTrack,
  type Glance,
  type UsualLook,
} from '@mondwerk/face';
import { expressionOf, measuresOf } from './expression.ts';
import type { FaceAtlas, FaceEntry } from './faceAtlas.ts';
import { gazesOf } from './gaze.ts';
import { restingFace, type TurnedShape } from './restingFace.ts';

/** Where a performer is seen: in the film itself, in donor footage told by its numbers, or in both. */
export interface SeenIn {
  readonly film?: ReadTracks;
  readonly footage?: ReadonlyMap<number, ReadTracks>;
}

/** Frames that are enough to learn a head and its usual look from; more only cost time. */
const SAMPLES = 600;

/**
 * Gathers what a performer's face was seen doing. `scaleOf` tells how much larger the pictures of the film, or of each footage,
 * are that will be rendered than those that were tracked. @throws Refusal `no-face` when the performer is seen nowhere.
 */
export async function learnFace(
  performer: string,
  seen: SeenIn,
  scaleOf: (footage: number | undefined) => number = () => 1,
): Promise<FaceAtlas> {
  const places = await lookInto(performer, seen);
  const reference = canonicalHead(places.flatMap(({ observations }) => observations.map((o) => o.points)));
  const measured: FaceEntry[] = [];
  const samples: TurnedShape[] = [];
  for (const place of places) {
    let index = 0;
    for await (const track of place.read()) {
      for (const { entry, shape } of entriesOf(track, reference, place, scaleOf(place.footage))) {
        measured.push(entry);
        if (index++ % place.step === 0) samples.push({ shape, angles: entry.angles });
      }
    }
  }
  const neutral = restingFace(samples);
  const atRest = measuresOf(neutral);
  const entries = measured.map((entry) => ({ ...entry, expression: expressionOf(entry.expression, atRest) }));
  return { performer, reference, neutral, entries };
}

/** One film or footage in which a performer is seen. */
interface Place extends Glance {
  readonly footage?: number;
  readonly read: ReadTracks;
  readonly usual: UsualLook;
}

async function lookInto(performer: string, { film, footage = new Map() }: SeenIn): Promise<Place[]> {
  const reads: [number | undefined, ReadTracks][] = [
    ...(film ? [[undefined, film] as const] : []),
    ...footage,
  ].map(([number, read]) => [number, read]);
  const places: Place[] = [];
  for (const [number, read] of reads) {
    const glance = await glanceAt(read, SAMPLES);
    if (glance.observations.length === 0) continue;
    const usual = learnUsualLook(glance.observations);
    places.push({ ...(number !== undefined && { footage: number }), read, ...glance, usual });
  }
  if (places.length > 0) return places;
  throw new Refusal(
    'no-face',
    `No face of ${performer} was found: name footage in which the face is seen large and sharp.`,
  );
}

/** A frame whose expression is not compared with the face at rest yet. */
interface Measured {
  readonly entry: FaceEntry;
  readonly shape: Float32Array;
}

function entriesOf(
  track: FaceTrack,
  reference: Float32Array,
  { footage, usual }: Place,
  scale: number,
): Measured[] {
  const gazes = gazesOf(track.observations);
  return steadyTrack(track, reference).map(({ frame, pose, shape }, i) => {
    const observation = track.observations[i];
    const { yaw, pitch, roll } = anglesOf(pose);
    const gaze = gazes[i];
    const distrusted = distrust(observation, pose, usual, scale);
    const entry = {
      ...(footage !== undefined && { footage }),
      ...{ track: track.id, shot: track.shot, frame },
      angles: [yaw, pitch, roll] as const,
      expression: measuresOf(shape),
      aperture: aperture(shape) * eyeDistance(shape),
      ...(gaze !== undefined && { gaze }),
      light: lightOf(observation.look.thumbnail),
      sharpness: observation.look.sharpness,
      eyeDistance: scale * pose.scale,
      ...(distrusted !== undefined && { distrusted }),
    };
    return { entry, shape };
  });
}
