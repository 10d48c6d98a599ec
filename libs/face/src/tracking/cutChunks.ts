import { bytesOfPicture, contains, type Shot } from '@mondwerk/film';

import type { ChunkFrame } from '../following/trackChunk.ts';

/** Consecutive frames of one shot, few enough to keep in memory. */
export interface Chunk {
  readonly shot: Shot;
  readonly frames: readonly ChunkFrame[];
}

const MOST_FRAMES = 24;
const FEWEST_FRAMES = 4;

/** How many frames of a film a chunk may have when `chunksInFlight` of them must fit into `bytes`. */
export function framesPerChunk(frame: ChunkFrame, chunksInFlight: number, bytes: number): number {
  const { width, height, format } = frame.picture;
  const fitting = Math.floor(bytes / chunksInFlight / bytesOfPicture(width, height, format));
  return Math.max(FEWEST_FRAMES, Math.min(MOST_FRAMES, fitting));
}

/**
 * Gathers ascending frames into chunks that never cross a cut, nor a gap in the frames.
 * @throws RangeError when a frame belongs to no shot.
 */
export async function* cutChunks(
  frames: AsyncIterable<ChunkFrame>,
  shots: readonly Shot[],
  chunksInFlight: number,
  bytes: number,
): AsyncGenerator<Chunk> {
  let shot: Shot | undefined;
  let gathered: ChunkFrame[] = [];
  for await (const frame of frames) {
    const last = gathered.at(-1);
    const full = gathered.length >= framesPerChunk(frame, chunksInFlight, bytes);
    const follows = shot && contains(shot.frames, frame.frame) && last?.frame === frame.frame - 1;
    if (shot && last && (full || !follows)) {
      yield { shot, frames: gathered };
      gathered = [];
    }
    if (!shot || !contains(shot.frames, frame.frame)) shot = shotOf(shots, frame.frame);
    gathered.push(frame);
  }
  if (shot && gathered.length > 0) yield { shot, frames: gathered };
}

function shotOf(shots: readonly Shot[], frame: number): Shot {
  const shot = shots.find(({ frames }) => contains(frames, frame));
  if (!shot) throw new RangeError(`frame ${frame} belongs to no shot`);
  return shot;
}
