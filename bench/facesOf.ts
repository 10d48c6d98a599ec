import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FaceTrack, Shot } from '@mondwerk/film';
import { trackFaces } from '@mondwerk/face';
import { probe, readFrames, wholeSpan } from '@mondwerk/media';
import { readTracks, writeTracks } from '../apps/backend/src/pipeline/trackFile.ts';

/** Follows the faces of a film whose shots are all `length` frames long; what was followed once is kept in `folder`. */
export async function facesOf(path: string, folder: string, length: number): Promise<FaceTrack[]> {
  const hash = createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 16);
  const kept = join(folder, `${hash}.faces`);
  if (existsSync(kept)) return readTracks(kept);
  const film = await probe(path);
  const tracks: FaceTrack[] = [];
  for await (const track of trackFaces(
    readFrames(film, wholeSpan(film)),
    evenShots(film.clock.times.length, length),
    {
      colour: film.colour,
    },
  ))
    tracks.push(track);
  await writeTracks(kept, tracks);
  return tracks;
}

const evenShots = (frames: number, length: number): Shot[] =>
  Array.from({ length: Math.ceil(frames / length) }, (_, index) => ({
    index,
    frames: { start: index * length, end: Math.min(frames, (index + 1) * length) },
  }));
