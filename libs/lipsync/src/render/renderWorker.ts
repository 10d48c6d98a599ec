import { answerRenders } from '@mondwerk/compositing';
import { renderMouth } from '../picture/renderMouth.ts';
import type { RenderJob } from './renderPool.ts';
import { UsualFaces } from './usualFaces.ts';

answerRenders<RenderJob>((sources, { fullRange }) => {
  const faces = new UsualFaces(sources);
  return ({ made, ...job }) =>
    renderMouth({
      ...job,
      fullRange,
      usual: faces.of(job.usualCuts ?? []),
      sources: made
        ? [made]
        : faces
            .unspoilt(job.sources, job.usualCuts ?? [], job.wanted)
            .map(({ record, weight }) => sources.read(record, weight)),
    });
});
