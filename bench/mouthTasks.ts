import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { crop, type FaceTrack, type Picture, type Shot } from '@mondwerk/film';
import { trackFaces, meshInPicture, steadyTrack, type SteadyFrame } from '@mondwerk/face';
import type { PictureSource } from '@mondwerk/compositing';
import { cutMouth, mouthBox, type MouthTask } from '@mondwerk/lipsync';
import { probe, readFrames } from '@mondwerk/media';
import { canonicalHead } from '../libs/face/src/canonicalHead.ts';
import { FOLLOWS } from '../libs/lipsync/src/picture/controlPoints.ts';

/** Every so many mouths one is dissolved from two sources, as where two runs of sources meet. */
const DISSOLVED = 8;

/** Frames between a mouth and the frame that it is taken from. */
const APART = 9;

/**
 * Mouths as a dub of a film's first frames asks for them: each frame gets the mouth of another one, which it is also cut
 * from. The largest face counts. @throws Error when no face is followed.
 */
export async function mouthTasks(path: string, frames: number): Promise<MouthTask[]> {
  const film = await probe(path);
  const span = { start: 0, end: frames };
  const tracks: FaceTrack[] = [];
  const shots: Shot[] = [{ index: 0, frames: span }];
  for await (const track of trackFaces(readFrames(film, span), shots, { colour: film.colour }))
    tracks.push(track);
  const track = tracks.sort((a, b) => b.observations.length - a.observations.length)[0];
  if (track === undefined) throw new Error(`No face is seen in ${path}.`);
  const steady = steadyTrack(track, canonicalHead(track.observations.map(({ points }) => points)));
  const pictures = new Map<number, Picture>();
  for await (const { frame, picture } of readFrames(film, span)) pictures.set(frame, picture);
  return steady.map((face, i) => {
    const sources = [i + APART, i + 2 * APART].map((at) => steady[at % steady.length]);
    return taskOf(face, i % DISSOLVED === 0 ? sources : sources.slice(0, 1), pictures);
  });
}

function taskOf(
  face: SteadyFrame,
  others: readonly SteadyFrame[],
  pictures: ReadonlyMap<number, Picture>,
): MouthTask {
  const picture = pictures.get(face.frame)!;
  const eyeDistance = face.pose.scale;
  const seen = meshInPicture(face.shape, face.pose);
  const wanted = meshInPicture(withMouthOf(face.shape, others[0].shape), face.pose);
  const box = mouthBox([seen, wanted], eyeDistance, picture);
  const sources = others.map((other, k): PictureSource => {
    const mesh = meshInPicture(other.shape, other.pose);
    const weight = others.length === 1 ? 1 : [0.65, 0.35][k];
    return { ...cutMouth(pictures.get(other.frame)!, mesh, other.pose.scale), mesh, weight };
  });
  return { plate: crop(picture, box), box, seen, wanted, eyeDistance, sources, strength: 1 };
}

/** A head's shape with another's mouth, chin and jaw, as far as each point follows a mouth. */
function withMouthOf(shape: Float32Array, other: Float32Array): Float32Array {
  return shape.map(
    (value, k) => value + Math.min(1, FOLLOWS.get(Math.floor(k / 3)) ?? 0) * (other[k] - value),
  );
}

/** The first frames of a film enlarged to 2160 rows or columns, whichever it has fewer of. Makes the file once. */
export function enlargedTo4k(film: string, out: string, frames: number): string {
  if (!existsSync(out)) {
    const size = `scale='if(lt(iw,ih),2160,-2)':'if(lt(iw,ih),-2,2160)':flags=lanczos`;
    const coding = ['-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '12', '-an'];
    execFileSync('ffmpeg', [
      '-v',
      'error',
      '-y',
      '-i',
      film,
      '-frames:v',
      `${frames}`,
      '-vf',
      size,
      ...coding,
      out,
    ]);
  }
  return out;
}
