import { parentPort, workerData } from 'node:worker_threads';
import { pictureFrom } from '@mondwerk/film';
import type { PlateJob, RenderAnswer, RenderedPlate, RenderSetup } from './renderPool.ts';
import { SourceReader } from './sourceFile.ts';

/** A job as it comes to a thread: its plate is plain memory. */
interface Message<Job extends PlateJob> {
  readonly id: number;
  readonly job: Omit<Job, 'plate'> & {
    readonly plate: ArrayBuffer;
    readonly width: number;
    readonly height: number;
  };
}

/**
 * Makes a thread of `openRenderPool` render its jobs, one after another; `open` is given the reader of the sources once.
 * @throws the system's error when the file of sources cannot be opened.
 */
export function answerRenders<Job extends PlateJob>(
  open: (sources: SourceReader, setup: RenderSetup) => (job: Job) => RenderedPlate,
): void {
  const setup = workerData as RenderSetup;
  const render = open(new SourceReader(setup.sourceFile, setup.format), setup);
  parentPort!.on('message', ({ id, job: { width, height, ...job } }: Message<Job>) => {
    try {
      const plate = pictureFrom(job.plate, 0, width, height, setup.format);
      const { picture, hidden } = render({ ...job, plate } as unknown as Job);
      // A plate as well as a picture made of fields lies in one piece of memory, which can be handed over.
      const planes = picture.planes[0].data.buffer as ArrayBuffer;
      answer({ id, planes, hidden }, [planes]);
    } catch (error) {
      answer({ id, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }, []);
    }
  });
}

function answer(message: RenderAnswer, transfer: ArrayBuffer[]): void {
  parentPort!.postMessage(message, transfer);
}
