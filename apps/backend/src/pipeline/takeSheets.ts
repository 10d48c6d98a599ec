import { perSecond } from '@mondwerk/film';
import type { Planner } from '@mondwerk/lipsync';
import { adjustCues, isPlain, leaveUntouched } from './adjustTake.ts';
import type { CheckedOrder } from './checkedOrder.ts';
import type { PlannedDub } from './dubSteps.ts';
import { spareLines } from './lines/spareLines.ts';
import type { RenderOrder } from './orders.ts';
import type { Run } from './run.ts';
import { sheetOf, type ShotSheet } from './shotSheet.ts';
import type { ShotCues } from './stages/cueMouths.ts';
import { plannersOf, planShot, wishesByTrack, withPlansWished } from './stages/planLines.ts';
import { wantsPictures, wishesOfTake } from './wishes/takeWishes.ts';

/** The film and what is said in it. */
type DubbedFilm = Pick<CheckedOrder, 'film' | 'script'>;

/** Which shot is rendered, and what is asked of its take. */
type AskedShot = Pick<RenderOrder['shots'][number], 'shot' | 'settings'>;

/** Draws the sheets of some shots, each as its take is asked for. */
export async function* takeSheets(
  run: Run,
  checked: DubbedFilm,
  dub: PlannedDub,
  asked: readonly AskedShot[],
): AsyncGenerator<ShotSheet> {
  const planners = plannersOf(dub.atlases.value, perSecond(checked.film.rate));
  for (const each of asked) yield takeSheet(run, checked, dub, each, planners);
}

async function takeSheet(
  run: Run,
  { film, script: { lines } }: DubbedFilm,
  dub: PlannedDub,
  { shot: index, settings }: AskedShot,
  planners: (performer: string) => Planner | undefined,
): Promise<ShotSheet> {
  const shot = dub.faces.value.shots.find((each) => each.index === index);
  const { clock } = film;
  if (shot === undefined) throw new RangeError(`the film has no shot ${index}`);
  const [cues, plan] = [await dub.cues.value.read(index), await dub.plan.value.read(index)];
  const drawing = { ...dub, clock };
  if (cues === undefined || plan === undefined) return sheetOf(shot, NOTHING, [], drawing);
  if (isPlain(settings)) return sheetOf(shot, cues, plan, drawing);
  const adjusted = adjustCues(cues, settings, clock);
  const sparing = { lines: dub.spared, dubbed: dub.dubbed, phones: dub.speech.value.phones, clock };
  const spared = spareLines(adjusted, sparing);
  const { spoken, performers } = dub.cast.value;
  const wishes = wantsPictures(settings)
    ? wishesOfTake(settings, { film, shot, lines, spoken, performers, shots: dub.faces.value.shots })
    : null;
  const wished = wishes === null ? spared : withPlansWished(spared, wishesByTrack(dub.dubbed, wishes));
  const replanned = leaveUntouched(await planShot(wished, planners, run.signal), settings);
  return sheetOf(shot, adjusted, replanned, { ...drawing, wishes });
}

/** A shot in which nobody is dubbed: its take is the shot as it was. */
const NOTHING: ShotCues = { cues: [], wanted: [] };
