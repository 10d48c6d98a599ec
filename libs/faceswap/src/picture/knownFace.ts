import { combine, type FaceCut, FEWEST_CUTS, learnUsualFace, type UsualFace } from '@mondwerk/compositing';
import { type AlwaysInFront, findAlwaysInFront } from './alwaysInFront.ts';
import { WHOLE_FACE } from './wholeFace.ts';

/** What is known of the replaced performer's face in a shot: what it usually looks like, and what always is in front of it. */
export interface KnownFace {
  readonly usual: UsualFace;
  readonly always?: AlwaysInFront;
}

/** Learns a shot's face from cut-outs of it; `undefined` where they are too few. */
export function learnKnownFace(cuts: readonly FaceCut[]): KnownFace | undefined {
  if (cuts.length < FEWEST_CUTS) return undefined;
  const usual = learnUsualFace(cuts, WHOLE_FACE);
  const always = findAlwaysInFront(usual);
  if (always === undefined) return { usual };
  // What is worn is no face: where it is, nothing can look unlike the face.
  const known = combine(usual.known, always.cover, (k, c) => (c > 0.02 ? 0 : k));
  return { usual: { ...usual, known }, always };
}
