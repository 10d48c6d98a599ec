import type { ColourTags, FaceTrack, Shot } from '@mondwerk/film';
import type { ModelOptions } from '@mondwerk/models';

import { prepareFaceModels } from '../finder.ts';
import type { ChunkFaces, ChunkFrame } from '../following/trackChunk.ts';
import { cutChunks, type Chunk } from './cutChunks.ts';
import type { KeepOptions, KeptFace } from './keepFaces.ts';
import { ShotFaces } from './linkFaces.ts';
import { WorkerPool } from './workerPool.ts';

/** How a film's faces are tracked. */
export interface TrackOptions {
  readonly colour: ColourTags;
  /** Threads, default 2; each takes one processor core. */
  readonly workers?: number;
  /** Where the models are kept and run. */
  readonly models?: ModelOptions;
  /** Given the memory of pictures that are done, to be used again; left out, it is freed. */
  readonly onMemory?: (memory: ArrayBufferLike) => void;
  /** Where lower faces are kept, and who is told of them. */
  readonly keep?: KeepOptions | undefined;
  readonly onKept?: (kept: readonly KeptFace[]) => void;
  /** Told how many frames are done. */
  readonly onProgress?: (frames: number) => void;
}

/** Pictures that are read but not done never take more memory than this, unless single frames are huge. */
const MOST_BYTES = 250e6;

/** Chunks that share these bytes, as with two threads. Fixed, so that what is found does not depend on how many threads there are. */
const CHUNKS_SHARING = 3;

/**
 * Follows every face of a film, shot by shot; a track is handed out when its shot is done, in order of shots.
 * Frames come in ascending order and are used up: their memory moves to the threads, unless it is shared with them.
 * @throws whatever reading the frames, opening the models or a thread throws.
 */
export async function* trackFaces(
  frames: AsyncIterable<ChunkFrame>,
  shots: readonly Shot[],
  options: TrackOptions,
): AsyncGenerator<FaceTrack> {
  const { colour, workers = 2, models = {}, keep, onMemory, onKept, onProgress } = options;
  await prepareFaceModels(models);
  const pool = new WorkerPool(workers, { models, colour, ...(keep && { keep }) }, onMemory, onKept);
  let current: ShotFaces | undefined;
  let done = 0;
  try {
    for await (const { chunk, faces } of trackInOrder(pool, frames, shots, workers)) {
      if (current?.shot !== chunk.shot) {
        if (current) yield* current.finish();
        current = new ShotFaces(chunk.shot);
      }
      current.add(faces.faces, chunk.frames.length);
      done += chunk.frames.length;
      onProgress?.(done);
    }
    if (current) yield* current.finish();
  } finally {
    await pool.close();
  }
}

/** Tracks chunks side by side and hands them out in order; one more than there are threads is ready to start. */
async function* trackInOrder(
  pool: WorkerPool,
  frames: AsyncIterable<ChunkFrame>,
  shots: readonly Shot[],
  workers: number,
): AsyncGenerator<{ chunk: Chunk; faces: ChunkFaces }> {
  const inFlight: { chunk: Chunk; faces: Promise<ChunkFaces> }[] = [];
  const next = async () => {
    const { chunk, faces } = inFlight.shift()!;
    return { chunk, faces: await faces };
  };
  for await (const chunk of cutChunks(frames, shots, CHUNKS_SHARING, MOST_BYTES)) {
    const faces = pool.track(chunk.frames);
    // Waited for later; until then a failure must not count as unhandled.
    faces.catch(() => undefined);
    inFlight.push({ chunk, faces });
    if (inFlight.length > workers) yield await next();
  }
  while (inFlight.length > 0) yield await next();
}
