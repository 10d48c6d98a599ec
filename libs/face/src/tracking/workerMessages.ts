import type { ColourTags } from '@mondwerk/film';
import type { ModelOptions } from '@mondwerk/models';

import type { ChunkFaces, ChunkFrame } from '../following/trackChunk.ts';
import type { KeepOptions, KeptFace } from './keepFaces.ts';

/** What a worker is started with. */
export interface WorkerSetup {
  readonly models: ModelOptions;
  readonly colour: ColourTags;
  /** Where it keeps the faces, and how much of them. */
  readonly keep?: KeepOptions;
}

/** Sent to a worker: the frames of a chunk, their memory moved along. */
export interface ChunkOrder {
  readonly frames: readonly ChunkFrame[];
}

/** What became of a chunk: its faces and which of them were kept, or what went wrong. */
export type ChunkResult =
  { readonly faces: ChunkFaces; readonly kept: readonly KeptFace[] } | { readonly error: Error };

/** Sent back: the result, and the memory of the chunk's frames. */
export type ChunkAnswer = ChunkResult & { readonly memory: readonly ArrayBufferLike[] };

/** The buffers of frames, each once. */
export const buffersOf = (frames: readonly ChunkFrame[]): ArrayBufferLike[] => [
  ...new Set(frames.flatMap(({ picture }) => picture.planes.map((plane) => plane.data.buffer))),
];

/** Those buffers that are to be moved to another thread instead of copied; shared ones are there already. */
export const movable = (buffers: readonly ArrayBufferLike[]): ArrayBuffer[] =>
  buffers.filter((buffer) => buffer instanceof ArrayBuffer);

/** Tells a thread to end when it has answered what it is at. */
export const END = 'end';
