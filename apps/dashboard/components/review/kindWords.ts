import { createContext, useContext } from 'react';
import { useTranslations } from 'use-intl';
import type { Dub } from '#lib/api/titles.ts';

/** Of what kind the version is that is reviewed. */
export const ReviewedKind = createContext<Dub['kind']>('dub');

/** What is called otherwise where whole faces are replaced, not mouths. */
const OF_FACES = {
  'view-dub': 'view-replaced',
  turnAb: 'turnAbReplaced',
  mouth: 'face',
  nextFlag: 'nextFaceFlag',
  previousFlag: 'previousFaceFlag',
  flags: 'faceFlags',
  noFlags: 'noFaceFlags',
  notMeasured: 'facesNotMeasured',
  untouched: 'untouchedFaces',
  mouths: 'newFaces',
} as const;

/** A text that says something else of a replacement than of a dub. */
export type KindWord = keyof typeof OF_FACES;

/** Says texts of reviews as they are said of what is reviewed. */
export function useKindWords(): (word: KindWord, values?: Record<string, string | number>) => string {
  const t = useTranslations('review');
  const kind = useContext(ReviewedKind);
  // Both texts of a pair take the same values, which their types cannot tell.
  return (word, values) =>
    t((kind === 'dub' ? word : OF_FACES[word]) as 'mouths', values as { frames: number });
}
