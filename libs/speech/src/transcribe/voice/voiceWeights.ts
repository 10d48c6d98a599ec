import { CUE_NUMBERS, CUES } from './voiceCues.ts';

/**
 * How much each cue of `CUES` speaks for a voice, then how much its mean around the frame does; fitted by
 * `npm run train:voice` to speech of eSpeak NG under noise and music that were made for it.
 */
export const VOICE_WEIGHTS: readonly number[] = [
  ...[-0.9655, 0.1888, 0.8057, 0.1376, 1.7756, 5.5584, -1.2752, 0.7731],
  ...[-0.5397, 0.6062, 3.2666, 7.3612, 2.0535, 6.1341, -2.1613, 1.6149],
];

/** What speaks against a voice before anything is heard. */
export const VOICE_BIAS = -5.1263;

/** What stands out of the sound less than this, around a frame, is noise however it sounds. */
const LEAST_PEAK = 0.52;
const PEAK_AROUND = CUES.length + CUES.indexOf('peak');

/** For each frame how likely somebody speaks in it, 0..1, from its cues. */
export function likelihoods(cues: Float32Array): Float32Array {
  return Float32Array.from({ length: cues.length / CUE_NUMBERS }, (_, frame) => {
    if (cues[frame * CUE_NUMBERS + PEAK_AROUND] < LEAST_PEAK) return 0;
    let sum = VOICE_BIAS;
    for (let at = 0; at < CUE_NUMBERS; at++) sum += VOICE_WEIGHTS[at] * cues[frame * CUE_NUMBERS + at];
    return 1 / (1 + Math.exp(-sum));
  });
}
