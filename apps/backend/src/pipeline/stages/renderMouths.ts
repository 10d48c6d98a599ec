import { readFile } from 'node:fs/promises';
import { lengthOf } from '@mondwerk/film';
import type { Atlas, PlannedMouth } from '@mondwerk/lipsync';
import { openPart, readFrames, type Encoding, type Film } from '@mondwerk/media';
import type { DubbedTrack } from '../casting/dubbedTracks.ts';
import type { CheckedOrder } from '../checkedOrder.ts';
import { FilmPart, type PartRecord } from '../filmPart.ts';
import { inOrder } from '../inOrder.ts';
import { lipChecks } from '../lipChecks.ts';
import { openLipInspector, type LipInspector } from '../lipInspector.ts';
import { openMouthRenderer } from '../mouthRenderer.ts';
import { neighbours, partsOf, sumOfFrames, unfinished, type PartPlace } from '../partPlaces.ts';
import type { Meter } from '../progress.ts';
import type { MouthRenderer } from '../renderedFrame.ts';
import type { Run } from '../run.ts';
import type { SteadyShots } from '../steadyShots.ts';
import type { Artifact, Recipe } from '../workFolder.ts';
import type { Cues } from './cueMouths.ts';
import type { Sources } from './gatherSources.ts';

/** A finished part: its file, and what was done in it. */
export interface RenderedPart {
  readonly path: string;
  readonly record: PartRecord;
}

/** What is rendered from what. */
export interface Rendering {
  readonly plan: Artifact<readonly PlannedMouth[]>;
  readonly cues: Artifact<Cues>;
  readonly sources: Artifact<Sources>;
  readonly atlases: readonly Atlas[];
  readonly dubbed: readonly DubbedTrack[];
  readonly steady: SteadyShots;
}

/** Renders the stretch in parts, leaving out those that an earlier run with an equal recipe had finished. */
export async function renderMouthsOnce(
  run: Run,
  order: CheckedOrder,
  rendering: Rendering,
): Promise<readonly RenderedPart[]> {
  const recipe = recipeOf(order, rendering);
  const folder = await run.work.pieces(recipe.stage, await run.work.keyOf(recipe));
  const places = partsOf(folder, order.stretch);
  const missing = await unfinished(places);
  const total = lengthOf(order.stretch);
  const already = total - sumOfFrames(missing);
  if (missing.length === 0) {
    run.progress.reused(recipe.stage);
  } else {
    await run.progress.measure(recipe.stage, { unit: 'frames', total, already }, (meter) =>
      renderMissing(run, order, rendering, { missing, meter, already }),
    );
  }
  return Promise.all(places.map(readPart));
}

function recipeOf({ filmHash, stretch, settings }: CheckedOrder, { plan, sources, cues }: Rendering): Recipe {
  return {
    stage: 'renderMouths',
    inputs: {
      film: filmHash,
      plan: plan.key,
      sources: sources.key,
      cues: cues.key,
      stretch,
      encoding: encodingOf(settings),
    },
    rooms: ['film', 'media', 'models', 'face', 'lipsync'],
  };
}

const encodingOf = ({ draft, lossless }: CheckedOrder['settings']): Encoding =>
  lossless ? 'lossless' : draft ? 'draft' : 'film';

async function renderMissing(
  run: Run,
  { film, settings }: CheckedOrder,
  { plan, cues, sources, atlases, dubbed, steady }: Rendering,
  { missing, meter, already }: Pick<Work, 'missing' | 'meter' | 'already'>,
): Promise<void> {
  const performerOf = new Map(dubbed.map(({ track, performer }) => [track, performer]));
  const atlasOf = new Map(
    [...performerOf].map(([track, performer]) => [
      track,
      atlases.find((atlas) => atlas.performer === performer)!,
    ]),
  );
  const checks = lipChecks(cues.value.cues, dubbed, plan.value, film.clock);
  const inspector = await openLipInspector(steady, film.colour, checks);
  const planned = { film, plan: plan.value, atlasOf, sources: sources.value, steady };
  const renderer = openMouthRenderer(planned, run.workers);
  try {
    const encoding = encodingOf(settings);
    await renderRuns(run, { film, encoding, renderer, inspector, missing, meter, already });
  } finally {
    await renderer.close();
    await inspector.close();
  }
}

interface Work {
  readonly film: Film;
  readonly encoding: Encoding;
  readonly renderer: MouthRenderer;
  readonly inspector: LipInspector;
  readonly missing: readonly PartPlace[];
  readonly meter: Meter;
  readonly already: number;
}

/** Neighbouring parts are read in one go, so that the decoder starts once. */
async function renderRuns(run: Run, work: Work): Promise<void> {
  let done = work.already;
  for (const places of neighbours(work.missing)) {
    await renderRun(run, work, places, () => work.meter.reach(++done));
  }
}

async function renderRun(
  run: Run,
  work: Work,
  places: readonly PartPlace[],
  onFrame: () => void,
): Promise<void> {
  const { film, renderer } = work;
  const frames = readFrames(film, { start: places[0].span.start, end: places.at(-1)!.span.end });
  const rendered = inOrder(frames, 2 * run.workers, async ({ frame, picture }) => {
    run.signal.throwIfAborted();
    return { frame, picture, mouths: await renderer.render(frame, picture) };
  });
  const waiting = [...places];
  let part: FilmPart | undefined;
  let finishing: Promise<unknown> = Promise.resolve();
  try {
    for await (const { frame, picture, mouths } of rendered) {
      part ??= await startPart(work, waiting.shift()!);
      await part.add(frame, picture, mouths);
      onFrame();
      if (frame + 1 < part.end) continue;
      // The next part starts while this one's encoder empties itself.
      await finishing;
      finishing = part.finish();
      finishing.catch(() => {});
      part = undefined;
    }
    await finishing;
  } catch (error) {
    await part?.abort();
    await finishing.catch(() => {});
    throw error;
  }
}

async function startPart(
  { film, encoding, inspector }: Work,
  { span, part, record }: PartPlace,
): Promise<FilmPart> {
  return new FilmPart(span, record, await openPart(film, span, part, encoding), inspector);
}

async function readPart({ part, record }: PartPlace): Promise<RenderedPart> {
  return { path: part, record: JSON.parse(await readFile(record, 'utf8')) as PartRecord };
}
