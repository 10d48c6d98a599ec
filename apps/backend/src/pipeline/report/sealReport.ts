import { createHash } from 'node:crypto';
import type { AnyReport } from './readReport.ts';

/** A report with its sum, as the text of its file. */
export function sealReport(report: AnyReport): string {
  return `${JSON.stringify({ ...report, sum: sumOf(report) }, null, 2)}\n`;
}

/**
 * The SHA-256 of everything in a report but its `sum`, in the order in which it is written. It tells a report that was
 * edited by hand or damaged; who wants to deceive can write a new one.
 */
export function sumOf(report: object): string {
  const plain = JSON.stringify({ ...report, sum: undefined });
  return createHash('sha256').update(plain).digest('hex');
}
