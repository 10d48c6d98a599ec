import {
  type HeadPatchJob,
  openRenderPool,
  type RenderPool,
  type RenderSetup,
  type WeightedRecord,
} from '@mondwerk/compositing';

/** One face to render: a `FaceTask` whose sources are named by where they lie in the source file. */
export interface FaceJob extends HeadPatchJob {
  readonly faces: readonly WeightedRecord[];
  readonly mouths: readonly WeightedRecord[];
  readonly eyes: readonly WeightedRecord[];
}

/** Threads that render faces. */
export type FaceRenderers = RenderPool<FaceJob>;

/** Starts `count` threads that read sources from one file. */
export const openFaceRenderers = (count: number, setup: RenderSetup): FaceRenderers =>
  openRenderPool(new URL('./faceWorker.ts', import.meta.url), count, setup);
