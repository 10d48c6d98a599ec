import { FrameMemory, readFrames, type Encoding, type Film, type SpliceSource } from '@mondwerk/media';
import { FilmPart, type PartTools } from './filmPart.ts';
import { inOrder } from './inOrder.ts';
import { draftPart } from './partDraft.ts';
import { neighbours, type PartPlace } from './partPlaces.ts';
import type { Pieces } from './pieces.ts';
import type { FrameRenderer } from './renderedFrame.ts';
import type { Run } from './run.ts';

/** What is rendered, and into which parts. */
export interface PartsToRender extends PartTools {
  readonly film: Film;
  /** The film whose times the parts get, where it is not `film` that has the same frames. */
  readonly timed?: Film;
  readonly renderer: FrameRenderer;
  readonly encoding: Encoding;
  /** The film between whose copied pictures the parts shall stand. */
  readonly between?: SpliceSource;
  readonly pieces: Pieces;
  readonly missing: readonly PartPlace[];
}

/** Renders parts, telling of every frame that is done. A part has its name only when it is whole. */
export async function renderParts(run: Run, work: PartsToRender, onFrame: () => void): Promise<void> {
  try {
    // Neighbouring parts are read in one go, so that the decoder starts once.
    for (const places of neighbours(work.missing)) await renderNeighbours(run, work, places, onFrame);
  } finally {
    await work.renderer.close();
    await work.inspector?.close();
  }
}

/**
 * So many frames of a part go to its encoder while that of the part before empties itself: with all of them, two encoders would
 * hold as many frames as encoders ever do.
 */
const HEAD_START = 4;

async function renderNeighbours(
  run: Run,
  work: PartsToRender,
  places: readonly PartPlace[],
  onFrame: () => void,
): Promise<void> {
  const span = { start: places[0].span.start, end: places.at(-1)!.span.end };
  const memory = new FrameMemory();
  const frames = readFrames(work.film, span, memory);
  const rendered = inOrder(frames, 2 * run.workers, async ({ frame, picture }) => {
    run.signal.throwIfAborted();
    return { frame, picture, patches: await work.renderer.render(frame, picture) };
  });
  const waiting = [...places];
  let part: FilmPart | undefined;
  let finishing: Promise<unknown> = Promise.resolve();
  try {
    for await (const { frame, picture, patches } of rendered) {
      part ??= await startPart(work, waiting.shift()!);
      await part.add(frame, picture, patches);
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
  { film, timed = film, encoding, between, pieces, inspector, before }: PartsToRender,
  place: PartPlace,
): Promise<FilmPart> =>
  new FilmPart(await draftPart(timed, pieces, place, encoding, between), { inspector, before });
