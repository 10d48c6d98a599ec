import type { PlannedFace } from '@mondwerk/faceswap';
import type { FrameSpan } from '@mondwerk/film';
import type { CheckedFilm } from '../checkedFilm.ts';
import { openFaceRenderer, type PlannedFaces } from '../faceRenderer.ts';
import { fingerprintValue } from '../fingerprint.ts';
import type { FinishedParts } from '../missingParts.ts';
import { renderPartsOnce, type RenderedStretch } from '../renderedParts.ts';
import type { Run } from '../run.ts';
import { mouthWish, USUAL_PICTURES } from '../wishes/pictureWishes.ts';
import type { Sources } from './gatherSources.ts';

/** What is rendered from what. */
export interface FaceRendering extends RenderedStretch, Omit<PlannedFaces, 'film' | 'sources'> {
  /** The cut-outs of the plan; asked for only where something is to be rendered. */
  readonly sources: () => Promise<Sources>;
}

/** Renders the faces of a stretch in parts. */
export const renderFacesOnce = (
  run: Run,
  checked: CheckedFilm,
  rendering: FaceRendering,
): Promise<FinishedParts> =>
  renderPartsOnce(run, checked, rendering, {
    stage: 'renderFaces',
    rooms: ['film', 'media', 'models', 'compositing', 'face', 'faceswap'],
    tell: tellFaces(rendering),
    open: async () => {
      const planned = { ...rendering, film: checked.film, sources: await rendering.sources() };
      return { renderer: openFaceRenderer(planned, run.workers), inspector: null };
    },
  });

/** Tells spans apart by the faces that are to be seen in them. */
function tellFaces({ plan, pictures = USUAL_PICTURES }: FaceRendering): (span: FrameSpan) => string {
  const byFrame = Map.groupBy(plan, ({ frame }) => frame);
  return ({ start, end }) => {
    const faces: PlannedFace[] = [];
    for (let frame = start; frame < end; frame++) faces.push(...(byFrame.get(frame) ?? []));
    return fingerprintValue(
      faces.map((face) => [face, mouthWish(pictures, face.track, face.frame)] as const),
    );
  };
}
