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
