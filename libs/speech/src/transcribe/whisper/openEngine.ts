import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Refusal } from '@mondwerk/film';
import type { Answer, HearMessage, Understood } from './messages.ts';

/** A running whisper.cpp with its model. */
export interface Engine {
  /** Understands a piece of at most thirty seconds; `language` as Whisper calls it, or `auto`. */
  hear(samples: Float32Array, language: string, onShare?: (share: number) => void): Promise<Understood>;
  close(): void;
}

/** What an engine is opened with. */
export interface EngineOptions {
  /** The model's file, and the name by which people know it. */
  readonly model: string;
  readonly name: string;
  readonly threads: number;
  readonly signal: AbortSignal;
}

/**
 * Starts whisper.cpp in a process of its own and lets it load a model. It ends with the signal, whatever it is doing.
 * @throws Refusal `model-unusable` where it cannot load the model, `transcription-crashed`, the signal's reason.
 */
export async function openEngine({ model, name, threads, signal }: EngineOptions): Promise<Engine> {
  signal.throwIfAborted();
  const child = fork(fileURLToPath(new URL('./whisperProcess.ts', import.meta.url)), [], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const stop = (): void => void child.kill('SIGKILL');
  signal.addEventListener('abort', stop, { once: true });
  child.once('exit', () => signal.removeEventListener('abort', stop));
  const talk = conversation(child, name, signal);
  const opened = await talk.ask({ model, threads });
  if (opened.kind === 'failed') {
    stop();
    if (/not installed for this platform/.test(opened.message))
      throw new Refusal('whisper-missing', opened.message);
    throw new Refusal(
      'model-unusable',
      `whisper.cpp cannot load the speech model ${name}: it is damaged, or made for another program. Add it again from where it came from.`,
      { cause: new Error([opened.message, ...talk.complaints()].join('\n')) },
    );
  }
  return {
    hear: async (samples, language, onShare) => {
      const heard = await talk.ask({ samples: sixteenBits(samples), language }, onShare);
      if (heard.kind === 'understood') return heard.understood;
      const said = heard.kind === 'failed' ? heard.message : heard.kind;
      throw new Error(`whisper.cpp failed: ${said}\n${talk.complaints().join('\n')}`);
    },
    close: stop,
  };
}

interface Conversation {
  ask(message: object, onShare?: (share: number) => void): Promise<Answer>;
  complaints(): readonly string[];
}

/** One question at a time; every question is answered, at the latest when the process ends. */
function conversation(child: ChildProcess, name: string, signal: AbortSignal): Conversation {
  const lines = lastLines(child);
  let waiting: PromiseWithResolvers<Answer> | undefined;
  let told: ((share: number) => void) | undefined;
  let ended: unknown;
  child.on('message', (answer: Answer) => {
    if (answer.kind === 'progress') told?.(answer.share);
    else waiting?.resolve(answer);
  });
  const end = (error: unknown): void => {
    ended ??= error;
    waiting?.reject(ended);
  };
  child.once('error', end);
  child.once('exit', (code, killer) =>
    end(signal.aborted ? signal.reason : crashed(name, killer ?? `code ${code}`, lines)),
  );
  return {
    complaints: () => lines,
    ask: (message, onShare) => {
      const answer = Promise.withResolvers<Answer>();
      waiting = answer;
      told = onShare;
      if (ended !== undefined) answer.reject(ended);
      else child.send(message as HearMessage, (error) => error && end(error));
      return answer.promise;
    },
  };
}

function crashed(name: string, how: string, lines: readonly string[]): Refusal {
  const way =
    how === 'SIGKILL'
      ? 'there was probably not enough memory for it: add a smaller model, or give it more'
      : 'the model file may be damaged: add it again, or another one';
  return new Refusal(
    'transcription-crashed',
    `The transcription with ${name} broke off, because whisper.cpp ended with ${how}; ${way}.`,
    { cause: new Error(lines.join('\n')) },
  );
}

function lastLines(child: ChildProcess): string[] {
  const lines: string[] = [];
  child.stderr!.setEncoding('utf8').on('data', (text: string) => {
    lines.push(...text.split('\n').filter(Boolean));
    lines.splice(0, Math.max(0, lines.length - 30));
  });
  return lines;
}

function sixteenBits(samples: Float32Array): Uint8Array {
  const out = Int16Array.from(samples, (value) => Math.max(-1, Math.min(1, value)) * 32767);
  return new Uint8Array(out.buffer);
}
