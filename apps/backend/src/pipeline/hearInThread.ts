import { Worker } from 'node:worker_threads';
import { Refusal, type Line } from '@mondwerk/film';
import type { Film } from '@mondwerk/media';
import type { SpeechModel } from '@mondwerk/speech';

/** A sound in which lines are heard: a film's own, or a file. */
export type LineSound = { readonly film: Film } | { readonly file: string };

/** What the thread needs to know. */
export interface HearTask {
  readonly sound: LineSound;
  /** What understands the words; `null`: lines without words, where somebody speaks. */
  readonly model: SpeechModel | null;
  /** BCP 47; recognised when not given. */
  readonly language: string | undefined;
  readonly threads: number;
}

/** What was heard. */
export interface HeardWords {
  /** BCP 47; `null` where it was neither given nor recognised. */
  readonly language: string | null;
  readonly lines: readonly Line[];
}

/** What the thread answers. */
export type HearReply =
  | { readonly progress: { readonly done: number; readonly total: number } }
  | { readonly heard: HeardWords }
  | { readonly refused: { readonly code: string; readonly sentence: string } };

/** What the thread is told when nobody wants to know any more. */
export const STOP = 'stop';

/**
 * Hears lines in a thread of its own, so that the worker's other work goes on; what understands words is a process that
 * ends with it. @throws Refusal, the signal's reason.
 */
export async function hearInThread(
  signal: AbortSignal,
  task: HearTask,
  onProgress: (done: number, total: number) => void,
): Promise<HeardWords> {
  signal.throwIfAborted();
  const worker = new Worker(new URL('./hearThread.ts', import.meta.url), { workerData: task });
  const answer = Promise.withResolvers<HeardWords>();
  const stop = (): void => {
    worker.postMessage(STOP);
    answer.reject(signal.reason);
  };
  signal.addEventListener('abort', stop, { once: true });
  worker.on('message', (reply: HearReply) => {
    if ('progress' in reply) onProgress(reply.progress.done, reply.progress.total);
    else if ('heard' in reply) answer.resolve(reply.heard);
    else answer.reject(new Refusal(reply.refused.code, reply.refused.sentence));
  });
  const ended = new Promise<void>((done) => worker.once('exit', () => done()));
  worker.once('error', (error) => answer.reject(error));
  void ended.then(() => answer.reject(new Error('the thread that hears lines ended without an answer')));
  try {
    return await answer.promise;
  } finally {
    signal.removeEventListener('abort', stop);
    await ended;
  }
}
