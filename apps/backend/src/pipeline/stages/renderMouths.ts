import { readFile } from 'node:fs/promises';
import { lengthOf, type FrameSpan } from '@mondwerk/film';
import type { Encoding } from '@mondwerk/media';
import type { CheckedFilm } from '../checkedFilm.ts';
import type { PartRecord } from '../filmPart.ts';
import type { LipCheck } from '../lipChecks.ts';
import type { PlannedFilm } from '../mouthRenderer.ts';
import { partsOf, sumOfFrames, unfinished, type PartPlace } from '../partPlaces.ts';
import { renderParts } from '../partRun.ts';
import type { Pieces } from '../pieces.ts';
import type { Run } from '../run.ts';
import type { Recipe } from '../workFolder.ts';

/** A finished part: its file, and what was done in it. */
export interface RenderedPart {
  readonly path: string;
  readonly record: PartRecord;
}

/** What is rendered from what. */
export interface Rendering extends Omit<PlannedFilm, 'film'> {
  readonly checks: readonly LipCheck[];
  readonly stretch: FrameSpan;
  readonly encoding: Encoding;
  /** How many frames a part has at most. */
  readonly partFrames: number;
  /** What decides the pictures, besides the film. */
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** Finished parts of a stretch, in order, and the folder they are in. */
export interface RenderedParts {
  readonly pieces: Pieces;
  readonly places: readonly PartPlace[];
}

/** Renders a stretch in parts, leaving out those that an earlier run with an equal recipe had finished. */
export async function renderMouthsOnce(
  run: Run,
  { film, filmHash }: CheckedFilm,
  rendering: Rendering,
): Promise<RenderedParts> {
  const { stretch, encoding, partFrames, inputs } = rendering;
  const recipe: Recipe = {
    stage: 'renderMouths',
    inputs: { film: filmHash, stretch, encoding, partFrames, ...inputs },
    rooms: ['film', 'media', 'models', 'face', 'lipsync'],
  };
  const pieces = await run.work.pieces(recipe);
  const places = partsOf(stretch, partFrames);
  const missing = await unfinished(pieces, places);
  const total = lengthOf(stretch);
  const already = total - sumOfFrames(missing);
  if (missing.length === 0) {
    run.progress.reused(recipe.stage);
  } else {
    await run.progress.measure(recipe.stage, { unit: 'frames', total, already }, async (meter) => {
      let done = already;
      const work = { planned: { ...rendering, film }, checks: rendering.checks, encoding, pieces, missing };
      await renderParts(run, work, () => meter.reach(++done));
    });
  }
  return { pieces, places };
}

/** What was done in each of some finished parts. */
export const readParts = ({ pieces, places }: RenderedParts): Promise<RenderedPart[]> =>
  Promise.all(
    places.map(async ({ part, record }) => ({
      path: pieces.pathOf(part),
      record: JSON.parse(await readFile(pieces.pathOf(record), 'utf8')) as PartRecord,
    })),
  );
