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

/** One face to render: a `FaceTask` whose sources are named by where they lie in the source file. */
export interface FaceJob {
  readonly plate: Picture;
  readonly box: Box;
  readonly seen: Float32Array;
  readonly wanted: Float32Array;
  readonly eyeDistance: number;
  readonly strength: number;
  readonly settings?: PictureSettings;
  readonly masks?: readonly DrawnMask[];
  readonly faces: readonly WeightedRecord[];
  /** A face that a generator made on this very head, where one did: it is taken before all others. */
  readonly made?: PictureSource;
  readonly mouths: readonly WeightedRecord[];
  readonly eyes: readonly WeightedRecord[];
  /** Cut-outs of the replaced performer in this shot; with too few, nothing in front of them is looked for. */
  readonly usualCuts?: readonly SourceRecord[];
}

/** Threads that render faces. */
export type FaceRenderers = RenderPool<FaceJob>;

/** Starts `count` threads that read sources from one file. */
export const openFaceRenderers = (count: number, setup: RenderSetup): FaceRenderers =>
  openRenderPool(new URL('./faceWorker.ts', import.meta.url), count, setup);
