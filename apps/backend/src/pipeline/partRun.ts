import type { Encoding, SpliceSource } from '@mondwerk/media';
import { FrameMemory, readFrames } from '@mondwerk/media';
import { FilmPart } from './filmPart.ts';
import { inOrder } from './inOrder.ts';
import type { LipCheck } from './lipChecks.ts';
import { openLipInspector, type LipInspector } from './lipInspector.ts';
import { openMouthRenderer, type PlannedFilm } from './mouthRenderer.ts';
import { draftPart } from './partDraft.ts';
import { neighbours, type PartPlace } from './partPlaces.ts';
import type { Pieces } from './pieces.ts';
import type { MouthRenderer } from './renderedFrame.ts';
import type { Run } from './run.ts';

/** What is rendered, and into which parts. */
export interface PartsToRender {
  readonly planned: PlannedFilm;
  readonly checks: readonly LipCheck[];
  readonly encoding: Encoding;
  /** The film between whose copied pictures the parts shall stand. */
  readonly between?: SpliceSource;
  readonly pieces: Pieces;
  readonly missing: readonly PartPlace[];
}

/** Renders parts, telling of every frame that is done. A part has its name only when it is whole. */
export async function renderParts(run: Run, work: PartsToRender, onFrame: () => void): Promise<void> {
  const { planned, checks } = work;
  const inspector = await openLipInspector(planned.steady, planned.film.colour, checks);
  const renderer = openMouthRenderer(planned, run.workers);
  try {
    // Neighbouring parts are read in one go, so that the decoder starts once.
    for (const places of neighbours(work.missing)) {
      await renderNeighbours(run, { ...work, renderer, inspector }, places, onFrame);
    }
  } finally {
    await renderer.close();
    await inspector.close();
  }
}

interface Workshop extends PartsToRender {
  readonly renderer: MouthRenderer;
  readonly inspector: LipInspector;
}

/**
 * So many frames of a part go to its encoder while that of the part before empties itself: with all of them, two encoders would
 * hold as many frames as encoders ever do.
 */
const HEAD_START = 4;

async function renderNeighbours(
  run: Run,
  work: Workshop,
  places: readonly PartPlace[],
  onFrame: () => void,
): Promise<void> {
  const span = { start: places[0].span.start, end: places.at(-1)!.span.end };
  const memory = new FrameMemory();
  const frames = readFrames(work.planned.film, span, memory);
  const rendered = inOrder(frames, 2 * run.workers, async ({ frame, picture }) => {
    run.signal.throwIfAborted();
    return { frame, picture, mouths: await work.renderer.render(frame, picture) };
  });
  const waiting = [...places];
  let part: FilmPart | undefined;
  let finishing: Promise<unknown> = Promise.resolve();
  try {
    for await (const { frame, picture, mouths } of rendered) {
      part ??= await startPart(work, waiting.shift()!);
      await part.add(frame, picture, mouths);
      memory.give(picture);
      onFrame();
      if (frame + 1 === Math.min(part.start + HEAD_START, part.end)) await finishing;
      if (frame + 1 < part.end) continue;
      finishing = part.finish();
      finishing.catch(() => {});
      part = undefined;
    }
    await finishing;
  } catch (error) {
    await part?.abort();
    await finishing.catch(() => {});
    throw error;
  } finally {
    memory.free();
  }
}

const startPart = async (
  { planned, encoding, between, pieces, inspector }: Workshop,
  place: PartPlace,
): Promise<FilmPart> =>
  new FilmPart(await draftPart(planned.film, pieces, place, encoding, between), inspector);
