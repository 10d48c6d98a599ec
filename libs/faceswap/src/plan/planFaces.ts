import type { FrameSpan } from '@mondwerk/film';
import type { FaceAtlas } from '../donor/faceAtlas.ts';
import type { PlannedFace } from './plannedFace.ts';

/** A track of the replaced performer, and the frames of it that get another face. */
export interface ReplacedTrack {
  readonly track: string;
  readonly span: FrameSpan;
  /** Whether the new face must come in or go out softly because the shot shows the old one beyond the span; not at cuts. */
  readonly easeEnds: { readonly first: boolean; readonly last: boolean };
  /** Frames in which people want the face left as it was. */
  readonly left?: readonly FrameSpan[];
}

/**
 * Plans every frame of one track. Frames in which the face was not seen come back as passed through. Planning computes
 * for long: it yields now and then, so that others come to their turn and it can be given up.
 */
export type FacePlanner = (wanted: ReplacedTrack) => Generator<void, PlannedFace[]>;

/** Makes ready to plan the tracks of the replaced performer: what is the same for all of them is worked out once. */
export function facePlannerOf(replaced: FaceAtlas, shown: FaceAtlas): FacePlanner {
  throw new Error(`not planned yet: ${replaced.performer} ${shown.performer}`);
}
