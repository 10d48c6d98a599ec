import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '../apps/backend/src/schema/openDatabase.ts';
import { JobQueue } from '../apps/backend/src/queue/jobQueue.ts';
import { LIMITS } from '../apps/backend/src/queue/limits.ts';
import { workUntil } from '../apps/backend/src/queue/workerLoop.ts';

/** A worker process whose renders only sleep: `node queueWorker.ts <database> <ms>`. */
const [url, ms] = process.argv.slice(2);
const database = await openDatabase(url);
const stop = new AbortController();
process.on('SIGTERM', () => stop.abort());
await workUntil(stop.signal, {
  url,
  card: { name: `bench ${process.pid}`, host: 'here', capabilities: ['cpu'], concurrency: 1, version: '0' },
  tools: {
    ...{ database, queue: await JobQueue.open(database), limits: LIMITS },
    listeners: { recorders: {}, followers: {} },
    log: { info: () => undefined, error: (fields, words) => console.error(words, fields) },
    perform: async ({ stage }) => {
      if (stage === 'renderMouths') await sleep(Number(ms));
      return {} as never;
    },
  },
});
process.exit(0);
