import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { Refusal, type Line } from '@mondwerk/film';
import type { Film } from '@mondwerk/media';
import type { Pronunciation, VoiceAlignment, VoiceClock } from '@mondwerk/speech';
import { stoppable } from './stoppable.ts';

/** A sound to be aligned: a film's own, or a voice that is cut or padded to so many seconds. */
export type AlignedSound = { readonly film: Film } | { readonly voice: string; readonly seconds: number };

/** What the thread needs to know. */
export interface AlignTask {
  readonly sound: AlignedSound;
  readonly lines: readonly Line[];
  readonly pronunciations: readonly Pronunciation[];
  readonly clock: VoiceClock;
}

/** What the thread answers. */
export type AlignReply =
  | { readonly alignment: VoiceAlignment }
  | { readonly refused: { readonly code: string; readonly sentence: string } };

/**
 * `alignVoice` in a thread of its own, so that frames go on flowing meanwhile, and which ends when the signal says so.
 * The sound is decoded there, so that it is in memory nowhere. @throws whatever it throws, the signal's reason.
 */
export async function alignInThread(signal: AbortSignal, task: AlignTask): Promise<VoiceAlignment> {
  signal.throwIfAborted();
  const worker = new Worker(new URL('./alignThread.ts', import.meta.url), { workerData: task });
  try {
    const [reply] = (await stoppable(signal, once(worker, 'message'))) as [AlignReply];
    if ('refused' in reply) throw new Refusal(reply.refused.code, reply.refused.sentence);
    return reply.alignment;
  } finally {
    await worker.terminate();
  }
}
