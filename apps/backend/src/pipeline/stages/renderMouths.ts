import { contains, type FrameSpan } from '@mondwerk/film';
import type { CheckedFilm } from '../checkedFilm.ts';
import type { ChangedBefore } from '../filmPart.ts';
import { fingerprintValue } from '../fingerprint.ts';
import { openLipGeneration, type WantedLips } from '../generation/lipGeneration.ts';
import type { LipCheck } from '../lipChecks.ts';
import { openLipInspector } from '../lipInspector.ts';
import type { FinishedParts } from '../missingParts.ts';
import { openMouthRenderer, type PlannedFilm } from '../mouthRenderer.ts';
import { renderPartsOnce, type RenderedStretch } from '../renderedParts.ts';
import type { Run } from '../run.ts';
import { mouthWish, USUAL_PICTURES } from '../wishes/pictureWishes.ts';
import type { Sources } from './gatherSources.ts';

/** What is rendered from what. */
export interface Rendering extends RenderedStretch, Omit<PlannedFilm, 'film' | 'sources' | 'lips'> {
  /** The cut-outs of some spans; asked for only where something is to be rendered. */
  readonly sources: (spans: readonly FrameSpan[]) => Promise<Sources>;
  readonly checks: readonly LipCheck[];
  /** A network that a studio brought, which makes the mouths. */
  readonly wantedLips?: WantedLips;
  /** What was changed in the film before. */
  readonly before?: ChangedBefore;
}

const ROOMS = ['film', 'media', 'models', 'compositing', 'face', 'lipsync'] as const;

/** Renders the mouths of a stretch in parts. */
export const renderMouthsOnce = (
  run: Run,
  checked: CheckedFilm,
  rendering: Rendering,
): Promise<FinishedParts> =>
  renderPartsOnce(run, checked, toldOf(rendering), {
    stage: 'renderMouths',
    rooms: [...ROOMS, ...(rendering.wantedLips ? (['generators'] as const) : [])],
    tell: tellShown(rendering),
    open: async (spans) => {
      const { film } = checked;
      const sources = await rendering.sources(spans);
      const inspector = await openLipInspector(rendering.steady, film.colour, rendering.checks);
      const { wantedLips, ...planned } = rendering;
      const lips = wantedLips && (await openLipGeneration(wantedLips, film));
      const renderer = openMouthRenderer({ ...planned, film, sources, ...(lips && { lips }) }, run.workers);
      return { renderer, inspector, ...(rendering.before && { before: rendering.before }) };
    },
  });

/** Another network makes other pictures. */
function toldOf(rendering: Rendering): Rendering {
  const { inputs, wantedLips } = rendering;
  if (wantedLips === undefined) return rendering;
  const lips = [wantedLips.model.card.sha256, wantedLips.voice.sha256];
  return { ...rendering, inputs: { ...inputs, lips } };
}

/** Tells spans apart by the mouths that are to be seen in them, and by what is looked for there. */
function tellShown({ plan, checks, pictures = USUAL_PICTURES }: Rendering): (span: FrameSpan) => string {
  const byFrame = Map.groupBy(plan, ({ frame }) => frame);
  return ({ start, end }) => {
    const mouths = Array.from({ length: end - start }, (_, at) => byFrame.get(start + at) ?? []).flat();
    const wished = mouths.flatMap(({ track, frame }) => {
      const wish = mouthWish(pictures, track, frame);
      return Object.keys(wish).length === 0 ? [] : [{ track, frame, ...wish }];
    });
    const own = checks.filter(({ frame }) => contains({ start, end }, frame));
    return fingerprintValue([mouths, own, ...(wished.length > 0 ? [wished] : [])]);
  };
}
