import { Worker } from 'node:worker_threads';
import { pictureFrom, type Box, type Picture, type PixelFormat } from '@mondwerk/film';
import type { DrawnMask, PictureSettings, SourceRecord } from '@mondwerk/compositing';
import type { RenderedMouth } from '../picture/renderMouth.ts';
import type { WeightedRecord } from './usualFaces.ts';

/** One mouth to render; sources are named by where they lie in the source file. */
export interface RenderJob {
  readonly plate: Picture;
  readonly box: Box;
  readonly seen: Float32Array;
  readonly wanted: Float32Array;
  readonly eyeDistance: number;
  readonly strength: number;
  readonly settings?: PictureSettings;
  readonly masks?: readonly DrawnMask[];
  readonly sources: readonly WeightedRecord[];
  /** Cut-outs from which it is learned what this face usually looks like; with none, nothing in front is looked for. */
  readonly usualCuts?: readonly SourceRecord[];
}

/** Threads that render mouths. */
export interface Renderers {
  /** Renders one mouth; the job's plate must own its memory, which moves to the thread. Rejects once a thread has died. */
  render(job: RenderJob): Promise<RenderedMouth>;
  /** Ends the threads; jobs under way are rejected. */
  close(): Promise<void>;
}

/** What a thread is started with. */
export interface RenderSetup {
  readonly sourceFile: string;
  readonly format: PixelFormat;
  /** Whether the film's luma fills its whole range. */
  readonly fullRange?: boolean;
}

/** What comes back from a thread. */
export type RenderAnswer =
  | { readonly id: number; readonly planes: ArrayBuffer; readonly hidden: number }
  | { readonly id: number; readonly failure: string };

interface Waiting {
  readonly width: number;
  readonly height: number;
  readonly resolve: (mouth: RenderedMouth) => void;
  readonly reject: (error: Error) => void;
}

/** Starts `count` threads that read sources from one file. */
export function openRenderers(count: number, setup: RenderSetup): Renderers {
  const waiting = new Map<number, Waiting>();
  let next = 0;
  let broken: Error | undefined;
  const fail = (error: Error): void => {
    broken ??= error;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const workers = Array.from({ length: count }, () => {
    const worker = new Worker(new URL('./renderWorker.ts', import.meta.url), { workerData: setup });
    worker.on('message', (answer: RenderAnswer) => {
      const entry = waiting.get(answer.id);
      waiting.delete(answer.id);
      if (entry === undefined) return;
      if ('failure' in answer) entry.reject(new Error(answer.failure));
      else
        entry.resolve({
          picture: pictureFrom(answer.planes, 0, entry.width, entry.height, setup.format),
          hidden: answer.hidden,
        });
    });
    worker.on('error', fail);
    return worker;
  });
  return {
    render: (job) =>
      new Promise((resolve, reject) => {
        if (broken !== undefined) throw broken;
        const id = next++;
        const { width, height } = job.plate;
        waiting.set(id, { width, height, resolve, reject });
        const memory = job.plate.planes[0].data.buffer as ArrayBuffer;
        workers[id % count].postMessage({ id, job: { ...job, plate: memory, width, height } }, [memory]);
      }),
    close: async () => {
      fail(new Error('the renderers were closed'));
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
