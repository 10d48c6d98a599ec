import { hash } from './noise.ts';

const STEPS = 4096;
const GRAIN = 1 << 16;
const GRAIN_STRENGTH = 3.5;

/** Film-like response (Narkowicz's fit of ACES, 2015) and display gamma: index = light × 1024, capped at 4. */
const response = Int16Array.from({ length: STEPS }, (_, i) => {
  const x = (i / 1024) * 0.82;
  const film = (x * (2.51 * x + 0.03)) / (x * (2.43 * x + 0.59) + 0.14);
  return 255 * Math.pow(Math.min(1, film), 1 / 2.2);
});

const grain = Int8Array.from({ length: GRAIN }, (_, i) =>
  Math.round(GRAIN_STRENGTH * (hash(i, 7, 99) + hash(i, 8, 99) + hash(i, 9, 99) - 1.5)),
);

/** Turns linear light into 8-bit samples with film grain that differs from frame to frame. */
export function develop(linear: Float32Array, frame: number, seed: number): Uint8Array {
  const out = new Uint8Array(linear.length);
  let state = (Math.imul(frame + 1, 2654435761) ^ Math.imul(seed + 1, 40503)) >>> 0;
  for (let i = 0; i < linear.length; i += 3) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const speck = grain[state >>> 16];
    for (let c = i; c < i + 3; c++) {
      const step = (linear[c] * 1024) | 0;
      const level = response[step < 0 ? 0 : step >= STEPS ? STEPS - 1 : step] + speck;
      out[c] = level < 0 ? 0 : level > 255 ? 255 : level;
    }
  }
  return out;
}
