import { readFile } from 'node:fs/promises';
import { contains, type FrameSpan } from '@mondwerk/film';
import type { Encoding, SpliceSource } from '@mondwerk/media';
import type { CheckedFilm } from '../checkedFilm.ts';
import type { PartRecord } from '../filmPart.ts';
import { fingerprintValue } from '../fingerprint.ts';
import type { LipCheck } from '../lipChecks.ts';
import type { PlannedFilm } from '../mouthRenderer.ts';
import { makeMissingParts, type FinishedParts } from '../missingParts.ts';
import { partsOf, showing } from '../partPlaces.ts';
import { renderParts } from '../partRun.ts';
import type { Run } from '../run.ts';
import { mouthWish, USUAL_PICTURES } from '../wishes/pictureWishes.ts';
import type { Recipe } from '../workFolder.ts';
import type { Sources } from './gatherSources.ts';

/** A finished part: its file, and what was done in it. */
export interface RenderedPart {
  readonly path: string;
  readonly record: PartRecord;
}

/** What is rendered from what. */
export interface Rendering extends Omit<PlannedFilm, 'film' | 'sources'> {
  /** The cut-outs of some spans; asked for only where something is to be rendered. */
  readonly sources: (spans: readonly FrameSpan[]) => Promise<Sources>;
  readonly checks: readonly LipCheck[];
  readonly stretch: FrameSpan;
  /** Only these frames of the stretch, between pictures that are copied; left out: all of it. */
  readonly between?: { readonly source: SpliceSource; readonly coded: readonly FrameSpan[] };
  readonly encoding: Encoding;
  /** How many frames a part has at most. */
  readonly partFrames: number;
  /** What decides the pictures, besides the film and what is planned and wished for each mouth. */
  readonly inputs: Readonly<Record<string, unknown>>;
}

/**
 * Renders a stretch in parts, leaving out those that an earlier run had finished with the same mouths in them, however much
 * else has changed meanwhile.
 */
export function renderMouthsOnce(
  run: Run,
  { film, filmHash }: CheckedFilm,
  rendering: Rendering,
): Promise<FinishedParts> {
  const { stretch, between, encoding, partFrames, inputs } = rendering;
  const { codec, profile, setId } = between?.source ?? {};
  const recipe: Recipe = {
    stage: 'renderMouths',
    inputs: { film: filmHash, encoding, ...(between && { between: { codec, profile, setId } }), ...inputs },
    rooms: ['film', 'media', 'models', 'compositing', 'face', 'lipsync'],
  };
  const spans = between?.coded ?? [stretch];
  const places = showing(
    spans.flatMap((span) => partsOf(span, partFrames)),
    tellShown(rendering),
  );
  return makeMissingParts(run, recipe, places, async (pieces, missing, onFrame) => {
    const sources = await rendering.sources(missing.map(({ span }) => span));
    const planned = { ...rendering, film, sources };
    const parts = { encoding, between: between?.source, pieces, missing };
    await renderParts(run, { planned, checks: rendering.checks, ...parts }, onFrame);
  });
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

/** What was done in each of some finished parts. */
export const readParts = ({ pieces, places }: FinishedParts): Promise<RenderedPart[]> =>
  Promise.all(
    places.map(async ({ part, record }) => ({
      path: pieces.pathOf(part),
      record: JSON.parse(await readFile(pieces.pathOf(record), 'utf8')) as PartRecord,
    })),
  );
