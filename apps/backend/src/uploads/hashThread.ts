import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';

const TELL_EVERY = 256 * 2 ** 20;

const hash = createHash('sha256');
let bytes = 0;
let told = 0;
for await (const chunk of createReadStream(workerData as string, { highWaterMark: 1 << 20 })) {
  hash.update(chunk as Buffer);
  bytes += (chunk as Buffer).length;
  if (bytes - told < TELL_EVERY) continue;
  told = bytes;
  parentPort!.postMessage(bytes);
}
parentPort!.postMessage(hash.digest('hex'));
