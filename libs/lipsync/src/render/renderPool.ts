import {
  type HeadPatchJob,
  openRenderPool,
  type RenderPool,
  type RenderSetup,
  type WeightedRecord,
} from '@mondwerk/compositing';

/** One mouth to render; sources are named by where they lie in the source file. */
export interface RenderJob extends HeadPatchJob {
  readonly sources: readonly WeightedRecord[];
}

/** Threads that render mouths. */
export type Renderers = RenderPool<RenderJob>;

/** Starts `count` threads that read sources from one file. */
export const openRenderers = (count: number, setup: RenderSetup): Renderers =>
  openRenderPool(new URL('./renderWorker.ts', import.meta.url), count, setup);
