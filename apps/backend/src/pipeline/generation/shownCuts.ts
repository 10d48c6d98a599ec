import type { SourceRecord } from '@mondwerk/compositing';
import type { FaceSource, PlannedFace } from '@mondwerk/faceswap';
import { SourceIndex } from '../sourceIndex.ts';
import type { Sources } from '../stages/gatherSources.ts';

/** Cut-outs of the shown performer, from which a swapper learns whose face to make. */
export interface ShownCuts {
  readonly file: string;
  readonly records: readonly SourceRecord[];
}

/** More frames than these tell little more. */
const ENOUGH = 12;

/** Frames of the shown performer that a plan takes faces from, evenly over it. */
export function framesToLearnFrom(
  plan: readonly PlannedFace[],
): readonly Pick<FaceSource, 'track' | 'frame'>[] {
  const all = plan.flatMap(({ faces: [best] }) => (best === undefined ? [] : [best]));
  const count = Math.min(ENOUGH, all.length);
  return Array.from({ length: count }, (_, i) => {
    const { track, frame } = all[Math.floor(((i + 0.5) * all.length) / count)];
    return { track, frame };
  });
}

/** Where the cut-outs of those frames lie. */
export function shownCuts(plan: readonly PlannedFace[], { cutouts, index, names }: Sources): ShownCuts {
  const places = new SourceIndex(index, names);
  try {
    const records = framesToLearnFrom(plan).flatMap(({ track, frame }) => places.find(track, frame) ?? []);
    return { file: cutouts, records };
  } finally {
    places.close();
  }
}
