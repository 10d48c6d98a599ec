import type { FilmClock, MouthCue, Shot } from '@mondwerk/film';
import type { PlannedMouth } from '@mondwerk/lipsync';
import type { DubbedTrack } from './casting/dubbedTracks.ts';
import type { PlannedDub } from './dubSteps.ts';
import { lipChecks, type LipCheck } from './lipChecks.ts';
import type { PerformerHead } from './performerHeads.ts';
import type { ShotCues } from './stages/cueMouths.ts';
import type { CastWishes } from './wishes/castWishes.ts';
import { pictureWishesOf, USUAL_PICTURES, type PictureWishes } from './wishes/pictureWishes.ts';

/** All that a worker needs to know to render one shot. */
export interface ShotSheet {
  readonly shot: Shot;
  /** The shapes that sounds ask for. */
  readonly cues: readonly MouthCue[];
  readonly plan: readonly PlannedMouth[];
  readonly checks: readonly LipCheck[];
  /** Of the performers who get new mouths in the shot, with their tracks in it. */
  readonly heads: readonly PerformerHead[];
  /** How people want its new mouths laid in; left out where they want nothing. */
  readonly pictures?: PictureWishes;
}

/** What is known of a whole film when the sheets of its shots are drawn. */
export interface Drawing {
  readonly dubbed: readonly DubbedTrack[];
  readonly heads: readonly PerformerHead[];
  /** Lines whose mouths are left: nothing of them is to be looked for. */
  readonly spared: ReadonlySet<number>;
  readonly clock: FilmClock;
  /** What people want of the mouths, `null` where they want nothing. */
  readonly wishes: CastWishes | null;
}

/** Draws up the sheet of a shot. */
export function sheetOf(
  shot: Shot,
  { cues }: ShotCues,
  plan: readonly PlannedMouth[],
  { dubbed, heads, spared, clock, wishes }: Drawing,
): ShotSheet {
  const own = dubbed.filter((each) => each.shot.index === shot.index);
  const performers = new Set(own.map(({ performer }) => performer));
  const pictures = wishes === null ? USUAL_PICTURES : pictureWishesOf(wishes, own);
  const { looks, masks } = pictures;
  return {
    shot,
    cues,
    plan,
    checks: lipChecks(
      cues.filter(({ line }) => !spared.has(line)),
      own,
      plan,
      clock,
    ),
    heads: heads
      .filter(({ performer }) => performers.has(performer))
      .map((head) => ({ ...head, tracks: head.tracks.filter((track) => track.shot === shot.index) })),
    ...(looks.length + masks.length > 0 && { pictures }),
  };
}

/** Draws up the sheet of a shot as it was planned. @throws TypeError when nothing was planned for it. */
export async function plannedSheet(
  shot: Shot,
  { cues, plan, ...dub }: PlannedDub,
  clock: FilmClock,
): Promise<ShotSheet> {
  const [own, planned] = [await cues.value.read(shot.index), await plan.value.read(shot.index)];
  return sheetOf(shot, own!, planned!, { ...dub, clock });
}

/** The sheets of all shots that something was planned for. */
export async function plannedSheets(dub: PlannedDub, clock: FilmClock): Promise<ShotSheet[]> {
  const shots = new Map(dub.faces.value.shots.map((shot) => [shot.index, shot]));
  const sheets: ShotSheet[] = [];
  for (const shot of dub.plan.value.shots) sheets.push(await plannedSheet(shots.get(shot)!, dub, clock));
  return sheets;
}
