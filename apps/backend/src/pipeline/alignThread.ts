import { parentPort, workerData } from 'node:worker_threads';
import { alignSpeech } from '@mondwerk/speech';

const { sound, lines, pronunciations } = workerData as {
  sound: Parameters<typeof alignSpeech>[0];
  lines: Parameters<typeof alignSpeech>[1];
  pronunciations: Parameters<typeof alignSpeech>[2];
};

parentPort!.postMessage(alignSpeech(sound, lines, pronunciations));
