import type { Manner } from './espeakLibrary.ts';
import { speak, type TrueSpeech } from './espeakVoices.ts';

const pause = 0.4;
const longestClosure = 0.12;

/** Speaks sentences one after another with pauses, a little noise under all of it, and true phone times. */
export function speakAll(sentences: readonly string[], manner: Manner): TrueSpeech {
  const spoken = sentences.map((sentence) => speak(sentence, manner));
  const { sampleRate } = spoken[0];
  const gap = Math.round(pause * sampleRate);
  const samples = new Float32Array(spoken.reduce((sum, part) => sum + part.samples.length + gap, gap));
  const phones: TrueSpeech['phones'][number][] = [];
  let at = gap;
  for (const part of spoken) {
    samples.set(part.samples, at);
    const offset = at / sampleRate;
    for (const { ipa, start, end } of giveClosures(part)) {
      phones.push({ ipa, start: start + offset, end: end + offset });
    }
    at += part.samples.length + gap;
  }
  addNoise(samples);
  return { samples, sampleRate, phones };
}

/**
 * eSpeak NG counts the silent closure of a stop to the sound before it; a mouth and every phonetician count it to
 * the stop. Palatal marks that come as sounds of their own join the sound before.
 */
function giveClosures({
  phones,
  samples,
  sampleRate,
}: TrueSpeech): { ipa: string; start: number; end: number }[] {
  const out: { ipa: string; start: number; end: number }[] = [];
  for (const phone of phones) {
    const last = out.at(-1);
    if (last !== undefined && phone.ipa === 'ʲ') {
      last.end = phone.end;
      continue;
    }
    const closes = /^[ptkbdɡʈɖcɟqʔ]/u.test(phone.ipa);
    const start =
      closes && last !== undefined ? closureStart(samples, sampleRate, phone.start, last.start) : phone.start;
    if (last !== undefined) last.end = start;
    out.push({ ipa: phone.ipa, start, end: phone.end });
  }
  return out;
}

function closureStart(samples: Float32Array, sampleRate: number, start: number, earliest: number): number {
  const step = Math.round(0.0025 * sampleRate);
  const limit = Math.max(earliest * sampleRate + step, (start - longestClosure) * sampleRate);
  let at = Math.round(start * sampleRate);
  while (at - step > limit && samples.subarray(at - step, at).every((sample) => Math.abs(sample) < 0.006))
    at -= step;
  return at / sampleRate;
}

/** Deterministic noise 60 dB below full scale, so that silence has a spectrum as recordings have. */
function addNoise(samples: Float32Array): void {
  let seed = 12345;
  for (let i = 0; i < samples.length; i++) {
    seed = (Math.imul(seed, 1664525) + 1013904223) | 0;
    samples[i] += (seed / 2147483648) * 0.0015;
  }
}
