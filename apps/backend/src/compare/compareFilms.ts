import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { lengthOf, Refusal, type FrameSpan } from '@mondwerk/film';
import { laySideBySide, probe, wholeSpan, type Film } from '@mondwerk/media';
import type { Run } from '../pipeline/run.ts';
import { reportSchema, type Report } from '../pipeline/report/reportSchema.ts';
import type { CompareOrder } from './compareOrder.ts';
import { drawMouths, type DrawnFilm } from './drawMouths.ts';
import { mouthSheet } from './mouthSheet.ts';
import { shownMouths, type MouthStrip } from './shownMouths.ts';

const PICTURES = 'pictures';

/**
 * Makes a folder with both films side by side and a sheet of all mouths at full size. Returns what a person wants to know.
 * @throws Refusal when the report is none or belongs to other films, or the folder is there already.
 */
export async function compareFilms(
  order: CompareOrder,
  { progress, signal }: Pick<Run, 'progress' | 'signal'>,
): Promise<string> {
  const report = await readReport(order.report);
  const [source, out] = await Promise.all([probe(order.source), probe(order.out)]);
  const { stretch } = report.settings;
  checkFrames(order, { source, out, report });
  const strips = shownMouths(report, source, order.lines);
  const draft = await draftOf(order.folder);
  try {
    await drawAll({ source, out, stretch }, strips, draft, { progress, signal });
    const names = { source: basename(order.source), out: basename(order.out) };
    const sheet = mouthSheet(strips, { ...names, language: report.language, pictures: PICTURES });
    await writeFile(join(draft, 'mouths.html'), sheet);
    if (!order.sheetOnly) {
      await progress.measure('sideBySide', { unit: 'films', total: 1 }, () =>
        laySideBySide({
          left: source,
          span: stretch,
          right: out,
          out: join(draft, 'side-by-side.mp4'),
          signal,
        }),
      );
    }
    await rename(draft, order.folder);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return farewell(order, strips);
}

interface Compared {
  readonly source: Film;
  readonly out: Film;
  readonly stretch: FrameSpan;
}

async function drawAll(
  { source, out, stretch }: Compared,
  strips: readonly MouthStrip[],
  folder: string,
  { progress, signal }: Pick<Run, 'progress' | 'signal'>,
): Promise<void> {
  await mkdir(join(folder, PICTURES));
  const count = strips.reduce((sum, { mouths }) => sum + mouths.length, 0);
  const films: readonly DrawnFilm[] = [
    { film: source, side: 'source', first: 0 },
    { film: out, side: 'out', first: stretch.start },
  ];
  await progress.measure('drawMouths', { unit: 'pictures', total: 2 * count }, async (meter) => {
    for (const [at, film] of films.entries()) {
      const onward = { reach: (done: number) => meter.reach(at * count + done) };
      await drawMouths(film, strips, join(folder, PICTURES), { signal, meter: onward });
    }
  });
}

async function readReport(path: string): Promise<Report> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    const sentence = `${path} cannot be read; name the report that dub wrote with --report.`;
    throw new Refusal('no-report', sentence, { cause: error });
  });
  const parsed = reportSchema.safeParse(jsonOf(text));
  if (parsed.success) return parsed.data;
  throw new Refusal('not-a-report', `${path} is not a report; name the one that dub wrote with --report.`);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** @throws Refusal `other-film` when frame does not lie beside frame. */
function checkFrames(
  order: CompareOrder,
  { source, out, report }: { source: Film; out: Film; report: Report },
): void {
  const refuse = (file: string, has: number, expected: number): never => {
    const sentence = `${file} has ${has} frames where ${basename(order.report)} tells of ${expected}; name the films that it was written for.`;
    throw new Refusal('other-film', sentence);
  };
  const [frames, shown] = [lengthOf(wholeSpan(source)), lengthOf(wholeSpan(out))];
  const { stretch } = report.settings;
  if (frames !== report.film.frames) refuse(basename(order.source), frames, report.film.frames);
  if (shown !== lengthOf(stretch)) refuse(basename(order.out), shown, lengthOf(stretch));
}

/** A folder that gets the name that was asked for when all is in it. */
async function draftOf(folder: string): Promise<string> {
  const parent = join(folder, '..');
  await mkdir(parent, { recursive: true });
  // A rename onto a folder with something in it fails, but only after all the work.
  const there = await readFile(folder).then(
    () => true,
    (error: NodeJS.ErrnoException) => error.code !== 'ENOENT',
  );
  if (there) {
    throw new Refusal('there-already', `${folder} is there already; remove it or name another with --out.`);
  }
  return mkdtemp(`${folder}.partial-`);
}

function farewell({ folder, sheetOnly }: CompareOrder, strips: readonly MouthStrip[]): string {
  const mouths = strips.reduce((sum, strip) => sum + strip.mouths.length, 0);
  const lines = new Set(strips.map(({ line }) => line)).size;
  return [
    `${join(folder, 'mouths.html')}: ${mouths} mouths of ${lines} lines, the film's above the dub's.`,
    ...(sheetOnly
      ? []
      : [`${join(folder, 'side-by-side.mp4')}: the film on the left, the dub on the right.`]),
  ].join('\n');
}
