/** Runs whisper.cpp in a process of its own: what breaks there breaks nothing else. */
import { mendTokens } from '../words/mendTokens.ts';
import { loadWhisper } from './binding.ts';
import type { Answer, HearMessage, OpenMessage, Understood } from './messages.ts';

const answer = (message: Answer): void => void process.send!(message);

// Whoever asked is gone: nobody waits for the rest.
process.on('disconnect', () => process.exit(0));

process.once('message', ({ model, threads }: OpenMessage) => {
  try {
    const { WhisperContext } = loadWhisper();
    const context = new WhisperContext({ filePath: model, useGpu: true });
    process.on('message', (message: HearMessage) => {
      hear(context, message, threads).then(
        (understood) => answer({ kind: 'understood', understood }),
        (error: unknown) => answer({ kind: 'failed', message: wordsOf(error) }),
      );
    });
    answer({ kind: 'opened' });
  } catch (error) {
    answer({ kind: 'failed', message: wordsOf(error) });
  }
});

async function hear(
  context: InstanceType<ReturnType<typeof loadWhisper>['WhisperContext']>,
  { samples, language }: HearMessage,
  threads: number,
): Promise<Understood> {
  const own = samples.buffer.slice(
    samples.byteOffset,
    samples.byteOffset + samples.byteLength,
  ) as ArrayBuffer;
  const { promise } = context.transcribeData(own, {
    language,
    maxThreads: threads,
    // What was said before is what it repeats when it gets stuck.
    maxContext: 0,
    // A token at a time, each with its own times.
    maxLen: 1,
    tokenTimestamps: true,
    onProgress: (percent) => answer({ kind: 'progress', share: Math.min(1, percent / 100) }),
  });
  const { language: heard, result, segments } = await promise;
  const tokens = segments.map(({ text, t0, t1 }) => ({ text, start: t0 / 1000, end: t1 / 1000 }));
  return { language: heard ?? language, tokens: mendTokens(result, tokens) };
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
