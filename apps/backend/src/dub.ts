import { basename } from 'node:path';
import type { FrameSpan } from '@mondwerk/film';
import type { Encoding } from '@mondwerk/media';
import type { FilmDub } from './order/checkOrder.ts';
import { castDub, cueDub, learnMouths, planDub } from './pipeline/dubSteps.ts';
import { plannedSheets } from './pipeline/shotSheet.ts';
import { FILM_PART_FRAMES } from './pipeline/partPlaces.ts';
import type { Findings } from './pipeline/report/findings.ts';
import type { Run } from './pipeline/run.ts';
import { alignOriginalOnce } from './pipeline/stages/alignSpeech.ts';
import { alignVoicesOnce } from './pipeline/stages/alignVoices.ts';
import { NOTHING_DECIDED } from './pipeline/stages/castPerformers.ts';
import { layVoicesOnce } from './pipeline/stages/conformVoice.ts';
import { cutShotsOnce } from './pipeline/stages/cutShots.ts';
import { gatherSourcesOnce } from './pipeline/stages/gatherSources.ts';
import { readParts, renderMouthsOnce } from './pipeline/stages/renderMouths.ts';
import { seal } from './pipeline/stages/seal.ts';
import { checkFaces, trackFacesOnce } from './pipeline/stages/trackFaces.ts';
import { SteadyShots } from './pipeline/steadyShots.ts';
import { together } from './pipeline/together.ts';

/**
 * The whole pipeline: shots → faces, and meanwhile the voice → who says what → what their mouths can do → what they
 * shall do → from which frames → new pictures → the film. Every stage is skipped when its work folder knows the answer.
 */
export async function dub(order: FilmDub, run: Run): Promise<Findings> {
  const { stretch } = order;
  const shots = await cutShotsOnce(run, order);
  const [faces, [speech, originalSpeech]] = await together(
    run,
    (inRun) => trackFacesOnce(inRun, order, shots, withNeighbourhood(order)),
    async (inRun) => [await alignVoicesOnce(inRun, order), await alignOriginalOnce(inRun, order)] as const,
  );
  checkFaces(faces, order);
  const cast = await castDub(run, order, { faces, speech, originalSpeech }, NOTHING_DECIDED);
  const planned = await planDub(run, order, await cueDub(run, order, await learnMouths(run, cast)));
  const { dubbed, heads } = planned;
  const sheets = await plannedSheets(planned, order.film.clock);
  const plan = sheets.flatMap((sheet) => sheet.plan);
  const checks = sheets.flatMap((sheet) => sheet.checks);
  const steady = new SteadyShots(faces.value.read, heads);
  const open = async () => ({ plan: [plan], steady });
  const sources = await gatherSourcesOnce(run, order, { key: planned.plan.key, stretch, open });
  const parts = await renderMouthsOnce(run, order, {
    ...{ plan, checks, heads, steady, stretch, encoding: encodingOf(order) },
    sources: sources.value,
    partFrames: FILM_PART_FRAMES,
    inputs: { plan: planned.plan.key, sources: sources.key, cues: planned.cues.key },
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
    ...cast.cast.value,
    speech: speech.value,
    cues: sheets.flatMap((sheet) => sheet.cues),
    parts: rendered.map(({ record }) => record),
    times: run.progress.times,
  };
}

const encodingOf = ({ settings: { draft, lossless } }: FilmDub): Encoding =>
  lossless ? 'lossless' : draft ? 'draft' : 'film';

/** Seconds round the stretch in which faces are followed too: a performer's mouth is learned from what is near. */
const NEIGHBOURHOOD = 60;

function withNeighbourhood({ film, stretch }: FilmDub): FrameSpan {
  const margin = Math.ceil((NEIGHBOURHOOD * film.rate.num) / film.rate.den);
  return {
    start: Math.max(0, stretch.start - margin),
    end: Math.min(film.clock.times.length, stretch.end + margin),
  };
}
