import { SOUND_RATE } from '@mondwerk/speech';
import { speakWithPauses, type VoiceScene } from '../../../tools/voiceScenes.ts';
import { whiteNoise } from '../../../tools/soundscapes.ts';

/** Two sentences that eSpeak NG says, with a pause of 6 seconds between them and a little noise under all of it. */
export function twoSentences(): VoiceScene {
  const manner = { voice: 'en-us', speed: 165, pitch: 45 };
  const first = speakWithPauses(['The boats come home tonight.'], manner, 3);
  const second = speakWithPauses(['My father kept the lamp bright for fifty winters.'], manner, 4);
  const samples = new Float32Array(first.samples.length + 6 * SOUND_RATE + second.samples.length);
  samples.set(first.samples);
  const from = first.samples.length + 6 * SOUND_RATE;
  samples.set(second.samples, from);
  const noise = whiteNoise(samples.length, 1);
  const later = second.spoken.map(({ start, end }) => ({
    start: start + from / SOUND_RATE,
    end: end + from / SOUND_RATE,
  }));
  return {
    samples: samples.map((value, at) => value + 0.001 * noise[at]),
    spoken: [...first.spoken, ...later],
  };
}

/** A sound as the bytes of a WAV file, 16 bits a sample. */
export function wavOf(sound: Float32Array): Buffer {
  const data = Buffer.from(
    Int16Array.from(sound, (value) => Math.max(-1, Math.min(1, value)) * 32767).buffer,
  );
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + data.length, 4);
  head.write('WAVEfmt ', 8);
  [16, 0x10001, SOUND_RATE, 2 * SOUND_RATE, 0x100002].forEach((value, at) =>
    head.writeUInt32LE(value, 16 + 4 * at),
  );
  head.write('data', 36);
  head.writeUInt32LE(data.length, 40);
  return Buffer.concat([head, data]);
}
