import { Worker } from 'node:worker_threads';
import { pictureFrom, type Picture, type PixelFormat } from '@mondwerk/film';

/** Something to render in a part of a frame. */
export interface PlateJob {
  /** The part of the frame as it is; it must own its memory, which moves to the thread. */
  readonly plate: Picture;
}

/** The new content of a part of a frame. */
export interface RenderedPlate {
  readonly picture: Picture;
  /** Share (0..1) of what was to be new that something in front hides and that was kept. */
  readonly hidden: number;
}

/** Threads that render parts of frames. */
export interface RenderPool<Job extends PlateJob> {
  /** Renders one part. Rejects once a thread has died. */
  render(job: Job): Promise<RenderedPlate>;
  /** Ends the threads; jobs under way are rejected. */
  close(): Promise<void>;
}

/** What a thread is started with. */
export interface RenderSetup {
  /** The cut-outs that jobs name their sources in. */
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
  readonly resolve: (plate: RenderedPlate) => void;
  readonly reject: (error: Error) => void;
}

/** Starts `count` threads of a module that calls `answerRenders`. */
export function openRenderPool<Job extends PlateJob>(
  module: URL,
  count: number,
  setup: RenderSetup,
): RenderPool<Job> {
  const waiting = new Map<number, Waiting>();
  let next = 0;
  let broken: Error | undefined;
  const fail = (error: Error): void => {
    broken ??= error;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const workers = Array.from({ length: count }, () => {
    const worker = new Worker(module, { workerData: setup });
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
