import { answerRenders, LatestFew, type PictureSource, type WeightedRecord } from '@mondwerk/compositing';
import { learnKnownFace, type KnownFace } from '../picture/knownFace.ts';
import { renderFace } from '../picture/renderFace.ts';
import type { FaceJob } from './faceRenderers.ts';

/** A shot's face is learned once for all of its frames; so many shots are held. */
const HELD = 3;

answerRenders<FaceJob>((sources, { fullRange }) => {
  const held = new LatestFew<KnownFace | undefined>(HELD);
  const knownFrom = (cuts: NonNullable<FaceJob['usualCuts']>): KnownFace | undefined =>
    held.of(cuts.map(({ offset }) => offset).join(' '), () =>
      learnKnownFace(cuts.map((record) => sources.read(record, 1))),
    );
  const read = (records: readonly WeightedRecord[]): PictureSource[] =>
    records.map(({ record, weight }) => sources.read(record, weight));
  return ({ usualCuts = [], made, ...job }) =>
    renderFace({
      ...{ ...job, fullRange, known: knownFrom(usualCuts) },
      ...(made
        ? { faces: [made], mouths: [], eyes: [] }
        : { faces: read(job.faces), mouths: read(job.mouths), eyes: read(job.eyes) }),
    });
});
