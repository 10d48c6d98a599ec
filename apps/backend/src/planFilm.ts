import type { FrameSpan, Shot } from '@mondwerk/film';
import type { CheckedOrder } from './pipeline/checkedOrder.ts';
import { castDub, cueDub, learnMouths, planDub, type PlannedDub } from './pipeline/dubSteps.ts';
import type { Online } from './pipeline/online/pictureSizes.ts';
import type { Run } from './pipeline/run.ts';
import { alignOriginalOnce } from './pipeline/stages/alignSpeech.ts';
import { alignVoicesOnce } from './pipeline/stages/alignVoices.ts';
import { decidedCast } from './pipeline/casting/decidedCast.ts';
import { openFootage } from './pipeline/footage/openFootage.ts';
import { findPerformers, NOTHING_DECIDED, type DecidedCast } from './pipeline/stages/castPerformers.ts';
import { cutShotsNearOnce } from './pipeline/stages/cutShots.ts';
import { checkFaces, type Faces } from './pipeline/stages/trackFaces.ts';
import { isSparse, nearLines } from './pipeline/spokenShots.ts';
import { together } from './pipeline/together.ts';
import { watchFilm } from './pipeline/watchFilm.ts';
import { watchSpoken } from './pipeline/watchSpoken.ts';
import type { Artifact } from './pipeline/workFolder.ts';

/** A film of which it is known what its mouths do, and what they shall do. */
export interface PlannedFilm {
  readonly shots: Artifact<readonly Shot[]>;
  readonly planned: PlannedDub;
}

/**
 * Plans a dub: everything up to where pictures are made. Where those are rendered in another film than the one that is planned
 * on, `online` tells.
 */
export async function planFilm(
  order: CheckedOrder,
  run: Run,
  online: Online | null = null,
): Promise<PlannedFilm> {
  const around = withNeighbourhood(order);
  const [watched, [speech, originalSpeech]] = await together(
    run,
    async (inRun) =>
      isSparse(order)
        ? { near: await cutShotsNearOnce(inRun, order, nearLines(order)) }
        : watchFilm(inRun, order, around),
    async (inRun) => [await alignVoicesOnce(inRun, order), await alignOriginalOnce(inRun, order)] as const,
  );
  const { shots, faces } =
    'faces' in watched
      ? watched
      : ((await watchSpoken(run, order, watched.near, speech.value)) ??
        (await watchFilm(run, order, around)));
  checkFaces(faces, order);
  const decided = decide(order, faces.value, shots.value);
  const cast = await castDub(run, order, { faces, speech, originalSpeech }, decided);
  const footage = await openFootage(run, order, faces, cast.cast);
  const learned = await learnMouths(run, cast, footage, online);
  const planned = await planDub(run, order, await cueDub(run, order, learned));
  return { shots, planned };
}

/** What was chosen by name, in terms of who was found. */
function decide({ chosen, script }: CheckedOrder, faces: Faces, shots: readonly Shot[]): DecidedCast {
  if (chosen.length === 0) return NOTHING_DECIDED;
  const performers = findPerformers(faces);
  const partly = faces.shots.length < shots.length;
  return { performers, casting: decidedCast(chosen, { performers, lines: script.lines, partly }) };
}

/** Seconds round the stretch in which faces are followed too: a performer's mouth is learned from what is near. */
const NEIGHBOURHOOD = 60;

function withNeighbourhood({ film, stretch }: CheckedOrder): FrameSpan {
  const margin = Math.ceil((NEIGHBOURHOOD * film.rate.num) / film.rate.den);
  return {
    start: Math.max(0, stretch.start - margin),
    end: Math.min(film.clock.times.length, stretch.end + margin),
  };
}
