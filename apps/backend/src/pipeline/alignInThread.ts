import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { alignVoice, VoiceAlignment } from '@mondwerk/speech';

/** `alignVoice` in a thread of its own, so that frames go on flowing meanwhile. @throws whatever it throws. */
export async function alignInThread(
  ...[sound, lines, pronunciations, clock]: Parameters<typeof alignVoice>
): Promise<VoiceAlignment> {
  const worker = new Worker(new URL('./alignThread.ts', import.meta.url), {
    workerData: { sound, lines, pronunciations, clock },
    transferList: [sound.samples.buffer as ArrayBuffer],
  });
  const [alignment] = (await once(worker, 'message')) as [VoiceAlignment];
  return alignment;
}
