import type { FaceReason } from '../donor/trust.ts';

/** A frame of the shown performer's footage from which a face, or a part of it, is taken. */
export interface FaceSource {
  /** Left out: the film itself; else the number of the donor footage, from 1. */
  readonly footage?: number;
  readonly track: string;
  readonly frame: number;
  readonly weight: number;
}

/** What one head in one frame gets; its shape comes from `wantedFace`. */
export interface PlannedFace {
  readonly track: string;
  readonly frame: number;
  /** 0 leaves the head as it is; eased where a replacement starts or stops within a shot. */
  readonly strength: number;
  /** Why it is left, `null` where it is not. */
  readonly reason: FaceReason | null;
  /** The likest first; weights sum to 1; empty where `strength` is 0. */
  readonly faces: readonly FaceSource[];
  /** Frames for the mouth alone, where others show a liker one; empty: as in `faces`. */
  readonly mouths: readonly FaceSource[];
  /** Frames for eyes and brows alone, likewise. */
  readonly eyes: readonly FaceSource[];
}
