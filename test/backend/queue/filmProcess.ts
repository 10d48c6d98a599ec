import { openDatabase } from '../../../apps/backend/src/schema/openDatabase.ts';
import { handlers } from '../../../apps/backend/src/pipeline/allHandlers.ts';
import { perform } from '../../../apps/backend/src/pipeline/perform.ts';
import { JobQueue } from '../../../apps/backend/src/queue/jobQueue.ts';
import { workUntil } from '../../../apps/backend/src/queue/workerLoop.ts';
import { openDiskStorage } from '../../../apps/backend/src/storage/diskStorage.ts';
import { recordTakes } from './recordTakes.ts';

/** A worker process with the real stages: `node filmProcess.ts <database> <storage folder>`. */
const [url, folder] = process.argv.slice(2);
const database = await openDatabase(url);
const storage = await openDiskStorage(folder);
const stop = new AbortController();
process.on('SIGTERM', () => stop.abort());
await workUntil(stop.signal, {
  url,
  card: { name: `film ${process.pid}`, host: 'here', capabilities: ['cpu'], concurrency: 1, version: '0' },
  tools: {
    ...{ database, queue: await JobQueue.open(database), listeners: recordTakes },
    limits: { retryAfter: [0, 0], deaths: 1000 },
    log: { info: () => undefined, error: (fields, words) => console.error(words, fields) },
    perform: (job, tools) => perform(handlers, job, storage, { ...tools, workers: 1 }),
  },
});
process.exit(0);
