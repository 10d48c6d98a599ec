import type { TimeSpan } from '@mondwerk/film';
import type { Sound } from '../../align/sound.ts';
import { FRAME_SECONDS, hearFrames, type SoundFrames } from './soundFrames.ts';
import { likelihoods } from './voiceWeights.ts';

/** Seconds: pauses that are shorter belong to the speech, speech that is shorter is none, words begin and end softly. */
const [shortestPause, shortestSpeech, margin] = [0.25, 0.12, 0.08];

/** How likely speech has to be; set so that real voices lose as little as loud music adds. */
const sure = 0.62;

/** Where a sound is speech. */
export interface SpeechFound {
  /** In order, without touching each other. */
  readonly stretches: readonly TimeSpan[];
  readonly seconds: number;
  /** How likely somebody speaks at an instant, 0..1. */
  likelihoodAt(seconds: number): number;
}

/** Finds where in a sound somebody speaks, also over noise and music that are quieter than the voice. */
export async function findSpeech(sound: Sound): Promise<SpeechFound> {
  const frames = await hearFrames(sound);
  const likely = likelihoods(frames);
  return {
    stretches: stretchesOf(likely, frames),
    seconds: frames.seconds,
    likelihoodAt: (seconds) => likely[Math.floor(seconds / FRAME_SECONDS)] ?? 0,
  };
}

function stretchesOf(likely: Float32Array, { seconds }: SoundFrames): TimeSpan[] {
  const runs: { start: number; end: number }[] = [];
  likely.forEach((value, frame) => {
    if (value <= sure) return;
    const [start, end] = [frame * FRAME_SECONDS, (frame + 1) * FRAME_SECONDS];
    const last = runs.at(-1);
    if (last !== undefined && start - last.end < shortestPause) last.end = end;
    else runs.push({ start, end });
  });
  return runs
    .filter(({ start, end }) => end - start >= shortestSpeech)
    .map(({ start, end }) => ({
      start: round(Math.max(0, start - margin)),
      end: round(Math.min(seconds, end + margin)),
    }));
}

const round = (seconds: number): number => Math.round(seconds * 100) / 100;
