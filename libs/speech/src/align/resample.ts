import { SAMPLE_RATE } from './cepstra.ts';

const reach = 16;

/** Mono sound at 16 kHz by windowed-sinc interpolation; the same samples where it is so already. */
export function toAlignerRate(samples: Float32Array, sampleRate: number): Float32Array {
  if (sampleRate === SAMPLE_RATE) return samples;
  const step = sampleRate / SAMPLE_RATE;
  const cutoff = Math.min(1, 1 / step);
  const wide = Math.ceil(reach / cutoff);
  const out = new Float32Array(Math.floor(samples.length / step));
  for (let i = 0; i < out.length; i++) {
    const centre = i * step;
    const first = Math.max(0, Math.ceil(centre - wide));
    const last = Math.min(samples.length - 1, Math.floor(centre + wide));
    let sum = 0;
    for (let j = first; j <= last; j++) sum += samples[j] * kernel((j - centre) * cutoff) * cutoff;
    out[i] = sum;
  }
  return out;
}

function kernel(x: number): number {
  if (x === 0) return 1;
  const angle = Math.PI * x;
  return (Math.sin(angle) / angle) * (0.5 + 0.5 * Math.cos(angle / reach));
}
