import { lengthOf, type FrameSpan } from '@mondwerk/film';
import type { CheckedFilm } from './checkedFilm.ts';
import type { Run } from './run.ts';
import { cutShotsOnce } from './stages/cutShots.ts';
import { trackFacesOnce } from './stages/trackFaces.ts';
import { isUncut, trackUncutOnce } from './stages/trackUncut.ts';
import type { WatchedFilm } from './watchSpoken.ts';

/**
 * Finds the shots of a film and follows the faces in those that touch `around`. Where all of it is looked at and nothing is
 * known yet, once through it is enough.
 */
export async function watchFilm(run: Run, checked: CheckedFilm, around: FrameSpan): Promise<WatchedFilm> {
  const whole = lengthOf(around) === checked.film.pts.length;
  if (whole && (await isUncut(run, checked))) return trackUncutOnce(run, checked);
  const shots = await cutShotsOnce(run, checked);
  return { shots, faces: await trackFacesOnce(run, checked, shots, around) };
}
