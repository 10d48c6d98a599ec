import { Worker } from 'node:worker_threads';

/**
 * SHA-256 of a file in hexadecimal, in a thread of its own, since half a terabyte keeps one busy for many minutes.
 * @param onProgress - called with the bytes read so far
 */
export function hashInThread(path: string, onProgress: (bytes: number) => void): Promise<string> {
  const worker = new Worker(new URL('./hashThread.ts', import.meta.url), { workerData: path });
  // A process that stops does not wait for it: the next one begins again.
  worker.unref();
  return new Promise((resolve, reject) => {
    worker.on('message', (told: number | string) => {
      if (typeof told === 'number') onProgress(told);
      else resolve(told);
    });
    worker.on('error', reject);
  });
}
