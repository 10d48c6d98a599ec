import { parentPort, workerData } from 'node:worker_threads';

import { openFaceFinder } from '../finder.ts';
import { trackChunk } from '../following/trackChunk.ts';
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
  parentPort!.postMessage(await facesOf(frames));
}

async function facesOf(frames: ChunkOrder['frames']): Promise<ChunkAnswer> {
  try {
    return { faces: await trackChunk(await finder, frames, colour) };
  } catch (error) {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  } finally {
    // Frees the pictures now: left to the garbage collector, they would pile up.
    for (const buffer of buffersOf(frames)) buffer.transfer(0);
  }
}
