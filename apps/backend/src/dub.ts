import { basename } from 'node:path';
import type { FrameSpan } from '@mondwerk/film';
import { dubbedTracks } from './pipeline/casting/dubbedTracks.ts';
import type { FilmDub } from './order/checkOrder.ts';
import type { Run } from './pipeline/run.ts';
import { alignOriginalOnce, alignVoiceOnce } from './pipeline/stages/alignSpeech.ts';
import { buildAtlasesOnce } from './pipeline/stages/buildAtlas.ts';
import { castPerformersOnce } from './pipeline/stages/castPerformers.ts';
import { conformVoiceOnce } from './pipeline/stages/conformVoice.ts';
import { cueMouthsOnce } from './pipeline/stages/cueMouths.ts';
import { cutShotsOnce } from './pipeline/stages/cutShots.ts';
import { gatherSourcesOnce } from './pipeline/stages/gatherSources.ts';
import { planLinesOnce } from './pipeline/stages/planLines.ts';
import { renderMouthsOnce } from './pipeline/stages/renderMouths.ts';
import { seal } from './pipeline/stages/seal.ts';
import { trackFacesOnce } from './pipeline/stages/trackFaces.ts';
import { SteadyShots } from './pipeline/steadyShots.ts';
import { together } from './pipeline/together.ts';
import type { Findings } from './pipeline/report/findings.ts';

/**
 * The whole pipeline: shots → faces, and meanwhile the voice → who says what → what their mouths can do → what they
 * shall do → from which frames → new pictures → the film. Every stage is skipped when its work folder knows the answer.
 */
export async function dub(order: FilmDub, run: Run): Promise<Findings> {
  const shots = await cutShotsOnce(run, order);
  const [faces, [speech, originalSpeech]] = await together(
    run,
    (inRun) => trackFacesOnce(inRun, order, shots, withNeighbourhood(order)),
    async (inRun) => [await alignVoiceOnce(inRun, order), await alignOriginalOnce(inRun, order)] as const,
  );
  const cast = await castPerformersOnce(run, order, faces, speech, order.script.lines);
  const original = originalSpeech && {
    speech: originalSpeech,
    cast: await castPerformersOnce(run, order, faces, originalSpeech, order.original!.lines),
  };
  const dubbed = dubbedTracks({ ...cast.value, ...faces.value }, order.stretch);
  const atlases = await buildAtlasesOnce(run, faces, cast, dubbed);
  const steady = new SteadyShots(faces.value, cast.value.performers, atlases.value);
  const cues = await cueMouthsOnce(run, order, { speech, original, faces, cast, atlases, dubbed });
  const plan = await planLinesOnce(run, order, atlases, cues);
  const sources = await gatherSourcesOnce(run, order, plan, order.stretch, steady);
  const parts = await renderMouthsOnce(run, order, {
    plan,
    cues,
    sources,
    atlases: atlases.value,
    dubbed,
    steady,
  });
  await seal(run, order, parts, await conformVoiceOnce(run, order, speech));
  return {
    order,
    out: basename(order.out),
    shots: shots.value,
    tracks: faces.value.tracks,
    ...cast.value,
    speech: speech.value,
    cues: cues.value,
    plan: plan.value,
    dubbed,
    parts: parts.map(({ record }) => record),
    times: run.progress.times,
  };
}

/** Seconds round the stretch in which faces are followed too: a performer's mouth is learned from what is near. */
const NEIGHBOURHOOD = 60;

function withNeighbourhood({ film, stretch }: FilmDub): FrameSpan {
  const margin = Math.ceil((NEIGHBOURHOOD * film.rate.num) / film.rate.den);
  return {
    start: Math.max(0, stretch.start - margin),
    end: Math.min(film.clock.times.length, stretch.end + margin),
  };
}
