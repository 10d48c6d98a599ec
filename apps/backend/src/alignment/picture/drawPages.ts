import { basename } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import type { Rate } from '@mondwerk/film';
import type { SeenLine } from '../mouth/seenLines.ts';
import type { Told } from '../formats.ts';
import type { WrittenFile } from '../writeFiles.ts';
import type { Openings } from './drawMouth.ts';
import { drawPicture } from './drawPicture.ts';

/** Browsers scroll a picture of ten minutes with ease; a longer voice has several. */
const PAGE_SECONDS = 600;

/** What pictures need to know. */
export type Drawn = Pick<Told, 'alignment' | 'clock' | 'shown' | 'mouth' | 'peaks' | 'signal'> & {
  /** What mouths of a film do, line by line; `null` where no film was looked at. */
  readonly seen?: readonly SeenLine[] | null;
};

/** Draws a voice: ten minutes a page, the first under the name given, the others as `name-2.svg` and so on. */
export async function drawPages(drawn: Drawn, out: string): Promise<WrittenFile[]> {
  const { alignment, clock, shown, mouth, peaks, signal, seen = null } = drawn;
  const { rate } = clock;
  const { cues, wanted } = await mouth();
  const pictured = {
    ...{ alignment, clock, cues, peaks: await peaks() },
    wanted: seen === null ? [{ rate, first: 0, values: wanted.gap }] : openingsOf(seen, 'wanted', rate),
    seen: seen === null ? [] : openingsOf(seen, 'seen', rate),
    differing: seen ?? [],
  };
  const of = Math.max(1, Math.ceil((shown.end - shown.start) / PAGE_SECONDS - 1e-6));
  const pages: WrittenFile[] = [];
  for (let at = 0; at < of; at++) {
    await breathe();
    signal.throwIfAborted();
    const start = shown.start + at * PAGE_SECONDS;
    const next = at + 1 < of ? basename(pageName(out, at + 2)) : undefined;
    const page = {
      ...{ start, end: Math.min(shown.end, start + PAGE_SECONDS), number: at + 1, of },
      ...(next !== undefined && { next }),
    };
    pages.push({ path: pageName(out, at + 1), content: drawPicture(pictured, page) });
  }
  return pages;
}

/** A film's performers move in ways of their own, so their curves stand for what is wanted of nobody in particular. */
const openingsOf = (lines: readonly SeenLine[], which: 'wanted' | 'seen', rate: Rate): Openings[] =>
  lines.flatMap(({ mouths }) =>
    mouths.map((mouth) => ({ rate, first: mouth.frames[0], values: mouth[which] })),
  );

const pageName = (out: string, number: number): string =>
  number === 1 ? out : `${out.slice(0, -'.svg'.length)}-${number}${out.slice(-'.svg'.length)}`;
