import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lengthOf, type FrameSpan } from '@mondwerk/film';
import { hasWholeBoxes } from './wholeBoxes.ts';

/** Frames in one part: what a killed run loses at most. As long as x264's default distance of key frames. */
const PART_FRAMES = 250;

/** Where a part of the film and what is told of it lie. */
export interface PartPlace {
  readonly span: FrameSpan;
  readonly part: string;
  readonly record: string;
}

/** The parts of a stretch, in order. */
export function partsOf(folder: string, { start, end }: FrameSpan): PartPlace[] {
  const count = Math.ceil((end - start) / PART_FRAMES);
  return Array.from({ length: count }, (_, index) => {
    const from = start + index * PART_FRAMES;
    return placeOf(folder, { start: from, end: Math.min(end, from + PART_FRAMES) });
  });
}

function placeOf(folder: string, span: FrameSpan): PartPlace {
  const name = join(
    folder,
    `part-${String(span.start).padStart(7, '0')}-${String(span.end).padStart(7, '0')}`,
  );
  return { span, part: `${name}.mov`, record: `${name}.json` };
}

/** The parts that are not there yet, or not whole. */
export async function unfinished(places: readonly PartPlace[]): Promise<PartPlace[]> {
  const there = await Promise.all(places.map(isFinished));
  return places.filter((_, index) => !there[index]);
}

async function isFinished({ part, record }: PartPlace): Promise<boolean> {
  try {
    JSON.parse(await readFile(record, 'utf8'));
    return await hasWholeBoxes(part);
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (missing || error instanceof SyntaxError) return false;
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
