import type { Box, Picture } from '@mondwerk/film';
import {
  type DrawnMask,
  openRenderPool,
  type PictureSettings,
  type PictureSource,
  type RenderPool,
  type RenderSetup,
  type SourceRecord,
  type WeightedRecord,
} from '@mondwerk/compositing';

/** One mouth to render; sources are named by where they lie in the source file. */
export interface RenderJob {
  readonly plate: Picture;
  readonly box: Box;
  readonly seen: Float32Array;
  readonly wanted: Float32Array;
  readonly eyeDistance: number;
  readonly strength: number;
  readonly settings?: PictureSettings;
  readonly masks?: readonly DrawnMask[];
  readonly sources: readonly WeightedRecord[];
  /** A mouth that a network made on this very face, where one did: it is taken before all others. */
  readonly made?: PictureSource;
  /** Cut-outs from which it is learned what this face usually looks like; with none, nothing in front is looked for. */
  readonly usualCuts?: readonly SourceRecord[];
}

/** Threads that render mouths. */
export type Renderers = RenderPool<RenderJob>;

/** Starts `count` threads that read sources from one file. */
export const openRenderers = (count: number, setup: RenderSetup): Renderers =>
  openRenderPool(new URL('./renderWorker.ts', import.meta.url), count, setup);
