import type { SoundFrames } from './soundFrames.ts';
import { CUES, cuesOf } from './voiceCues.ts';

/**
 * How much each cue of `CUES` speaks for a voice, by itself and as the mean around a frame; fitted by
 * `npm run train:voice` to speech of eSpeak NG under noise and music that were made for it.
 */
const ALONE = [-0.9372, 0.1715, 0.7695, 0.1796, 1.6198, 6.0453, -1.6066, 0.6752];
const AROUND = [-0.5987, 0.6224, 2.8647, 7.654, 1.9506, 6.6667, -2.5966, 1.5768];
/** What speaks against a voice before anything is heard. */
const BIAS = -6.6614;

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
