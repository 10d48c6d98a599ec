import { sayMissing, type PlannedFace } from '@mondwerk/faceswap';
import { lengthOf } from '@mondwerk/film';
import type { DubbedTrack } from '../casting/dubbedTracks.ts';
import type { Run } from '../run.ts';
import { learnFacesOnce, type LearnedFaces } from '../stages/learnFaces.ts';
import { planFacesOnce, type FacePlan } from '../stages/planFaces.ts';
import { castWishes, type CastWishes } from '../wishes/castWishes.ts';
import { planWishOf } from '../wishes/motionWishes.ts';
import { pictureWishesOf } from '../wishes/pictureWishes.ts';
import type { ReadSettings } from '../wishes/readSettings.ts';
import type { Artifact } from '../workFolder.ts';
import { inShot, replacedHead, type FaceSheet, type ReplacedHead } from './faceSheet.ts';
import type { Donor, ReplacedFilm } from './openDonors.ts';
import { replacedTracks, type Extent } from './replacedTracks.ts';

/** A replacement whose donor footage was followed. */
export interface Donated {
  readonly film: ReplacedFilm;
  readonly donors: readonly Donor[];
}

/** A replacement of which it is known what both faces do. */
export interface LearnedReplacement extends Donated {
  readonly learned: Artifact<LearnedFaces>;
}

/** Learns what both faces of a replacement do. */
export const learnReplacement = async (run: Run, donated: Donated): Promise<LearnedReplacement> => ({
  ...donated,
  learned: await learnFacesOnce(run, donated.film, donated.donors),
});

/** A replacement that can be rendered. */
export interface PlannedReplacement extends LearnedReplacement {
  readonly tracks: readonly DubbedTrack[];
  readonly plan: Artifact<FacePlan>;
  readonly head: ReplacedHead;
  /** What people want of the faces, `null` where they want nothing. */
  readonly wishes: CastWishes | null;
  /** What the donor footage lacks, in sentences. */
  readonly missing: readonly string[];
}

/** What is wanted of a replacement. */
export interface WantedReplacement extends Extent {
  readonly strength: number;
  readonly wanted?: ReadSettings;
}

/** Chooses the frames that every face is taken from. */
export async function planReplacement(
  run: Run,
  replacement: LearnedReplacement,
  { strength, wanted, ...extent }: WantedReplacement,
): Promise<PlannedReplacement> {
  const { film, learned } = replacement;
  const tracks = replacedTracks(film, extent);
  const wishes = wanted === undefined ? null : wishesOf(film, wanted, extent);
  const left = new Map(
    tracks.map((track) => [track.track, wishes === null ? [] : (planWishOf(wishes, track).left ?? [])]),
  );
  const plan = await planFacesOnce(run, learned, { tracks, left, strength });
  const own = new Set(tracks.map(({ track }) => track));
  const missing = sayMissing(learned.value.replaced, learned.value.shown, own);
  const head = replacedHead(film, learned.value);
  return { ...replacement, tracks, plan, head, wishes, missing: missing.map(({ sentence }) => sentence) };
}

/** @throws Refusal `settings-wrong` for wishes about shots and people that there are not. */
function wishesOf(
  { checked, faces, performers }: ReplacedFilm,
  { wishes, name }: ReadSettings,
  { stretch }: Extent,
): CastWishes {
  const partly = lengthOf(stretch) < checked.film.clock.times.length;
  const { shots } = faces.value;
  return castWishes(wishes, { shots, performers, spoken: [], lines: [], partly }, name);
}

/** The sheets of all shots in which faces are replaced, in order. */
export async function* faceSheets({ film, plan, ...planned }: PlannedReplacement): AsyncGenerator<FaceSheet> {
  for (const shot of film.faces.value.shots) {
    const own = await plan.value.read(shot.index);
    if (own !== undefined) yield sheetOfFaces({ ...planned, shot, plan: own });
  }
}

/** What the sheet of a shot is drawn up from. */
export interface FaceDrawing extends Pick<PlannedReplacement, 'tracks' | 'head' | 'wishes'> {
  readonly shot: FaceSheet['shot'];
  readonly plan: readonly PlannedFace[];
}

/** Draws up the sheet of a shot. */
export function sheetOfFaces({ shot, plan, tracks, head, wishes }: FaceDrawing): FaceSheet {
  const own = tracks.filter((track) => track.shot.index === shot.index);
  const pictures = wishes === null ? { looks: [], masks: [] } : pictureWishesOf(wishes, own);
  const { looks, masks } = pictures;
  return {
    ...{ shot, plan, heads: own.length === 0 ? [] : [inShot(head, shot.index)] },
    ...(looks.length + masks.length > 0 && { pictures }),
  };
}
