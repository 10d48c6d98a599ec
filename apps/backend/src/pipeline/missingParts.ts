import { sumOfFrames, unfinished, type PartPlace } from './partPlaces.ts';
import type { Pieces } from './pieces.ts';
import type { Run } from './run.ts';
import type { Recipe } from './workFolder.ts';

/** Finished parts of a stretch, in order, and the folder they are in. */
export interface FinishedParts {
  readonly pieces: Pieces;
  readonly places: readonly PartPlace[];
}

/** Makes parts, telling of every frame that is done. */
export type MakeParts = (pieces: Pieces, missing: readonly PartPlace[], onFrame: () => void) => Promise<void>;

/** Has those parts made that an earlier run with an equal recipe had not finished. */
export async function makeMissingParts(
  run: Run,
  recipe: Recipe,
  places: readonly PartPlace[],
  make: MakeParts,
): Promise<FinishedParts> {
  const pieces = await run.work.pieces(recipe);
  const missing = await unfinished(pieces, places);
  if (missing.length === 0) {
    run.progress.reused(recipe.stage);
    return { pieces, places };
  }
  const total = sumOfFrames(places);
  const already = total - sumOfFrames(missing);
  await run.progress.measure(recipe.stage, { unit: 'frames', total, already }, async (meter) => {
    let done = already;
    await make(pieces, missing, () => meter.reach(++done));
  });
  return { pieces, places };
}
