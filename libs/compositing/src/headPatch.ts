import type { Box } from '@mondwerk/film';
import type { FlatMesh } from './coarseGrid.ts';
import type { DrawnMask } from './drawnMask.ts';
import type { PictureSettings } from './pictureSettings.ts';
import type { PictureSource } from './pictureSource.ts';
import type { PlateJob } from './renderPool.ts';
import type { SourceRecord } from './sourceFile.ts';

/** What every new mouth and every new face in one frame is told. */
export interface HeadPatch extends PlateJob {
  /** Where the plate lies in its frame, aligned to whole chroma samples. */
  readonly box: Box;
  /** The face as it is and as it shall be: 468 × (x, y) in the frame's pixels. */
  readonly seen: FlatMesh;
  readonly wanted: FlatMesh;
  /** Of the head in the frame, in pixels. */
  readonly eyeDistance: number;
  /** 0 leaves the frame as it is, 1 is the new picture wholly. */
  readonly strength: number;
  /** As usual when left out. */
  readonly settings?: PictureSettings;
  /** What people drew over this face; it goes before what is found in front of it. */
  readonly masks?: readonly DrawnMask[];
}

/** The same on its way to a thread, where sources are named by where they lie in the source file. */
export interface HeadPatchJob extends HeadPatch {
  /** What a network made on this very head, where one did: it is taken before all others. */
  readonly made?: PictureSource;
  /** Cut-outs from which it is learned what this head usually looks like; with too few, nothing in front is looked for. */
  readonly usualCuts?: readonly SourceRecord[];
}
