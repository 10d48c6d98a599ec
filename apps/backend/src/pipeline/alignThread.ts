import { parentPort, workerData } from 'node:worker_threads';
import { alignVoice } from '@mondwerk/speech';

const { sound, lines, pronunciations, clock } = workerData as {
  sound: Parameters<typeof alignVoice>[0];
  lines: Parameters<typeof alignVoice>[1];
  pronunciations: Parameters<typeof alignVoice>[2];
  clock: Parameters<typeof alignVoice>[3];
};

parentPort!.postMessage(alignVoice(sound, lines, pronunciations, clock));
