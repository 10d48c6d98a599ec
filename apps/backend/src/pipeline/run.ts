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
