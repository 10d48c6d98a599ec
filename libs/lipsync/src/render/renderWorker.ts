import { parentPort, workerData } from 'node:worker_threads';
import { bytesOfPicture, pictureFrom, type Picture } from '@mondwerk/film';
import { renderMouth } from '../picture/renderMouth.ts';
import type { RenderAnswer, RenderJob, RenderSetup } from './renderPool.ts';
import { SourceReader } from './sourceFile.ts';

type Message = {
  id: number;
  job: Omit<RenderJob, 'plate'> & { plate: ArrayBuffer; width: number; height: number };
};

const { sourceFile, format } = workerData as RenderSetup;
const sources = new SourceReader(sourceFile, format);

parentPort!.on('message', ({ id, job }: Message) => {
  try {
    const plate = pictureFrom(job.plate, 0, job.width, job.height, format);
    const rendered = renderMouth({
      ...job,
      plate,
      sources: job.sources.map(({ record, weight }) => sources.read(record, weight)),
    });
    const planes = gather(rendered.picture);
    answer({ id, planes, hidden: rendered.hidden }, [planes]);
  } catch (error) {
    answer({ id, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }, []);
  }
});

function answer(message: RenderAnswer, transfer: ArrayBuffer[]): void {
  parentPort!.postMessage(message, transfer);
}

/** The planes of a picture in one piece of memory that can be handed over. */
function gather(picture: Picture): ArrayBuffer {
  const memory = new ArrayBuffer(bytesOfPicture(picture.width, picture.height, picture.format));
  const whole = pictureFrom(memory, 0, picture.width, picture.height, picture.format);
  picture.planes.forEach((plane, i) => whole.planes[i].data.set(plane.data));
  return memory;
}
