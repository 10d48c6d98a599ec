import { parentPort, workerData } from 'node:worker_threads';
import { pictureFrom } from '@mondwerk/film';
import { renderMouth } from '../picture/renderMouth.ts';
import type { RenderAnswer, RenderJob, RenderSetup } from './renderPool.ts';
import { SourceReader } from '@mondwerk/compositing';
import { UsualFaces } from './usualFaces.ts';

type Message = {
  id: number;
  job: Omit<RenderJob, 'plate'> & { plate: ArrayBuffer; width: number; height: number };
};

const { sourceFile, format, fullRange } = workerData as RenderSetup;
const sources = new SourceReader(sourceFile, format);
const faces = new UsualFaces(sources);

parentPort!.on('message', ({ id, job }: Message) => {
  try {
    const plate = pictureFrom(job.plate, 0, job.width, job.height, format);
    const rendered = renderMouth({
      ...job,
      plate,
      fullRange,
      usual: faces.of(job.usualCuts ?? []),
      sources: faces
        .unspoilt(job.sources, job.usualCuts ?? [], job.wanted)
        .map(({ record, weight }) => sources.read(record, weight)),
    });
    // A plate as well as a picture made of fields lies in one piece of memory, which can be handed over.
    const planes = rendered.picture.planes[0].data.buffer as ArrayBuffer;
    answer({ id, planes, hidden: rendered.hidden }, [planes]);
  } catch (error) {
    answer({ id, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }, []);
  }
});

function answer(message: RenderAnswer, transfer: ArrayBuffer[]): void {
  parentPort!.postMessage(message, transfer);
}
