import { execFileSync } from 'node:child_process';

/** Samples a second of everything here. */
export const sampleRate = 16_000;

/** eSpeak NG says a text; the silence after it is left out. */
export function say(text: string, voice = 'en-gb+f4'): Float32Array {
  const wav = execFileSync('espeak-ng', ['-v', voice, '-s', '150', '--stdout', text]);
  const args = ['-v', 'error', '-i', '-', '-ar', String(sampleRate), '-f', 'f32le', '-'];
  const raw = execFileSync('ffmpeg', args, { input: wav });
  const samples = new Float32Array(raw.buffer.slice(raw.byteOffset, raw.byteOffset + raw.length));
  return samples.subarray(0, samples.findLastIndex((value) => Math.abs(value) > 0.005) + 1);
}

/** Near silence. */
export const pause = (seconds: number): Float32Array =>
  Float32Array.from({ length: seconds * sampleRate }, (_, at) => 0.001 * Math.sin(at * at));

/** What was said, laid one after another with a pause before each and at the end, and when each begins and ends. */
export function lay(parts: readonly Float32Array[], gap = 0.8) {
  const whole = [...parts.flatMap((part) => [pause(gap), part]), pause(gap)];
  const samples = new Float32Array(whole.reduce((sum, { length }) => sum + length, 0));
  const spans: { start: number; end: number }[] = [];
  let at = 0;
  for (const [index, part] of whole.entries()) {
    samples.set(part, at);
    if (index % 2 === 1) spans.push({ start: at / sampleRate, end: (at + part.length) / sampleRate });
    at += part.length;
  }
  return { samples, spans };
}
