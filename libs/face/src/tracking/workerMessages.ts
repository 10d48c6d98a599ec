import type { ColourTags } from '@mondwerk/film';
import type { ModelOptions } from '@mondwerk/models';

import type { ChunkFaces, ChunkFrame } from '../following/trackChunk.ts';

/** What a worker is started with. */
export interface WorkerSetup {
  readonly models: ModelOptions;
  readonly colour: ColourTags;
}

/** Sent to a worker: the frames of a chunk, their memory moved along. */
export interface ChunkOrder {
  readonly frames: readonly ChunkFrame[];
}

/** Sent back: the chunk's faces, or what went wrong, and the memory of its frames. */
export type ChunkAnswer = ({ readonly faces: ChunkFaces } | { readonly error: Error }) & {
  readonly memory: readonly ArrayBuffer[];
};

/** The buffers of frames, each once, to be moved to another thread instead of copied. */
export const buffersOf = (frames: readonly ChunkFrame[]): ArrayBuffer[] => [
  ...new Set(
    frames.flatMap(({ picture }) => picture.planes.map((plane) => plane.data.buffer as ArrayBuffer)),
  ),
];

/** Tells a thread to end when it has answered what it is at. */
export const END = 'end';
