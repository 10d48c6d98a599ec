import { formatTimecode, Refusal, type Performer, type Shot } from '@mondwerk/film';
import type { PlannedFace } from '@mondwerk/faceswap';
import { wholeSpan, type Encoding, type Film } from '@mondwerk/media';
import type { CheckedFilm } from '../checkedFilm.ts';
import { performerCalled } from '../footage/performerNamed.ts';
import type { FinishedParts } from '../missingParts.ts';
import { FILM_PART_FRAMES } from '../partPlaces.ts';
import type { RenderedStretch } from '../renderedParts.ts';
import type { Run } from '../run.ts';
import { findPerformers } from '../stages/castPerformers.ts';
import { gatherFacesOnce } from '../stages/gatherFaces.ts';
import { renderFacesOnce } from '../stages/renderFaces.ts';
import { checkFaces, type Faces } from '../stages/trackFaces.ts';
import { SteadyShots } from '../steadyShots.ts';
import { watchFilm } from '../watchFilm.ts';
import type { PictureWishes } from '../wishes/pictureWishes.ts';
import type { Artifact } from '../workFolder.ts';
import type { CheckedReplacement, WantedHead } from './checkedReplacement.ts';
import { shownHead, type FaceSheet } from './faceSheet.ts';
import { openDonors, readWithDonors } from './openDonors.ts';
import { faceSheets, learnReplacement, planReplacement, type PlannedReplacement } from './replaceSteps.ts';
import { saySeen, seenPeople } from './seenPeople.ts';

/** A film of which it is known which faces its heads get. */
export interface MatchedFilm {
  readonly shots: readonly Shot[];
  readonly performers: readonly Performer[];
  readonly faces: Artifact<Faces>;
  /** One for each head. */
  readonly replacements: readonly PlannedReplacement[];
  readonly plan: readonly PlannedFace[];
  readonly sheets: readonly FaceSheet[];
}

/** Everything up to where pictures are made. @throws Refusal for heads and shots that there are not, and unclear footage. */
export async function matchFaces(run: Run, order: CheckedReplacement): Promise<MatchedFilm> {
  const { shots, faces } = await watchFilm(run, order, wholeSpan(order.film));
  checkFaces(faces, order);
  checkShots(order, shots.value);
  const performers = findPerformers(faces.value);
  const replacements: PlannedReplacement[] = [];
  for (const head of order.heads) {
    const replaced = performerOf(head, order, { performers, faces: faces.value });
    const film = { checked: order, faces, performers, replaced };
    const taken = replacements.reduce((sum, { donors }) => sum + donors.length, 0);
    const donors = await openDonors(run, film, head.donors, (person) => `--donor ${person}`, taken);
    const learned = await learnReplacement(run, { film, donors });
    const { strength } = order.settings;
    const { stretch, shots: only, wanted } = order;
    const wish = { stretch, shots: only, strength, ...(wanted && { wanted }) };
    const planned = await planReplacement(run, learned, wish);
    if (planned.tracks.length === 0) throw notSeen(planned);
    replacements.push(planned);
  }
  const sheets = [];
  for (const replacement of replacements)
    for await (const sheet of faceSheets(replacement)) sheets.push(sheet);
  const plan = sheets.flatMap((sheet) => sheet.plan);
  return { shots: shots.value, performers, faces, replacements, plan, sheets };
}

/** How the pictures of a replacement are written. */
export type FaceEncoding = Pick<RenderedStretch, 'between'> & { readonly encoding: Encoding };

/** Renders the parts of a replacement. */
export function renderMatched(
  run: Run,
  order: CheckedReplacement,
  { faces, replacements, plan, sheets }: MatchedFilm,
  encoding: FaceEncoding,
): Promise<FinishedParts> {
  const donors = replacements.flatMap((each) => each.donors);
  const heads = replacements.map(({ head }) => head);
  const shown = replacements.map((each) => shownHead(each.donors, each.learned.value));
  const steady = new SteadyShots(readWithDonors(faces.value, donors), [...heads, ...shown], undefined, true);
  const { stretch } = order;
  const plans = replacements.map((each) => each.plan.key);
  const footage = new Map<number, Film>(donors.map(({ number, film }) => [number, film]));
  return renderFacesOnce(run, order, {
    ...{ plan, heads, steady, stretch, partFrames: FILM_PART_FRAMES, ...encoding },
    ...(order.generators && { generators: order.generators }),
    sources: async () =>
      (
        await gatherFacesOnce(run, order, {
          ...{ key: plans.join(' '), stretch },
          open: async () => ({ plan: [plan], steady, footage }),
        })
      ).value,
    pictures: picturesOf(sheets),
    inputs: { learned: replacements.map((each) => each.learned.key) },
  });
}

const picturesOf = (sheets: readonly FaceSheet[]): PictureWishes => ({
  looks: sheets.flatMap(({ pictures }) => pictures?.looks ?? []),
  masks: sheets.flatMap(({ pictures }) => pictures?.masks ?? []),
});

interface Known {
  readonly performers: readonly Performer[];
  readonly faces: Faces;
}

/** @throws Refusal `no-performer` that tells who is there. */
function performerOf(
  { replaced }: WantedHead,
  { film, filmName }: CheckedFilm,
  { performers, faces }: Known,
): Performer {
  const id = performerCalled(replaced, performers);
  const found = performers.find((each) => each.id === id);
  if (found !== undefined) return found;
  const seen = seenPeople(performers, faces.tracks, film).slice(0, MOST_NAMED);
  throw new Refusal(
    'no-performer',
    `${replaced} is nobody in ${filmName}: there ${seen.length === 1 ? 'is' : 'are'} ${seen.map((person) => saySeen(person, film)).join(', ')}.`,
  );
}

const MOST_NAMED = 8;

/** A head that is nowhere in what is to be rendered would be replaced without anything to see of it. */
function notSeen({ film: { replaced, faces, checked } }: PlannedReplacement): Refusal {
  const own = faces.value.tracks.filter(({ id }) => replaced.tracks.includes(id));
  const shots = [...new Set(own.map(({ shot }) => shot))].slice(0, MOST_NAMED);
  return new Refusal(
    'not-seen',
    `${replaced.id} is not seen in that part of ${checked.filmName}: they are in shot ${shots.join(', ')}` +
      `${own.length > MOST_NAMED ? ' and more' : ''}, first at ${formatTimecode(own[0].span.start, checked.film.rate)}.`,
  );
}

/** @throws Refusal `no-shot` */
function checkShots({ shots: wanted, filmName }: CheckedReplacement, shots: readonly Shot[]): void {
  const missing = wanted?.find((index) => !shots.some((shot) => shot.index === index));
  if (missing === undefined) return;
  const last = shots.length - 1;
  throw new Refusal(
    'no-shot',
    `${filmName} has no shot ${missing}: its shots are 0 to ${last}, as mondwerk inspect counts them.`,
  );
}
