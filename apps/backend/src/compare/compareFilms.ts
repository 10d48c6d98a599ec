import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { FrameSpan } from '@mondwerk/film';
import { laySideBySide, probe, type Film } from '@mondwerk/media';
import type { Run } from '../pipeline/run.ts';
import { readReport, tellsReplacement, type AnyReport } from '../pipeline/report/readReport.ts';
import { checkFrames } from './checkFrames.ts';
import type { CompareOrder } from './compareOrder.ts';
import { draftFolder } from './draftFolder.ts';
import { drawMouths, type DrawnFilm } from './drawMouths.ts';
import { mouthSheet } from './mouthSheet.ts';
import { shownFaces } from './shownFaces.ts';
import { shownMouths } from './shownMouths.ts';
import type { Strip } from './strip.ts';

const PICTURES = 'pictures';

/**
 * Makes a folder with both films side by side and a sheet of all mouths at full size. Returns what a person wants to know.
 * @throws Refusal when the report is none or belongs to other films, or the folder is there already.
 */
export async function compareFilms(
  order: CompareOrder,
  { progress, signal }: Pick<Run, 'progress' | 'signal'>,
): Promise<string> {
  const { report } = await readReport(order.report);
  const [source, out] = await Promise.all([probe(order.source), probe(order.out)]);
  const { stretch } = report.settings;
  checkFrames(order.report, report, { source, out });
  const strips = stripsOf(report, source, order.lines);
  const draft = await draftFolder(order.folder);
  try {
    await drawAll({ source, out, stretch }, strips, draft, { progress, signal });
    const names = { source: basename(order.source), out: basename(order.out) };
    const kind = tellsReplacement(report)
      ? ({ below: 'replacement', language: 'und' } as const)
      : ({ below: 'dub', language: report.language } as const);
    await writeFile(
      join(draft, SHEETS[kind.below]),
      mouthSheet(strips, { ...names, ...kind, pictures: PICTURES }),
    );
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
  return farewell(order, report, strips);
}

const SHEETS = { dub: 'mouths.html', replacement: 'faces.html' } as const;

/** Faces first; where some lines are asked for, only those. */
const stripsOf = (report: AnyReport, source: Film, lines: CompareOrder['lines']): Strip[] => [
  ...(lines === undefined ? shownFaces(report, source) : []),
  ...(tellsReplacement(report) ? [] : shownMouths(report, source, lines)),
];

interface Compared {
  readonly source: Film;
  readonly out: Film;
  readonly stretch: FrameSpan;
}

async function drawAll(
  { source, out, stretch }: Compared,
  strips: readonly Strip[],
  folder: string,
  { progress, signal }: Pick<Run, 'progress' | 'signal'>,
): Promise<void> {
  await mkdir(join(folder, PICTURES));
  const count = strips.reduce((sum, { frames }) => sum + frames.length, 0);
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

function farewell({ folder, sheetOnly }: CompareOrder, report: AnyReport, strips: readonly Strip[]): string {
  const kind = tellsReplacement(report) ? 'replacement' : 'dub';
  const count = (own: readonly Strip[]): number => own.reduce((sum, { frames }) => sum + frames.length, 0);
  const faces = strips.filter(({ line }) => line === null);
  const mouths = strips.filter(({ line }) => line !== null);
  const lines = new Set(mouths.map(({ line }) => line)).size;
  const shown = [
    ...(faces.length === 0
      ? []
      : [`${count(faces)} faces in ${faces.length} ${faces.length === 1 ? 'shot' : 'shots'}`]),
    ...(kind === 'replacement' ? [] : [`${count(mouths)} mouths of ${lines} lines`]),
  ];
  return [
    `${join(folder, SHEETS[kind])}: ${shown.join(' and ')}, the film's above the ${kind}'s.`,
    ...(sheetOnly
      ? []
      : [`${join(folder, 'side-by-side.mp4')}: the film on the left, the ${kind} on the right.`]),
  ].join('\n');
}
