import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { contains, formatTimecode, type Box, type FrameSpan } from '@mondwerk/film';
import { probe, timecodeStart, writePlate, type Film } from '@mondwerk/media';
import type { Run } from '../pipeline/run.ts';
import { boxesByFrame } from '../pipeline/report/boxLines.ts';
import { readReport, type AnyReport } from '../pipeline/report/readReport.ts';
import { checkFrames } from './checkFrames.ts';
import type { CompareOrder } from './compareOrder.ts';
import { draftFolder } from './draftFolder.ts';

/** What plates are made of; paths are whole. */
export type PlatesOrder = Pick<CompareOrder, 'source' | 'out' | 'report' | 'folder'>;

/** The plate of one shot. */
interface ShotPlate {
  readonly name: string;
  readonly shot: number;
  /** From the first frame with a new mouth to the last. */
  readonly span: FrameSpan;
  readonly performers: readonly string[];
}

/**
 * Writes the new mouths of every shot as a film with alpha that lies over SOURCE where it belongs, and a list of them.
 * Returns what a person wants to know.
 * @throws Refusal when the report is none or belongs to other films, or the folder is there already.
 */
export async function writePlates(
  order: PlatesOrder,
  { progress, signal }: Pick<Run, 'progress' | 'signal'>,
): Promise<string> {
  const { report } = await readReport(order.report);
  const [film, pictures] = await Promise.all([probe(order.source), probe(order.out)]);
  checkFrames(order.report, report, { source: film, out: pictures });
  const boxes = boxesByFrame(report.proof);
  const plates = platesOf(report, boxes);
  const draft = await draftFolder(order.folder);
  try {
    const total = plates.reduce((sum, { span }) => sum + span.end - span.start, 0);
    await progress.measure('writePlates', { unit: 'frames', total }, async (meter) => {
      let done = 0;
      for (const { name, span } of plates) {
        await writePlate({
          ...{ film, pictures, span, signal, first: report.settings.stretch.start, out: join(draft, name) },
          boxesAt: (frame) => boxes.get(frame) ?? [],
          onFrame: () => meter.reach(++done),
        });
      }
    });
    await writeFile(join(draft, 'plates.csv'), listOf(plates, film));
    await rename(draft, order.folder);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return `${order.folder}: plates of ${plates.length} shots, as large as the film, opaque where a mouth is new.`;
}

function platesOf({ shots }: AnyReport, boxes: ReadonlyMap<number, readonly Box[]>): ShotPlate[] {
  return shots.flatMap(({ index, frames, changed }) => {
    const own = [...boxes.keys()].filter((frame) => contains(frames, frame)).sort((a, b) => a - b);
    if (own.length === 0) return [];
    const performers = [...new Set(changed.map(({ performer }) => performer))];
    const name = `shot-${String(index).padStart(5, '0')}.mov`;
    return [{ name, shot: index, span: { start: own[0], end: own[own.length - 1] + 1 }, performers }];
  });
}

function listOf(plates: readonly ShotPlate[], film: Film): string {
  const timecode = (frame: number): string => formatTimecode(frame, film.rate, timecodeStart(film));
  const rows = plates.map(({ name, shot, span, performers }) => {
    const frames = [span.start, span.end - span.start, timecode(span.start), timecode(span.end)];
    return [shot, name, ...frames, performers.join(' ')].join();
  });
  return ['shot,file,first frame,frames,timecode in,timecode out,performers', ...rows, ''].join('\r\n');
}
