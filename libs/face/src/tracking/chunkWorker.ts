import { parentPort, workerData } from 'node:worker_threads';

import { openFaceFinder } from '../finder.ts';
import { trackChunk } from '../following/trackChunk.ts';
import { FaceKeeper } from './keepFaces.ts';
import {
  buffersOf,
  END,
  movable,
  type ChunkAnswer,
  type ChunkOrder,
  type ChunkResult,
  type WorkerSetup,
} from './workerMessages.ts';

const { models, colour, keep } = workerData as WorkerSetup;
const keeper = keep && new FaceKeeper(keep.prefix, keep.mostBytes);
const finder = openFaceFinder(models);
// The failure is answered with the first chunk; until then nobody listens.
finder.catch(() => undefined);

let working: Promise<unknown> = Promise.resolve();

parentPort!.on('message', (order: ChunkOrder | typeof END) => {
  if (order === END) void end();
  else working = answer(order);
});

async function end(): Promise<void> {
  await working;
  await (await finder.catch(() => undefined))?.close();
  parentPort!.close();
}

async function answer({ frames }: ChunkOrder): Promise<void> {
  const found = await facesOf(frames);
  const memory = buffersOf(frames);
  parentPort!.postMessage({ ...found, memory } satisfies ChunkAnswer, movable(memory));
}

async function facesOf(frames: ChunkOrder['frames']): Promise<ChunkResult> {
  try {
    const faces = await trackChunk(await finder, frames, colour);
    return { faces, kept: keeper?.keep(frames, faces) ?? [] };
  } catch (error) {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }
}
