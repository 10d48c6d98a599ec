import { distance, eyeDistance, trackFaces } from '@mondwerk/face';
import { probe, readFrames, wholeSpan } from '@mondwerk/media';

/** How far the lips of the one face in a film are apart, frame by frame, in eye distances: as the pictures show it. */
export async function mouthsIn(path: string): Promise<number[]> {
  const film = await probe(path);
  const shots = [{ index: 0, frames: wholeSpan(film) }];
  const gaps: number[] = [];
  for await (const { observations } of trackFaces(readFrames(film), shots, {
    colour: film.colour,
    workers: 1,
  }))
    for (const { points } of observations) gaps.push(distance(points, 13, 14) / eyeDistance(points));
  return gaps;
}
