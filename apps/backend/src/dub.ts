import { basename } from 'node:path';
import { contains } from '@mondwerk/film';
import type { PlannedMouth } from '@mondwerk/lipsync';
import type { Encoding } from '@mondwerk/media';
import type { FilmDub } from './order/checkOrder.ts';
import { plannedSheets, type ShotSheet } from './pipeline/shotSheet.ts';
import { readWith } from './pipeline/footage/openFootage.ts';
import { shownFilm, type Scale } from './pipeline/online/pictureSizes.ts';
import { footageUse, performersSpeech } from './pipeline/footage/footageUse.ts';
import { sayFootage, sayWhatIsNeeded } from './pipeline/footage/sayFootage.ts';
import { FILM_PART_FRAMES } from './pipeline/partPlaces.ts';
import type { Findings } from './pipeline/report/findings.ts';
import type { PatchResult } from './pipeline/renderedFrame.ts';
import type { Run } from './pipeline/run.ts';
import { layVoicesOnce } from './pipeline/stages/conformVoice.ts';
import { sourcesFor } from './pipeline/stages/missingSources.ts';
import { readParts } from './pipeline/renderedParts.ts';
import { renderMouthsOnce } from './pipeline/stages/renderMouths.ts';
import { seal } from './pipeline/stages/seal.ts';
import { spliceFilm, type Splice } from './pipeline/stages/spliceFilm.ts';
import { saySplice } from './pipeline/report/saySplice.ts';
import { leftMouth } from './pipeline/mouthRenderer.ts';
import { SteadyShots } from './pipeline/steadyShots.ts';
import { maskInSize } from './pipeline/wishes/maskAt.ts';
import type { PictureWishes } from './pipeline/wishes/pictureWishes.ts';
import { planFilm } from './planFilm.ts';

/**
 * The whole pipeline: shots → faces, and meanwhile the voice → who says what → what their mouths can do → what they
 * shall do → from which frames → new pictures → the film. Every stage is skipped when its work folder knows the answer.
 */
export async function dub(
  order: FilmDub,
  run: Run,
  tell: (sentence: string) => void = () => {},
): Promise<Findings> {
  const { stretch, before } = order;
  const { shots, planned } = await planFilm(order, run, order.online);
  const shown = shownFilm(order, order.online);
  const { cast, dubbed, faces, heads, judged, spared, speech } = planned;
  const seen = performersSpeech(order, planned);
  const needed = seen.flatMap((each) => sayWhatIsNeeded(each) ?? []);
  for (const sentence of [...sayFootage(planned.footage), ...needed]) tell(sentence);
  const sheets = await plannedSheets(planned, order.film.clock);
  const plan = sheets.flatMap((sheet) => sheet.plan);
  const checks = sheets.flatMap((sheet) => sheet.checks);
  const steady = new SteadyShots(readWith(faces.value, planned.footage), heads, shown.scaleOf);
  const { footage } = shown;
  const decidedBy = {
    ...{ faces: faces.key, atlases: planned.atlases.key },
    ...(order.online && { online: order.online.scale }),
  };
  const splice = order.settings.splice === true ? await spliceFilm(run, shown.film, { plan, stretch }) : null;
  if (splice !== null) tell(saySplice(splice));
  const source = splice?.source ?? null;
  const layVoices = () => layVoicesOnce(run, order, speech.value.voices);
  const parts = await renderMouthsOnce(run, shown.film, {
    ...{ plan, checks, heads, steady, stretch, encoding: encodingOf(order) },
    ...(source && { between: { source, coded: splice!.coded } }),
    sources: (spans) =>
      sourcesFor(
        run,
        shown.film,
        { key: planned.plan.key, stretch, plan, steady, footage, faces: decidedBy },
        spans,
      ),
    pictures: picturesOf(sheets, shown.scaleOf(0)),
    partFrames: FILM_PART_FRAMES,
    inputs: decidedBy,
    ...(order.lips && { wantedLips: { model: order.lips, voice: await layVoices() } }),
    ...(before && { before: before.boxes, timed: before.film.film }),
  });
  const rendered = await readParts(parts);
  const copied = await seal(run, {
    ...{
      film: (before?.film ?? shown.film).film,
      stretch,
      out: order.out,
      language: order.script.language.tag,
    },
    parts: rendered.map(({ path, record }) => ({ path, span: record.span })),
    ...(source && { splice: { source, copied: splice!.copied } }),
    voice: (await layVoices()).path,
  });
  return {
    ...{
      order,
      shown: shown.film,
      checks,
      dubbed,
      lines: order.script.lines,
      out: basename(order.out),
      shots: shots.value,
    },
    tracks: faces.value.tracks,
    ...cast.value,
    speech: speech.value,
    ...{ judged: judged.value, spared, wishes: planned.wishes },
    cues: sheets.flatMap((sheet) => sheet.cues),
    parts: rendered.map(({ record }) => record),
    ...(splice && { copied: { spans: copied, mouths: leftIn(splice, plan) } }),
    ...{ seen, footage: footageUse(planned.footage, plan), ...(before && { before }) },
    times: run.progress.times,
  };
}

/** Masks were drawn on the film that was planned on; they lie at the same place in pictures of another size. */
const picturesOf = (sheets: readonly ShotSheet[], { x, y }: Scale): PictureWishes => ({
  looks: sheets.flatMap(({ pictures }) => pictures?.looks ?? []),
  masks: sheets.flatMap(({ pictures }) => pictures?.masks ?? []).map((mask) => maskInSize(mask, x, y)),
});

/** The mouths in what is copied: none of them was to be changed. */
const leftIn = ({ copied }: Splice, plan: readonly PlannedMouth[]): PatchResult[] =>
  plan.filter(({ frame }) => copied.some((span) => contains(span, frame))).map(leftMouth);

const encodingOf = ({ settings: { draft, lossless } }: FilmDub): Encoding =>
  lossless ? 'lossless' : draft ? 'draft' : 'film';
