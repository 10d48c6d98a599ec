/** A frame of the shown performer's footage from which a face, or a part of it, is taken. */
export interface FaceSource {
  /** Left out: the film itself; else the number of the donor footage, from 1. */
  readonly footage?: number;
  readonly track: string;
  readonly frame: number;
  readonly weight: number;
}

/** What one head in one frame gets. */
export interface PlannedFace {
  readonly track: string;
  readonly frame: number;
  /** 0 leaves the head as it is; eased where a replacement starts or stops within a shot. */
  readonly strength: number;
  /** Why it is left, `null` where it is not. */
  readonly reason: string | null;
  /** The shown performer's face with the head's expression and mouth: 468 × (x, y, z) in the replaced head's own frame, in eye distances. */
  readonly shape: Float32Array;
  readonly faces: readonly FaceSource[];
  readonly mouths: readonly FaceSource[];
  readonly eyes: readonly FaceSource[];
}
