import { basename } from 'node:path';
import { lengthOf, Refusal } from '@mondwerk/film';
import { wholeSpan, type Film } from '@mondwerk/media';
import type { AnyReport } from '../pipeline/report/readReport.ts';

/** Looks whether a report was written for these films. @throws Refusal `other-film` when frame does not lie beside frame. */
export function checkFrames(
  path: string,
  { film, settings: { stretch } }: AnyReport,
  { source, out }: { readonly source: Film; readonly out: Film },
): void {
  for (const [of, expected] of [
    [source, film.frames],
    [out, lengthOf(stretch)],
  ] as const) {
    const frames = lengthOf(wholeSpan(of));
    if (frames === expected) continue;
    const sentence = `${basename(of.path)} has ${frames} frames where ${basename(path)} tells of ${expected}; name the films that it was written for.`;
    throw new Refusal('other-film', sentence);
  }
}
