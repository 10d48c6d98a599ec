import { Worker } from 'node:worker_threads';
import { openArtist } from './drawFrame.ts';
import type { SetLight } from './lighting.ts';
import type { Moment } from './mouthShape.ts';
import type { PerformerName } from './performers.ts';
import { lookOf } from './wornFace.ts';

/** Everything a drawing thread needs to know; plain data, so that it can be posted. */
export interface DrawOrder {
  readonly performer: PerformerName;
  /** Whose face the performer wears; their own when left out. */
  readonly face?: PerformerName;
  readonly light?: SetLight;
  readonly width: number;
  readonly height: number;
  readonly seed: number;
  readonly moments: readonly Moment[];
}

/** Frames a thread may be ahead of the reader. */
const AHEAD = 3;

/** Draws an order's frames in turn, in this thread or shared out over several. */
export async function* drawFrames(order: DrawOrder, threads: number): AsyncGenerator<Uint8Array> {
  if (threads <= 1) {
    const artist = openArtist(lookOf(order), order, order.seed, order.light);
    for (let frame = 0; frame < order.moments.length; frame++) yield artist.draw(order.moments[frame], frame);
    return;
  }
  yield* shareOut(order, threads);
}

async function* shareOut(order: DrawOrder, threads: number): AsyncGenerator<Uint8Array> {
  const crew = Array.from(
    { length: threads },
    () => new Worker(new URL('./drawThread.ts', import.meta.url), { workerData: order }),
  );
  const waiting = new Map<number, { resolve: (rgb: Uint8Array) => void; reject: (why: Error) => void }>();
  const drawn = new Map<number, Promise<Uint8Array>>();
  const ask = (frame: number) => {
    if (frame >= order.moments.length) return;
    drawn.set(frame, new Promise((resolve, reject) => waiting.set(frame, { resolve, reject })));
    crew[frame % threads].postMessage(frame);
  };
  for (const worker of crew) {
    worker.on('message', ({ frame, rgb }: { frame: number; rgb: Uint8Array }) =>
      waiting.get(frame)?.resolve(rgb),
    );
    worker.on('error', (why: Error) => waiting.forEach(({ reject }) => reject(why)));
  }
  try {
    for (let frame = 0; frame < AHEAD * threads; frame++) ask(frame);
    for (let frame = 0; frame < order.moments.length; frame++) {
      yield (await drawn.get(frame))!;
      drawn.delete(frame);
      waiting.delete(frame);
      ask(frame + AHEAD * threads);
    }
  } finally {
    await Promise.all(crew.map((worker) => worker.terminate()));
  }
}
