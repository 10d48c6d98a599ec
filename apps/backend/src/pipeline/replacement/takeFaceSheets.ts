import type { ReplaceOrder } from '../orders.ts';
import { leaveFaces } from '../stages/planFaces.ts';
import { wantsPictures, wishesOfTake } from '../wishes/takeWishes.ts';
import { planWishOf } from '../wishes/motionWishes.ts';
import type { FaceSheet } from './faceSheet.ts';
import { sheetOfFaces, type PlannedReplacement } from './replaceSteps.ts';

/** Which shot is rendered, and what is asked of its take. */
type AskedShot = Pick<ReplaceOrder['shots'][number], 'shot' | 'settings'>;

/**
 * Draws the sheets of some shots, each as its take is asked for. How far and when mouths move is nothing that a replacement
 * decides: a face does what the head does.
 */
export async function* takeFaceSheets(
  replacement: PlannedReplacement,
  asked: readonly AskedShot[],
): AsyncGenerator<FaceSheet> {
  for (const each of asked) yield takeFaceSheet(replacement, each);
}

async function takeFaceSheet(
  { film, plan, tracks, head }: PlannedReplacement,
  { shot: index, settings }: AskedShot,
): Promise<FaceSheet> {
  const { shots } = film.faces.value;
  const shot = shots.find((each) => each.index === index);
  if (shot === undefined) throw new RangeError(`the film has no shot ${index}`);
  const planned = (await plan.value.read(index)) ?? [];
  const own = tracks.filter((track) => track.shot.index === index);
  const scene = { film: film.checked.film, shot, lines: [], spoken: [], performers: film.performers, shots };
  const wishes = wantsPictures(settings) ? wishesOfTake(settings, scene) : null;
  const left = settings.leaveAlone.includes(film.replaced.id) ? [shot.frames] : settings.untouched;
  const untouched = leaveFaces(planned, left);
  const asWished =
    wishes === null
      ? untouched
      : own.flatMap((track) =>
          leaveFaces(
            untouched.filter((face) => face.track === track.track),
            planWishOf(wishes, track).left ?? [],
          ),
        );
  return sheetOfFaces({ shot, plan: asWished, tracks, head, wishes });
}
