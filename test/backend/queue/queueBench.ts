import { v7 as uuid } from 'uuid';
import type { DataSource } from 'typeorm';
import { openDatabase } from '../../../apps/backend/src/schema/openDatabase.ts';
import { JobQueue } from '../../../apps/backend/src/queue/jobQueue.ts';
import { LIMITS, type Limits } from '../../../apps/backend/src/queue/limits.ts';
import type { Listeners } from '../../../apps/backend/src/queue/recorders.ts';
import { Runner, type RunFor } from '../../../apps/backend/src/queue/runner.ts';
import type { OrderOf } from '../../../apps/backend/src/pipeline/orders.ts';

/** A database with a queue, an organisation and a title, and a runner on them. */
export interface QueueBench {
  readonly url: string;
  readonly database: DataSource;
  readonly queue: JobQueue;
  readonly runner: Runner;
  readonly listeners: Listeners;
  readonly limits: Limits;
  /** Whom runs are for. */
  readonly whom: RunFor & { readonly title: string };
  /** Adds another title. */
  addTitle(): Promise<string>;
  close(): Promise<void>;
}

/** Opens a migrated, empty database and puts a title there. */
export async function openQueueBench(url: string, listeners: Partial<Listeners> = {}): Promise<QueueBench> {
  const database = await openDatabase(url);
  const queue = await JobQueue.open(database);
  const organisation = uuid();
  await database.query(`insert into organisations (id, name, version) values ($1, 'Studio', 1)`, [
    organisation,
  ]);
  const addTitle = async (): Promise<string> => {
    const id = uuid();
    await database.query(`insert into titles (id, organisation, name, version) values ($1, $2, 'Film', 1)`, [
      id,
      organisation,
    ]);
    return id;
  };
  const title = await addTitle();
  const all = { recorders: {}, followers: {}, ...listeners };
  return {
    ...{
      url,
      database,
      queue,
      listeners: all,
      runner: new Runner(queue, all),
      whom: { organisation, title },
    },
    addTitle,
    limits: { ...LIMITS, retryAfter: [0, 0] },
    close: async () => {
      await queue.close();
      await database.destroy();
    },
  };
}

const stored = (key: string) => ({ key, sha256: '0'.repeat(64), name: key });

/** An order to look at a film. */
export const analyseOrder = (title: string): OrderOf['analyse'] => ({
  ...{ title, source: stored('source.mov') },
  proxy: { burnTimecode: false },
});

/** An order to render so many shots. */
export const renderOrder = (title: string, shots: number): OrderOf['render'] => ({
  ...{ title, source: stored('source.mov'), stems: [{ ...stored('voice.wav'), character: null }] },
  script: { ...stored('script.srt'), language: 'nl' },
  settings: { fitVoice: false, voiceAsIs: false, followLoudness: true, onlyVisible: false },
  ...{ original: null, performers: null, lineSettings: [], casting: { characters: [], lines: [] } },
  shots: Array.from({ length: shots }, (_, shot) => ({
    ...{ shot, take: 1 },
    settings: { delay: 0, opening: 1, untouched: [], leaveAlone: [] },
  })),
});
