import type { FaceAtlas } from '../donor/faceAtlas.ts';

/** Something that the replaced performer does and that the donor footage never shows. */
export interface MissingFootage {
  readonly what: 'yaw' | 'pitch' | 'shut eyes' | 'open mouth' | 'smile' | 'light' | 'size';
  /** In how many frames of the replaced performer. */
  readonly frames: number;
  /** In plain words and numbers: "yaw beyond 25° to the left in 312 frames: not seen in the donor footage". */
  readonly sentence: string;
}

/** Says beforehand what the donor footage lacks for these tracks of the replaced performer; all of them when left out. */
export function sayMissing(
  replaced: FaceAtlas,
  shown: FaceAtlas,
  tracks?: ReadonlySet<string>,
): MissingFootage[] {
  throw new Error(`not compared yet: ${replaced.performer} ${shown.performer} ${tracks?.size ?? 'all'}`);
}
