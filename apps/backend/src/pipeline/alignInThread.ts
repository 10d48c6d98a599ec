import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { alignSpeech, SpeechAlignment } from '@mondwerk/speech';

/** `alignSpeech` in a thread of its own, so that frames go on flowing meanwhile. @throws whatever it throws. */
export async function alignInThread(
  ...[sound, lines, pronunciations]: Parameters<typeof alignSpeech>
): Promise<SpeechAlignment> {
  const worker = new Worker(new URL('./alignThread.ts', import.meta.url), {
    workerData: { sound, lines, pronunciations },
    transferList: [sound.samples.buffer as ArrayBuffer],
  });
  const [alignment] = (await once(worker, 'message')) as [SpeechAlignment];
  return alignment;
}
