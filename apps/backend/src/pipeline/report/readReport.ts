import { readFile } from 'node:fs/promises';
import { Refusal } from '@mondwerk/film';
import { replacementSchema, type ReplacementReport } from './replacementSchema.ts';
import { reportSchema, type Report } from './reportSchema.ts';

/** The report of a dub or of a replacement. */
export type AnyReport = Report | ReplacementReport;

/** A report that was read, and the JSON that it was, with fields that later versions may have added. */
export interface ReadReport {
  readonly report: AnyReport;
  readonly plain: object;
}

/** Reads a report. @throws Refusal `no-report` or `not-a-report`. */
export async function readReport(path: string): Promise<ReadReport> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    const sentence = `${path} cannot be read; name the report that dub or replace wrote with --report.`;
    throw new Refusal('no-report', sentence, { cause: error });
  });
  const plain = parseJson(text);
  const parsed = isReplacement(plain) ? replacementSchema.safeParse(plain) : reportSchema.safeParse(plain);
  if (parsed.success) return { report: parsed.data, plain: plain as object };
  const sentence = `${path} is not a report of a dub or a replacement, or it is damaged; name the file that dub or replace wrote with --report.`;
  throw new Refusal('not-a-report', sentence);
}

const isReplacement = (plain: unknown): boolean =>
  typeof plain === 'object' && plain !== null && 'kind' in plain && plain.kind === 'replacement';

/** Whether a report tells of faces that were replaced and of nothing else. */
export const tellsReplacement = (report: AnyReport): report is ReplacementReport => 'kind' in report;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
