import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { stoppable } from './stoppable.ts';
import type { alignVoice, VoiceAlignment } from '@mondwerk/speech';

/**
 * `alignVoice` in a thread of its own, so that frames go on flowing meanwhile, and which ends when the signal says so.
 * @throws whatever it throws, the signal's reason.
 */
export async function alignInThread(
  signal: AbortSignal,
  ...[sound, lines, pronunciations, clock]: Parameters<typeof alignVoice>
): Promise<VoiceAlignment> {
  signal.throwIfAborted();
  const worker = new Worker(new URL('./alignThread.ts', import.meta.url), {
    workerData: { sound, lines, pronunciations, clock },
    transferList: [sound.samples.buffer as ArrayBuffer],
  });
  try {
    const [alignment] = (await stoppable(signal, once(worker, 'message'))) as [VoiceAlignment];
    return alignment;
  } finally {
    await worker.terminate();
  }
}
