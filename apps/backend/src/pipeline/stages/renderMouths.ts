import { readFile } from 'node:fs/promises';
import type { FrameSpan } from '@mondwerk/film';
import type { Encoding } from '@mondwerk/media';
import type { CheckedFilm } from '../checkedFilm.ts';
import type { PartRecord } from '../filmPart.ts';
import type { LipCheck } from '../lipChecks.ts';
import type { PlannedFilm } from '../mouthRenderer.ts';
import { makeMissingParts, type FinishedParts } from '../missingParts.ts';
import { partsOf } from '../partPlaces.ts';
import { renderParts } from '../partRun.ts';
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

/** Renders a stretch in parts, leaving out those that an earlier run with an equal recipe had finished. */
export function renderMouthsOnce(
  run: Run,
  { film, filmHash }: CheckedFilm,
  rendering: Rendering,
): Promise<FinishedParts> {
  const { stretch, encoding, partFrames, inputs } = rendering;
  const recipe: Recipe = {
    stage: 'renderMouths',
    inputs: { film: filmHash, stretch, encoding, partFrames, ...inputs },
    rooms: ['film', 'media', 'models', 'face', 'lipsync'],
  };
  const work = { planned: { ...rendering, film }, checks: rendering.checks, encoding };
  return makeMissingParts(run, recipe, partsOf(stretch, partFrames), (pieces, missing, onFrame) =>
    renderParts(run, { ...work, pieces, missing }, onFrame),
  );
}

/** What was done in each of some finished parts. */
export const readParts = ({ pieces, places }: FinishedParts): Promise<RenderedPart[]> =>
  Promise.all(
    places.map(async ({ part, record }) => ({
      path: pieces.pathOf(part),
      record: JSON.parse(await readFile(pieces.pathOf(record), 'utf8')) as PartRecord,
    })),
  );
