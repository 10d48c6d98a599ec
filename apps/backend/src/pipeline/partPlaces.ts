import { readFile } from 'node:fs/promises';
import { lengthOf, type FrameSpan } from '@mondwerk/film';
import type { Pieces } from './pieces.ts';
import { hasWholeBoxes } from './wholeBoxes.ts';

/** Frames in one part of a film: what a killed run loses at most. As long as x264's default distance of key frames. */
export const FILM_PART_FRAMES = 250;

/** The names of the pieces that hold a part of the film and what is told of it. */
export interface PartPlace {
  readonly span: FrameSpan;
  readonly part: string;
  readonly record: string;
}

/** The parts of a stretch, in order, each of at most so many frames. */
export function partsOf({ start, end }: FrameSpan, most: number): PartPlace[] {
  const count = Math.ceil((end - start) / most);
  return Array.from({ length: count }, (_, index) => {
    const from = start + index * most;
    return placeOf({ start: from, end: Math.min(end, from + most) });
  });
}

/** The same places under names that also tell what the parts show: parts that show something else lie beside them. */
export const showing = (places: readonly PartPlace[], tell: (span: FrameSpan) => string): PartPlace[] =>
  places.map(({ span, part, record }) => {
    const shown = tell(span);
    return {
      span,
      part: part.replace('.mov', `-${shown}.mov`),
      record: record.replace('.json', `-${shown}.json`),
    };
  });

function placeOf(span: FrameSpan): PartPlace {
  const name = `part-${String(span.start).padStart(7, '0')}-${String(span.end).padStart(7, '0')}`;
  return { span, part: `${name}.mov`, record: `${name}.json` };
}

/** The parts that are not there yet, or not whole. */
export async function unfinished(pieces: Pieces, places: readonly PartPlace[]): Promise<PartPlace[]> {
  const there = await Promise.all(places.map((place) => isFinished(pieces, place)));
  return places.filter((_, index) => !there[index]);
}

async function isFinished(pieces: Pieces, { part, record }: PartPlace): Promise<boolean> {
  if (!(await pieces.has(part)) || !(await pieces.has(record))) return false;
  try {
    JSON.parse(await readFile(pieces.pathOf(record), 'utf8'));
    return await hasWholeBoxes(pieces.pathOf(part));
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

/** Parts that follow on one another, together. */
export function neighbours(places: readonly PartPlace[]): PartPlace[][] {
  const runs: PartPlace[][] = [];
  for (const place of places) {
    const last = runs.at(-1);
    if (last?.at(-1)?.span.end === place.span.start) last.push(place);
    else runs.push([place]);
  }
  return runs;
}

/** How many frames some parts hold. */
export const sumOfFrames = (places: readonly PartPlace[]): number =>
  places.reduce((sum, { span }) => sum + lengthOf(span), 0);
