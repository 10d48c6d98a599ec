import { speechSeen, staleEdits } from '@mondwerk/lipsync';
import { wholeSpan, type Film } from '@mondwerk/media';
import type { CheckedOrder } from '../checkedOrder.ts';
import {
  castDub,
  cueDub,
  learnMouths,
  planDub,
  type CastDub,
  type CuedDub,
  type LearnedDub,
  type PlannedDub,
} from '../dubSteps.ts';
import type { Handlers, TitleRun } from '../handlers.ts';
import { heardVoice } from '../heardVoice.ts';
import { openDub } from '../openDub.ts';
import type { PlanOrder } from '../orders.ts';
import type { OutcomeOf } from '../outcomes.ts';
import { readAllShots } from '../shotPieces.ts';
import { alignOriginalOnce } from '../stages/alignSpeech.ts';
import { alignVoicesOnce } from '../stages/alignVoices.ts';
import { describeLinesOnce, MOUTHS } from '../stages/describeLines.ts';
import { makeVoiceOnce, VOICE } from '../stages/makeVoice.ts';
import type { ShotPlan } from '../stages/planLines.ts';
import { checkFaces } from '../stages/trackFaces.ts';
import { storedPiece } from '../storedFile.ts';
import type { StageOf } from '../stages.ts';
import { expectedSeconds } from '../workEstimate.ts';
import { analysed } from './analyse.ts';

/** An order of the platform with what its stages found; whatever of it is missing is made. */
export interface Ordered<Dub> {
  readonly order: CheckedOrder;
  readonly dub: Dub;
}

async function cast(run: TitleRun, order: PlanOrder): Promise<Ordered<CastDub>> {
  const checked = await openDub(run, order);
  const { faces } = await analysed(run, order.source);
  checkFaces(faces, checked);
  const speech = await alignVoicesOnce(run, checked);
  const originalSpeech = await alignOriginalOnce(run, checked);
  const performers = order.performers && order.performers.map(({ id, tracks }) => ({ id, tracks }));
  const decided = { performers, casting: order.casting };
  return { order: checked, dub: await castDub(run, checked, { faces, speech, originalSpeech }, decided) };
}

async function learned(run: TitleRun, ordered: PlanOrder): Promise<Ordered<LearnedDub>> {
  const { order, dub } = await cast(run, ordered);
  return { order, dub: await learnMouths(run, dub) };
}

async function cued(run: TitleRun, ordered: PlanOrder): Promise<Ordered<CuedDub>> {
  const { order, dub } = await learned(run, ordered);
  return { order, dub: await cueDub(run, order, dub) };
}

/** What the planning of a dub found; whatever of it is missing is made. */
export async function planned(run: TitleRun, ordered: PlanOrder): Promise<Ordered<PlannedDub>> {
  const { order, dub } = await cued(run, ordered);
  return { order, dub: await planDub(run, order, dub) };
}

/** What a dub needs: which mouths, from which frames, before anyone pays for it. */
export const plan: Pick<Handlers, StageOf<'plan'>> = {
  alignSpeech: async ({ order }, run) => {
    const checked = await openDub(run, order);
    const { value } = await alignVoicesOnce(run, checked);
    await alignOriginalOnce(run, checked);
    const drifts = value.voices.flatMap(({ conforming }) => conforming?.drift.atEnd ?? []);
    const [most = null] = drifts.sort((a, b) => Math.abs(b) - Math.abs(a));
    return {
      driftAtEnd: most,
      lines: value.lines.map(({ line, span, confidence, fits, problem }) => ({
        ...{ line, span, confidence, fits, problem },
      })),
    };
  },

  makeVoice: async ({ order }, run) => {
    const { pieces, value } = await makeVoiceOnce(run, await heardVoice(run, order));
    return {
      voice: await storedPiece(run, pieces, VOICE.sound),
      peaks: { ...value, ...(await storedPiece(run, pieces, VOICE.peaks)) },
    };
  },

  castPerformers: async ({ order }, run) => {
    const { dub } = await cast(run, order);
    return { spoken: dub.cast.value.spoken.map((line) => ({ ...line })) };
  },

  buildAtlas: async ({ order }, run) => {
    const { dub } = await learned(run, order);
    const performers = dub.atlases.value.map((atlas) => {
      const { speaks, frames } = speechSeen(atlas);
      return { performer: atlas.performer, frames: atlas.entries.length, trusted: frames, speaks };
    });
    return { performers };
  },

  cueMouths: async ({ order }, run) => {
    const { cues, speech } = (await cued(run, order)).dub;
    const all = await readAllShots(cues.value);
    return {
      shots: [...cues.value.shots],
      cues: all.reduce((sum, shot) => sum + shot.cues.length, 0),
      stale: staleEdits(speech.value.phones, order.lineSettings),
    };
  },

  planLines: async ({ order }, run) => {
    const { order: checked, dub } = await planned(run, order);
    const { pieces, value } = await describeLinesOnce(run, checked, dub);
    return {
      lines: value.map((line) => ({ ...line, spoken: [...line.spoken] })),
      mouths: await storedPiece(run, pieces, MOUTHS),
      shots: dub.plan.value.summary.map((shot) => describeShot(shot, dub, checked.film)),
    };
  },
};

function describeShot(
  { shot, mouths, left }: ShotPlan,
  { dubbed, spared }: Pick<PlannedDub, 'dubbed' | 'spared'>,
  film: Film,
): OutcomeOf['planLines']['shots'][number] {
  const own = dubbed.filter((track) => track.shot.index === shot);
  const touched = own.filter(({ lines }) => !lines.every((line) => spared.has(line)));
  const frames = own[0]?.shot.frames ?? wholeSpan(film);
  return {
    ...{ shot, frames, mouths, left },
    performers: [...new Set(touched.map(({ performer }) => performer))],
    lines: [...new Set(own.flatMap(({ lines }) => lines))].sort((a, b) => a - b),
    workSeconds: expectedSeconds(film, frames, mouths),
  };
}
