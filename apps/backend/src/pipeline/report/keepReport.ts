import { writeWhole } from '../atomicFile.ts';
import { fingerprintValue } from '../fingerprint.ts';
import type { StoredFile } from '../outcomes.ts';
import type { Run } from '../run.ts';
import { storedPiece } from '../storedFile.ts';

const REPORT = 'report.json';

/** Keeps the report of some takes under what it says, so that it is the same file however often it is made. */
export async function keepReport(run: Run, stage: string, report: object): Promise<StoredFile> {
  const inputs = { report: fingerprintValue(report) };
  const pieces = await run.work.pieces({ stage, inputs, rooms: ['report'] });
  await pieces.make(REPORT, (path) => writeWhole(path, `${JSON.stringify(report, null, 2)}\n`));
  return storedPiece(run, pieces, REPORT);
}
