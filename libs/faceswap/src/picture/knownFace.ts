import { type FaceCut, FEWEST_CUTS, learnUsualFace, type UsualFace } from '@mondwerk/compositing';
import { WHOLE_FACE } from './wholeFace.ts';

/** What is known of the replaced performer's face in a shot: what it usually looks like, and what always is in front of it. */
export interface KnownFace {
  readonly usual: UsualFace;
}

/** Learns a shot's face from cut-outs of it; `undefined` where they are too few. */
export function learnKnownFace(cuts: readonly FaceCut[]): KnownFace | undefined {
  if (cuts.length < FEWEST_CUTS) return undefined;
  return { usual: learnUsualFace(cuts, WHOLE_FACE) };
}
