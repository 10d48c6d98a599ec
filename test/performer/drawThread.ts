import { parentPort, workerData } from 'node:worker_threads';
import { openArtist } from './drawFrame.ts';
import type { DrawOrder } from './drawFrames.ts';
import { lookOf } from './wornFace.ts';

const order = workerData as DrawOrder;
const artist = openArtist(lookOf(order), order, order.seed, order.light);

parentPort?.on('message', (frame: number) => {
  const rgb = artist.draw(order.moments[frame], frame);
  parentPort?.postMessage({ frame, rgb }, [rgb.buffer as ArrayBuffer]);
});
