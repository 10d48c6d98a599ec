/** Numbers that look random and are the same on every machine (xorshift). */
export function randomFrom(seed: number): () => number {
  let state = (seed * 2654435761) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  };
}

/** White noise, -1..1. */
export function whiteNoise(length: number, seed: number): Float32Array {
  const random = randomFrom(seed);
  return Float32Array.from({ length }, () => 2 * random() - 1);
}

/** Noise as rooms and streets make it: 3 dB less an octave (Kellet). */
export function pinkNoise(length: number, seed: number): Float32Array {
  const white = whiteNoise(length, seed);
  let [a, b, c] = [0, 0, 0];
  return white.map((value) => {
    a = 0.99765 * a + value * 0.099046;
    b = 0.963 * b + value * 0.2965164;
    c = 0.57 * c + value * 1.0526913;
    return (a + b + c + value * 0.1848) / 4;
  });
}

const scales = [
  [0, 4, 7, 12],
  [9, 12, 16, 21],
  [5, 9, 12, 17],
  [7, 11, 14, 19],
];

/** A band that is nobody's: chords, a bass, a melody, drums. */
export function music(seconds: number, sampleRate: number, seed: number): Float32Array {
  const random = randomFrom(seed);
  const out = new Float32Array(Math.round(seconds * sampleRate));
  const beat = 0.36 + 0.3 * random();
  const root = 110 * 2 ** (Math.floor(random() * 12) / 12);
  const [brightness, drums] = [1.2 + 1.2 * random(), random() < 0.6 ? 0.5 : 0];
  const play = (at: number, length: number, hertz: number, loudness: number): void => {
    const from = Math.round(at * sampleRate);
    const count = Math.min(out.length - from, Math.round(length * sampleRate));
    const vibrato = random() < 0.3 ? 0.004 : 0;
    for (let i = 0; i < count; i++) {
      const t = i / sampleRate;
      const shape = Math.min(1, t / 0.02) * Math.exp((-2 * t) / length) * Math.min(1, (length - t) / 0.03);
      const phase = 2 * Math.PI * hertz * (t + (vibrato * Math.sin(2 * Math.PI * 5.5 * t)) / 35);
      let sum = 0;
      for (let h = 1; h <= 8 && hertz * h < sampleRate / 2.2; h++)
        sum += Math.sin(phase * h) / h ** brightness;
      out[from + i] += loudness * shape * sum;
    }
  };
  for (let at = 0; at < seconds; at += 4 * beat) {
    const chord = scales[Math.floor(random() * scales.length)];
    for (const step of chord) play(at, 4 * beat, root * 2 ** (step / 12), 0.12);
    for (let count = 0; count < 4; count++) {
      const now = at + count * beat;
      play(now, beat * 0.9, (root / 2) * 2 ** (chord[0] / 12), 0.25);
      if (random() < 0.7)
        play(
          now,
          beat * (random() < 0.5 ? 0.5 : 1),
          root * 2 ** ((chord[Math.floor(random() * 4)] + 12) / 12),
          0.2,
        );
      hit(out, Math.round(now * sampleRate), sampleRate, drums * (count % 2 === 0 ? 1 : 0.6), random);
    }
  }
  return out;
}

function hit(
  out: Float32Array,
  from: number,
  sampleRate: number,
  loudness: number,
  random: () => number,
): void {
  if (loudness === 0) return;
  const count = Math.min(out.length - from, Math.round(0.12 * sampleRate));
  for (let i = 0; i < count; i++)
    out[from + i] += loudness * (2 * random() - 1) * Math.exp((-50 * i) / sampleRate);
}

/** Root of the mean power of what is louder than a thousandth. */
export function loudness(samples: Float32Array): number {
  let [sum, count] = [0, 0];
  for (const value of samples) {
    if (Math.abs(value) < 0.001) continue;
    sum += value * value;
    count++;
  }
  return Math.sqrt(sum / Math.max(1, count));
}

/** A voice with a sound under it that is so many decibels quieter. */
export function under(voice: Float32Array, sound: Float32Array, decibels: number): Float32Array {
  const gain = (loudness(voice) / Math.max(1e-9, loudness(sound))) * 10 ** (-decibels / 20);
  return voice.map((value, at) => value + gain * (sound[at % sound.length] ?? 0));
}
