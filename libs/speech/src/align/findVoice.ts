/**
 * Which frames are loud enough to be speech: those nearer to the sound's loud tenth than to its quiet tenth, and
 * their neighbours, because words begin and end softly. Levels are first cepstra.
 */
export function findVoice(levels: Float32Array): Uint8Array {
  const frames = levels.length;
  const sorted = levels.toSorted();
  const quiet = sorted[Math.floor(frames * 0.05)];
  const loud = sorted[Math.min(frames - 1, Math.floor(frames * 0.95))];
  const threshold = Math.max(quiet + 0.4 * (loud - quiet), loud - quietestSpeech);
  const reach = 4;
  const voiced = new Uint8Array(frames);
  for (let frame = 0; frame < frames; frame++) {
    if (levels[frame] > threshold) voiced.fill(1, Math.max(0, frame - reach), frame + reach + 1);
  }
  return voiced;
}

/** Speech lies within some 35 dB of its loudest tenth; in the unit of the first cepstrum (8 nats × √(2 × 26)). */
const quietestSpeech = 8 * Math.sqrt(2 * 26) * 0.85;
