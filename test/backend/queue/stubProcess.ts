import { openDatabase } from '../../../apps/backend/src/schema/openDatabase.ts';
import { JobQueue } from '../../../apps/backend/src/queue/jobQueue.ts';
import { workUntil } from '../../../apps/backend/src/queue/workerLoop.ts';
import { recordTakes } from './recordTakes.ts';
import { stubFilm } from './stubFilm.ts';

/** A worker process with stub stages: `node stubProcess.ts <database> <folder> <ms a frame> <shots>`. */
const [url, folder, frameMs, shots] = process.argv.slice(2);
const database = await openDatabase(url);
const queue = await JobQueue.open(database);
const stop = new AbortController();
process.on('SIGTERM', () => stop.abort());
const log = { info: () => undefined, error: (fields: object, words: string) => console.error(words, fields) };
const limits = { retryAfter: [0, 0], deaths: 1000 };
const perform = stubFilm(folder, Number(frameMs), Number(shots));
const card = {
  ...{ name: `stub ${process.pid}`, host: 'here', concurrency: 1, version: '0' },
  capabilities: ['cpu'] as const,
};
const tools = { database, queue, limits, perform, log, listeners: recordTakes };
await workUntil(stop.signal, { url, card, tools });
process.exit(0);
