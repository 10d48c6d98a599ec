/** Seconds between two levels of a sound. */
export const LEVEL_STEP = 0.01;

/** The level of no sound at all, in dB of full scale. */
const NOTHING = -100;

/**
 * Measures how loud a sound is over time: dB of full scale, one for every `LEVEL_STEP` seconds from its start. `samples`
 * are mono, -1..1, in portions; memory grows by 400 bytes a second of sound.
 */
export async function measureLoudness(
  samples: AsyncIterable<Float32Array> | Iterable<Float32Array>,
  sampleRate: number,
): Promise<Float32Array> {
  const size = Math.round(LEVEL_STEP * sampleRate);
  const levels: number[] = [];
  let [energy, filled] = [0, 0];
  for await (const portion of samples) {
    for (const sample of portion) {
      energy += sample * sample;
      filled += 1;
      if (filled < size) continue;
      levels.push(levelOf(energy / size));
      [energy, filled] = [0, 0];
    }
  }
  if (filled > 0) levels.push(levelOf(energy / filled));
  return Float32Array.from(levels);
}

const levelOf = (power: number): number => (power > 0 ? Math.max(NOTHING, 10 * Math.log10(power)) : NOTHING);

/** A voice quieter than this, in dB of full scale, says nothing of how it is spoken. */
const FAINT = -60;

/** Levels are means over so many steps on either side. */
const NEAR = 2;

/** The loudest moment between two instants, in dB, over 50 ms each; `undefined` where the sound is not there or too faint. */
export function loudestIn(
  levels: Float32Array,
  { start, end }: { readonly start: number; readonly end: number },
): number | undefined {
  const first = Math.max(0, Math.floor(start / LEVEL_STEP));
  const last = Math.min(levels.length - 1, Math.ceil(end / LEVEL_STEP) - 1);
  let loudest = NOTHING;
  for (let at = first; at <= last; at++) loudest = Math.max(loudest, meanNear(levels, at));
  return loudest > FAINT ? loudest : undefined;
}

function meanNear(levels: Float32Array, at: number): number {
  const from = Math.max(0, at - NEAR);
  const to = Math.min(levels.length, at + NEAR + 1);
  let sum = 0;
  for (let near = from; near < to; near++) sum += levels[near];
  return sum / (to - from);
}
