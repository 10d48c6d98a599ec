import { rm } from 'node:fs/promises';
import { paste, Refusal, type FrameSpan } from '@mondwerk/film';
import { openWebPart, readFrames, type Film } from '@mondwerk/media';
import type { CheckedOrder } from '../checkedOrder.ts';
import { planDraft, type DraftPlan, type DraftWish } from '../draftPlan.ts';
import type { PlannedDub } from '../dubSteps.ts';
import { inOrder } from '../inOrder.ts';
import { openMouthRenderer, type PlannedFilm } from '../mouthRenderer.ts';
import type { Meter } from '../progress.ts';
import type { PatchResult } from '../renderedFrame.ts';
import { makePiecesOnce, type Pieced, type Run } from '../run.ts';
import { SteadyShots } from '../steadyShots.ts';
import { PREVIEW } from '../takePreview.ts';
import { gather, neededFrames, type Sources } from './gatherSources.ts';

/** What is known of a draft besides its pictures. */
export interface DraftedLine {
  readonly frames: FrameSpan;
  readonly line: FrameSpan;
  readonly mouths: readonly Pick<PatchResult, 'passed'>[];
}

/** The film that a draft is made from: the same frames as the source's, perhaps smaller. */
export interface DraftFilm {
  readonly film: Film;
  /** How large its pictures are, 1 as the source's. */
  readonly scale: number;
}

/** Shows one line with other settings: only its frames, only for browsers. @throws Refusal `line-not-said`. */
export function draftLineOnce(
  run: Run,
  order: CheckedOrder,
  dub: PlannedDub,
  wish: DraftWish,
  shown: DraftFilm,
): Promise<Pieced<DraftedLine>> {
  const { line, settings, shots } = wish;
  const inputs = { plan: dub.plan.key, line, settings, shots, scale: shown.scale };
  return makePiecesOnce(
    run,
    { stage: 'draftLine', inputs, rooms: ['film', 'media', 'phonetics', 'compositing', 'face', 'lipsync'] },
    { unit: 'frames', total: null },
    async (pieces, meter) => {
      const plan = await planDraft(run, order, dub, wish);
      if (plan === undefined) {
        throw new Refusal('line-not-said', `Nobody is seen saying line ${line + 1}: plan the dub again.`);
      }
      const files = { cutouts: pieces.draftOf('cutouts.raw'), index: pieces.draftOf('cutouts.index') };
      try {
        const steady = new SteadyShots(dub.faces.value.read, dub.heads, () => ({
          x: shown.scale,
          y: shown.scale,
        }));
        const sources = await cutOut(run, plan, { ...shown, steady }, files);
        let mouths: readonly PatchResult[] = [];
        await pieces.make(PREVIEW, async (path) => {
          mouths = await render(run, { ...shown, plan, heads: dub.heads, steady, sources, meter }, path);
        });
        return { frames: plan.frames, line: plan.line, mouths: mouths.map(({ passed }) => ({ passed })) };
      } finally {
        await Promise.all(Object.values(files).map((file) => rm(file, { force: true })));
      }
    },
  );
}

async function cutOut(
  run: Run,
  { mouths, frames }: DraftPlan,
  { film, steady }: Pick<Rendering, 'film' | 'steady'>,
  files: Omit<Sources, 'names'>,
): Promise<Sources> {
  const needed = (await neededFrames([mouths], frames)).get(0);
  const cuts = needed === undefined ? [] : [{ film, needed }];
  const meter = { reach: () => undefined };
  const names = await gather(run, { cuts, steady, meter, atOnce: run.workers }, files);
  return { ...files, names };
}

interface Rendering extends Omit<PlannedFilm, 'plan'> {
  readonly plan: DraftPlan;
  readonly meter: Meter;
}

async function render(run: Run, { plan, meter, ...shown }: Rendering, path: string): Promise<PatchResult[]> {
  const { film } = shown;
  const { frames: span, mouths } = plan;
  const planned = { ...shown, plan: mouths };
  const renderer = openMouthRenderer(planned, run.workers);
  const results: PatchResult[] = [];
  const writer = await openWebPart(film, span, path);
  try {
    const frames = inOrder(readFrames(film, span), 2 * run.workers, async ({ frame, picture }) => {
      run.signal.throwIfAborted();
      return { picture, made: await renderer.render(frame, picture) };
    });
    let done = 0;
    for await (const { picture, made } of frames) {
      for (const mouth of made) if (mouth.picture !== null) paste(picture, mouth.box, mouth.picture);
      results.push(...made);
      await writer.write(picture);
      meter.reach(++done, span.end - span.start);
    }
    await writer.close();
    return results;
  } catch (error) {
    await writer.abort();
    throw error;
  } finally {
    await renderer.close();
  }
}
