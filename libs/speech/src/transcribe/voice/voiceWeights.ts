import type { SoundFrames } from './soundFrames.ts';
import { CUES, cuesOf } from './voiceCues.ts';

/**
 * How much each cue of `CUES` speaks for a voice, by itself and as the mean around a frame; fitted by
 * `npm run train:voice` to speech of eSpeak NG under noise and music that were made for it.
 */
const ALONE = [-0.9655, 0.1888, 0.8057, 0.1376, 1.7756, 5.5584, -1.2752, 0.7731];
const AROUND = [-0.5397, 0.6062, 3.2666, 7.3612, 2.0535, 6.1341, -2.1613, 1.6149];
/** What speaks against a voice before anything is heard. */
const BIAS = -5.1263;

/** Frames to either side of one over which its cues are averaged. */
export const NEAR = 12;

/** What stands out of the sound less than this, around a frame, is noise however it sounds. */
const LEAST_PEAK = 0.52;
const PEAK = CUES.indexOf('peak');

/** For each frame how likely somebody speaks in it, 0..1. */
export function likelihoods(frames: SoundFrames): Float32Array {
  const cues = cuesOf(frames);
  const alone = new Float32Array(frames.count);
  // Sums from the beginning: what lies around a frame is the difference of two.
  const [around, peaks] = [new Float64Array(frames.count + 1), new Float64Array(frames.count + 1)];
  for (let frame = 0; frame < frames.count; frame++) {
    const own = cues(frame);
    alone[frame] = weighted(own, ALONE);
    around[frame + 1] = around[frame] + weighted(own, AROUND);
    peaks[frame + 1] = peaks[frame] + own[PEAK];
  }
  return alone.map((sum, frame) => {
    const [from, to] = [Math.max(0, frame - NEAR), Math.min(frames.count, frame + NEAR + 1)];
    if ((peaks[to] - peaks[from]) / (to - from) < LEAST_PEAK) return 0;
    const near = (around[to] - around[from]) / (to - from);
    return 1 / (1 + Math.exp(-(BIAS + sum + near)));
  });
}

function weighted(cues: readonly number[], weights: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < weights.length; at++) sum += weights[at] * cues[at];
  return sum;
}
