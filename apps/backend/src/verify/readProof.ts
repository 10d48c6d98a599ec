import { Refusal, type Box, type FrameSpan } from '@mondwerk/film';
import { readBoxes } from '../pipeline/report/boxLines.ts';
import { readReport, type AnyReport } from '../pipeline/report/readReport.ts';
import { sumOf } from '../pipeline/report/sealReport.ts';
import type { Finding } from './verdict.ts';

/** A part of a report's proof, ready to be checked. */
export interface ProvenPart {
  readonly frames: FrameSpan;
  /** SHA-256 of all samples of the film outside the boxes; `null` where all was copied as it is coded. */
  readonly source: string | null;
  readonly boxes: ReadonlyMap<number, readonly Box[]>;
}

/** What a report says of its film, and what is wrong with the report itself. */
export interface Proof {
  readonly report: AnyReport;
  readonly parts: readonly ProvenPart[];
  readonly findings: readonly Finding[];
}

/**
 * Reads the proof in a report.
 * @throws Refusal `no-report`, `not-a-report` or `no-boxes` when there is nothing in the file that could be checked.
 */
export async function readProof(path: string): Promise<Proof> {
  const { report, plain } = await readReport(path);
  const parts = report.proof.map((part) => ({ ...part, boxes: readBoxes(part.boxes ?? []) }));
  if (report.proof.some(({ boxes }) => boxes === undefined)) {
    const sentence = `${path} does not list the boxes frame by frame, as reports do since verify came; dub the film again.`;
    throw new Refusal('no-boxes', sentence);
  }
  return {
    report,
    parts: [
      ...parts.map(({ boxes = new Map<number, readonly Box[]>(), frames, source }) => ({
        frames,
        source,
        boxes,
      })),
      ...(report.copied ?? []).map(({ frames }) => ({ frames, source: null, boxes: new Map() })),
    ].sort((a, b) => a.frames.start - b.frames.start),
    findings: faultsOf(report, plain, parts),
  };
}

interface ReadPart {
  readonly frames: FrameSpan;
  readonly boxes: ReadonlyMap<number, readonly Box[]> | undefined;
}

function faultsOf(report: AnyReport, plain: object, parts: readonly ReadPart[]): Finding[] {
  const faults: Finding[] = [];
  const fault = (code: string, sentence: string): number => faults.push({ code, sentence });
  if (report.sum !== sumOf(plain)) {
    fault('report-edited', 'The report was edited or damaged after dub wrote it: its sum does not fit.');
  }
  if (report.proof.some(({ source, result, equal }) => source !== result || !equal)) {
    fault('report-unequal', 'The report itself says that samples outside the boxes changed.');
  }
  if (!coversStretch(report)) {
    fault('report-gaps', 'The proof of the report does not cover all frames of its stretch, in order.');
  }
  if (parts.some((part) => !liesInPart(part, report.film))) {
    fault(
      'report-boxes',
      'The report lists boxes that cannot be read, or lie outside the picture or their part.',
    );
  }
  return faults;
}

function coversStretch({ film, copied = [], settings: { stretch }, ...report }: AnyReport): boolean {
  const proof = [...report.proof, ...copied].sort((a, b) => a.frames.start - b.frames.start);
  const joined = proof.every(({ frames }, i) => frames.start === (proof[i - 1]?.frames.end ?? stretch.start));
  const forward = proof.every(({ frames }) => frames.start < frames.end);
  const inFilm = stretch.start >= 0 && stretch.end <= film.frames;
  return joined && forward && inFilm && proof.at(-1)?.frames.end === stretch.end;
}

function liesInPart(
  { boxes, frames: { start, end } }: ReadPart,
  { width, height }: AnyReport['film'],
): boolean {
  const inside = ({ left, top, right, bottom }: Box): boolean =>
    left < right && right <= width && top < bottom && bottom <= height;
  return (
    boxes !== undefined &&
    [...boxes].every(([frame, own]) => frame >= start && frame < end && own.every(inside))
  );
}
