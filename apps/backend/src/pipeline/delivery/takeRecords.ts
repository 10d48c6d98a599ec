import { readFile } from 'node:fs/promises';
import type { Storage } from '../../storage/storage.ts';
import type { PartRecord } from '../filmPart.ts';
import type { DeliverOrder } from '../orders.ts';

/** A take that is delivered, and what was done in each of its parts. */
export interface RecordedTake {
  readonly take: DeliverOrder['takes'][number];
  readonly records: readonly PartRecord[];
}

/** Reads what was written down while the takes were rendered. @throws Refusal `not-stored` when a record is gone. */
export function readTakes(storage: Storage, { takes }: DeliverOrder): Promise<RecordedTake[]> {
  return Promise.all(
    takes
      .toSorted((a, b) => a.frames.start - b.frames.start)
      .map(async (take) => ({
        take,
        records: await Promise.all(take.parts.map(({ key }) => readRecord(storage, key))),
      })),
  );
}

/** The record of a part lies beside it. */
async function readRecord(storage: Storage, part: string): Promise<PartRecord> {
  const path = await storage.localFile(part.replace(/\.[^./]+$/, '.json'));
  return JSON.parse(await readFile(path, 'utf8')) as PartRecord;
}
