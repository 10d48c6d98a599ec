import { useMemo } from 'react';
import type { ShotPictures } from '#components/timeline/index.ts';
import { sourceUrls, useFrameTimes, useThumbnails, type FrameTimes } from '#lib/film/index.ts';

/** What pictures and timecodes of a film's shots are made from, once it is there. */
export interface FilmFacts {
  readonly pictures: ShotPictures | undefined;
  readonly frames: FrameTimes | undefined;
}

/** The small pictures and the frame times of a source. */
export function useFilmFacts(source: string | undefined): FilmFacts {
  const { data: index } = useThumbnails(source);
  const { data: frames } = useFrameTimes(source);
  return useMemo(
    () => ({ frames, pictures: index && source ? { index, sheet: sourceUrls(source).sheet } : undefined }),
    [index, source, frames],
  );
}
