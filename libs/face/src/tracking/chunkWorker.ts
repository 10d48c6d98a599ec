import { parentPort, workerData } from 'node:worker_threads';

import { openFaceFinder } from '../finder.ts';
import { trackChunk, type ChunkFaces } from '../following/trackChunk.ts';
import { buffersOf, END, type ChunkAnswer, type ChunkOrder, type WorkerSetup } from './workerMessages.ts';

const { models, colour } = workerData as WorkerSetup;
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
  parentPort!.postMessage({ ...found, memory } satisfies ChunkAnswer, memory);
}

async function facesOf(frames: ChunkOrder['frames']): Promise<{ faces: ChunkFaces } | { error: Error }> {
  try {
    return { faces: await trackChunk(await finder, frames, colour) };
  } catch (error) {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }
}
