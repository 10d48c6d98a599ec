import type { PlannedFace } from '@mondwerk/faceswap';
import type { FrameSpan } from '@mondwerk/film';
import type { CheckedFilm } from '../checkedFilm.ts';
import { openFaceRenderer, type PlannedFaces } from '../faceRenderer.ts';
import { fingerprintValue } from '../fingerprint.ts';
import type { FinishedParts } from '../missingParts.ts';
import { modelsIn, type BroughtModels } from '../generation/broughtModels.ts';
import { openFaceGeneration } from '../generation/faceGeneration.ts';
import { framesToLearnFrom, shownCuts } from '../generation/shownCuts.ts';
import { renderPartsOnce, type RenderedStretch } from '../renderedParts.ts';
import type { Run } from '../run.ts';
import { mouthWish, USUAL_PICTURES } from '../wishes/pictureWishes.ts';
import type { Sources } from './gatherSources.ts';

/** What is rendered from what. */
export interface FaceRendering
  extends RenderedStretch, Omit<PlannedFaces, 'film' | 'sources' | 'generation'> {
  /** The cut-outs of the plan; asked for only where something is to be rendered. */
  readonly sources: () => Promise<Sources>;
  /** Networks that studios brought, which make the faces or restore them. */
  readonly generators?: BroughtModels;
}

const ROOMS = ['film', 'media', 'models', 'compositing', 'face', 'faceswap'] as const;

/** Renders the faces of a stretch in parts. */
export const renderFacesOnce = (
  run: Run,
  checked: CheckedFilm,
  rendering: FaceRendering,
): Promise<FinishedParts> =>
  renderPartsOnce(run, checked, toldOf(rendering), {
    stage: 'renderFaces',
    rooms: [...ROOMS, ...(rendering.generators ? (['generators'] as const) : [])],
    tell: tellFaces(rendering),
    open: async () => {
      const sources = await rendering.sources();
      const planned = { ...rendering, film: checked.film, sources };
      const { generators, plan } = rendering;
      const generation =
        generators && (await openFaceGeneration(generators, checked.film, shownCuts(plan, sources)));
      const renderer = openFaceRenderer({ ...planned, ...(generation && { generation }) }, run.workers);
      return { renderer, inspector: null };
    },
  });

/** Other networks, and others from whom they learn, make other pictures. */
const toldOf = (rendering: FaceRendering): FaceRendering => {
  const { inputs, generators, plan } = rendering;
  if (generators === undefined) return rendering;
  const networks = modelsIn(generators).map(({ card }) => card.sha256);
  return { ...rendering, inputs: { ...inputs, networks, learnt: framesToLearnFrom(plan) } };
};

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
