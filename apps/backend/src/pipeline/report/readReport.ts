import { readFile } from 'node:fs/promises';
import { Refusal } from '@mondwerk/film';
import { reportSchema, type Report } from './reportSchema.ts';

/** A report that was read, and the JSON that it was, with fields that later versions may have added. */
export interface ReadReport {
  readonly report: Report;
  readonly plain: object;
}

/** Reads a report. @throws Refusal `no-report` or `not-a-report`. */
export async function readReport(path: string): Promise<ReadReport> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    const sentence = `${path} cannot be read; name the report that dub wrote with --report.`;
    throw new Refusal('no-report', sentence, { cause: error });
  });
  const plain = parseJson(text);
  const parsed = reportSchema.safeParse(plain);
  if (parsed.success) return { report: parsed.data, plain: plain as object };
  const sentence = `${path} is not a report of a dub, or it is damaged; name the file that dub wrote with --report.`;
  throw new Refusal('not-a-report', sentence);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
