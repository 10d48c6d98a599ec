import { parentPort, workerData } from 'node:worker_threads';
import { Refusal } from '@mondwerk/film';
import { streamSound, streamSoundOfFilm } from '@mondwerk/media';
import { draftLines, findSpeech, openWhisper, SOUND_RATE, type SoundSource } from '@mondwerk/speech';
import { STOP, type HearReply, type HearTask, type HeardWords } from './hearInThread.ts';

const { sound, model, language, threads } = workerData as HearTask;
const stop = new AbortController();

parentPort!.on('message', (message) => {
  if (message === STOP) stop.abort(new Error('stopped'));
});

const source: SoundSource = () =>
  'film' in sound ? streamSoundOfFilm(sound.film, 0, SOUND_RATE) : streamSound(sound.file, SOUND_RATE);

const tell = (reply: HearReply): void => parentPort!.postMessage(reply);

async function hear(): Promise<HeardWords> {
  if (model === null) {
    const speech = await findSpeech(stopping(source()));
    return { language: language ?? null, lines: draftLines(speech) };
  }
  const { language: heard, lines } = await openWhisper(model, threads).transcribe(source, {
    ...{ language, signal: stop.signal },
    onProgress: (done, total) => tell({ progress: { done: Math.round(done), total: Math.round(total) } }),
  });
  return { language: heard === 'und' ? null : heard, lines };
}

async function* stopping(portions: ReturnType<SoundSource>): AsyncGenerator<Float32Array> {
  for await (const portion of portions) {
    stop.signal.throwIfAborted();
    yield portion;
  }
}

try {
  tell({ heard: await hear() });
} catch (error) {
  // What a thread throws arrives as a plain error; a refusal has to stay one.
  if (error instanceof Refusal) tell({ refused: { code: error.code, sentence: error.message } });
  else if (!stop.signal.aborted) throw error;
} finally {
  parentPort!.close();
}
