import { basename } from 'node:path';
import type { Encoding } from '@mondwerk/media';
import type { FilmDub } from './order/checkOrder.ts';
import { plannedSheets, type ShotSheet } from './pipeline/shotSheet.ts';
import { readWith } from './pipeline/footage/openFootage.ts';
import { FILM_PART_FRAMES } from './pipeline/partPlaces.ts';
import type { Findings } from './pipeline/report/findings.ts';
import type { Run } from './pipeline/run.ts';
import { layVoicesOnce } from './pipeline/stages/conformVoice.ts';
import { sourcesFor } from './pipeline/stages/missingSources.ts';
import { readParts, renderMouthsOnce } from './pipeline/stages/renderMouths.ts';
import { seal } from './pipeline/stages/seal.ts';
import { SteadyShots } from './pipeline/steadyShots.ts';
import type { PictureWishes } from './pipeline/wishes/pictureWishes.ts';
import { planFilm } from './planFilm.ts';

/**
 * The whole pipeline: shots → faces, and meanwhile the voice → who says what → what their mouths can do → what they
 * shall do → from which frames → new pictures → the film. Every stage is skipped when its work folder knows the answer.
 */
export async function dub(order: FilmDub, run: Run): Promise<Findings> {
  const { stretch } = order;
  const { shots, planned } = await planFilm(order, run);
  const { cast, dubbed, faces, heads, judged, spared, speech } = planned;
  const sheets = await plannedSheets(planned, order.film.clock);
  const plan = sheets.flatMap((sheet) => sheet.plan);
  const checks = sheets.flatMap((sheet) => sheet.checks);
  const steady = new SteadyShots(readWith(faces.value, planned.footage), heads);
  const footage = new Map(planned.footage.map(({ number, input }) => [number, input.film]));
  const parts = await renderMouthsOnce(run, order, {
    ...{ plan, checks, heads, steady, stretch, encoding: encodingOf(order) },
    sources: (spans) =>
      sourcesFor(run, order, { key: planned.plan.key, stretch, plan, steady, footage }, spans),
    pictures: picturesOf(sheets),
    partFrames: FILM_PART_FRAMES,
    inputs: { faces: faces.key, atlases: planned.atlases.key },
  });
  const rendered = await readParts(parts);
  await seal(run, {
    ...{ film: order.film, stretch, out: order.out, language: order.script.language.tag },
    parts: rendered.map(({ path, record }) => ({ path, span: record.span })),
    voice: (await layVoicesOnce(run, order, speech.value.voices)).path,
  });
  return {
    ...{ order, checks, dubbed, lines: order.script.lines, out: basename(order.out), shots: shots.value },
    tracks: faces.value.tracks,
    ...cast.value,
    speech: speech.value,
    ...{ judged: judged.value, spared, wishes: planned.wishes },
    cues: sheets.flatMap((sheet) => sheet.cues),
    parts: rendered.map(({ record }) => record),
    times: run.progress.times,
  };
}

const picturesOf = (sheets: readonly ShotSheet[]): PictureWishes => ({
  looks: sheets.flatMap(({ pictures }) => pictures?.looks ?? []),
  masks: sheets.flatMap(({ pictures }) => pictures?.masks ?? []),
});

const encodingOf = ({ settings: { draft, lossless } }: FilmDub): Encoding =>
  lossless ? 'lossless' : draft ? 'draft' : 'film';
