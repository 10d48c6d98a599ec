import { parentPort, workerData } from 'node:worker_threads';
import { Refusal } from '@mondwerk/film';
import { streamSound, streamSoundOfFilm } from '@mondwerk/media';
import { alignVoice, SOUND_RATE, type Sound } from '@mondwerk/speech';
import type { AlignedSound, AlignReply, AlignTask } from './alignInThread.ts';
import { fitSamples } from './voiceLength.ts';

const { sound, lines, pronunciations, clock } = workerData as AlignTask;

const open = (source: AlignedSound): Sound =>
  'film' in source
    ? streamSoundOfFilm(source.film, 0, SOUND_RATE)
    : fitSamples(streamSound(source.voice, SOUND_RATE), source.seconds, SOUND_RATE);

try {
  const alignment = await alignVoice(open(sound), lines, pronunciations, clock);
  parentPort!.postMessage({ alignment } satisfies AlignReply);
} catch (error) {
  // What a thread throws arrives as a plain error; a refusal has to stay one.
  if (!(error instanceof Refusal)) throw error;
  parentPort!.postMessage({ refused: { code: error.code, sentence: error.message } } satisfies AlignReply);
}
