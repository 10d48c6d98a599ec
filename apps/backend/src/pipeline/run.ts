import type { SpeechModelPlace } from '../models/speechModels.ts';
import type { AddedModels } from './generation/broughtModels.ts';
import type { KeptFaces } from './keptFaces.ts';
import type { Pieces } from './pieces.ts';
import type { Meter, Progress } from './progress.ts';
import type { Artifact, Recipe, WorkFolder } from './workFolder.ts';

/** What every stage of one run shares. */
export interface Run {
  readonly work: WorkFolder;
  readonly progress: Progress;
  /** Aborted when a person stops the run. */
  readonly signal: AbortSignal;
  /** How many threads may work at once. */
  readonly workers: number;
  /** Faces that are cut out while they are followed; left out where what follows is done by somebody else. */
  readonly kept?: KeptFaces;
  /** Tells the networks that studios brought to this machine; left out where none are wanted. */
  readonly brought?: () => Promise<AddedModels>;
  /** Where speech models are looked for; left out where nothing is transcribed. */
  readonly speechModels?: SpeechModelPlace;
}

/** What a stage counts while it works. */
export interface Units {
  readonly unit: string;
  readonly total: number | null;
}

/** Loads what an earlier run made with an equal recipe, or makes and saves it. */
export async function makeOnce<T>(
  run: Run,
  recipe: Recipe,
  units: Units,
  make: (meter: Meter) => Promise<T>,
): Promise<Artifact<T>> {
  run.signal.throwIfAborted();
  const key = await run.work.keyOf(recipe);
  const saved = await run.work.load<T>(recipe.stage, key);
  if (saved !== undefined) {
    run.progress.reused(recipe.stage);
    return { key, value: saved };
  }
  const value = await run.progress.measure(recipe.stage, units, make);
  await run.work.save(recipe.stage, key, value);
  return { key, value };
}

/** An artifact in pieces: what is small of it, and the folder of the rest. */
export interface Pieced<T> extends Artifact<T> {
  readonly pieces: Pieces;
}

/**
 * The same for a stage that saves most of its work in pieces. What `make` returns is saved last: where it is there, all
 * pieces are.
 */
export async function makePiecesOnce<T>(
  run: Run,
  recipe: Recipe,
  units: Units,
  make: (pieces: Pieces, meter: Meter) => Promise<T>,
): Promise<Pieced<T>> {
  const pieces = await run.work.pieces(recipe);
  return { ...(await makeOnce(run, recipe, units, (meter) => make(pieces, meter))), pieces };
}
