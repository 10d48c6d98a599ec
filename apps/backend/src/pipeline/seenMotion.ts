import { middleOf, type FaceTrack, type FilmClock } from '@mondwerk/film';
import { anglesOf, steadyTrack } from '@mondwerk/face';
import { MOUTH_POINTS, mouthRow, mouthShiftAt, type Atlas, type MouthMotion } from '@mondwerk/lipsync';

/** How a performer's mouth moved in the original, as far as it can be trusted. */
export interface SeenMotion {
  readonly track: string;
  readonly shot: number;
  /** The middles of the frames, ascending. */
  readonly times: Float64Array;
  /** Displacement from the performer's rest as it looks at the head's angle. */
  readonly motion: MouthMotion;
}

/** Reads the trusted frames of a performer's tracks as displacements from rest. */
export async function seeMotion(
  atlas: Atlas,
  tracks: AsyncIterable<FaceTrack>,
  clock: FilmClock,
): Promise<SeenMotion[]> {
  const trusted = new Set(
    atlas.entries
      .filter(({ distrusted }) => distrusted === undefined)
      .map(({ track, frame }) => `${track}#${frame}`),
  );
  const seen: SeenMotion[] = [];
  for await (const track of tracks) {
    const frames = steadyTrack(track, atlas.reference).filter(({ frame }) =>
      trusted.has(`${track.id}#${frame}`),
    );
    const displacement = new Float32Array(frames.length * 3 * MOUTH_POINTS.length);
    frames.forEach(({ shape, pose }, at) => {
      const { yaw, pitch, roll } = anglesOf(pose);
      const shift = mouthShiftAt(atlas.bias, [yaw, pitch, roll]);
      displacement.set(
        mouthRow(shape).map((value, index) => value - atlas.rest[index] - shift[index]),
        at * atlas.rest.length,
      );
    });
    seen.push({
      track: track.id,
      shot: track.shot,
      times: Float64Array.from(frames, ({ frame }) => middleOf(clock, frame)),
      motion: { frames: frames.length, displacement },
    });
  }
  return seen;
}

/** Several motions of one mouth as one. */
export function joinMotions(motions: readonly MouthMotion[]): MouthMotion {
  const frames = motions.reduce((sum, motion) => sum + motion.frames, 0);
  const displacement = new Float32Array(frames * 3 * MOUTH_POINTS.length);
  motions.reduce(
    (at, motion) => (displacement.set(motion.displacement, at), at + motion.displacement.length),
    0,
  );
  return { frames, displacement };
}
