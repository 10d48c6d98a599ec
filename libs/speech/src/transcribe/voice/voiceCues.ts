import { quantile } from '@mondwerk/film';
import { BANDS, type SoundFrames } from './soundFrames.ts';

/** What speaks for a voice in a frame, and against it. */
export const CUES = [
  'above', // how far the frame stands out of what is always there, mean of the bands that carry speech
  'peak', // the same of the three bands that stand out most
  'loud', // how near it comes to the loud parts of the sound
  'repeats', // how much it repeats itself, as vowels do
  'lively', // how much loudness varies around it: syllables come and go
  'moving', // how much its spectrum changes around it
  'steady', // how much its pitch stays on one note, as music does and voices do not
  'highs', // how much of it lies above 3 kHz, as in fricatives
] as const;

/** Bands between about 200 and 5000 Hz, in which people speak. */
const [firstBand, endBand] = [2, 17];
const [aroundFrames, blockFrames] = [25, 50];
/** Blocks to either side in which what is always there is looked for: ten seconds. */
const floorReach = 20;
const farthest = 40;

/** The cues of a frame, told one frame at a time: all frames' cues together would be far more than the frames. */
export function cuesOf(frames: SoundFrames): (frame: number) => readonly number[] {
  const levels = loudnessOf(frames);
  const loud = quantile(
    [...levels].filter((_, frame) => frame % 5 === 0),
    0.97,
  );
  const floors = floorsOf(frames);
  const moving = changesOf(frames);
  return (frame) => [
    ...standingOut(frames, floors, frame),
    Math.max(-4, (levels[frame] - loud) / 10),
    repeatsAround(frames, frame),
    deviation(levels, frame) / 10,
    meanAround(moving, frame) / 5,
    steadiness(frames, frame),
    highsOf(frames, frame),
  ];
}

function loudnessOf(frames: SoundFrames): Float32Array {
  return Float32Array.from({ length: frames.count }, (_, frame) => {
    let power = 0;
    for (let band = firstBand; band < endBand; band++) power += 10 ** (frames.level(frame, band) / 10);
    return 10 * Math.log10(power);
  });
}

/** The level that each band hardly ever falls below, block by block. */
function floorsOf(frames: SoundFrames): Float32Array {
  const blocks = Math.max(1, Math.ceil(frames.count / blockFrames));
  const quiet = new Float32Array(blocks * BANDS);
  for (let block = 0; block < blocks; block++) {
    const [from, to] = [block * blockFrames, Math.min(frames.count, (block + 1) * blockFrames)];
    for (let band = 0; band < BANDS; band++) {
      const row = Float32Array.from({ length: to - from }, (_, i) => frames.level(from + i, band)).sort();
      quiet[block * BANDS + band] = row[Math.floor(row.length * 0.15)] ?? 0;
    }
  }
  return Float32Array.from(quiet, (_, at) => {
    const [block, band] = [Math.floor(at / BANDS), at % BANDS];
    const near: number[] = [];
    for (let b = Math.max(0, block - floorReach); b <= Math.min(blocks - 1, block + floorReach); b++) {
      near.push(quiet[b * BANDS + band]);
    }
    return near.sort((a, b) => a - b)[Math.floor(near.length * 0.15)];
  });
}

function standingOut(frames: SoundFrames, floors: Float32Array, frame: number): [number, number] {
  const block = Math.floor(frame / blockFrames);
  const out: number[] = [];
  for (let band = firstBand; band < endBand; band++) {
    const above = frames.level(frame, band) - floors[block * BANDS + band];
    out.push(Math.max(0, Math.min(farthest, above)) / 10);
  }
  const mean = out.reduce((sum, value) => sum + value, 0) / out.length;
  out.sort((a, b) => b - a);
  return [mean, (out[0] + out[1] + out[2]) / 3];
}

function repeatsAround(frames: SoundFrames, frame: number): number {
  let most = 0;
  for (let at = Math.max(0, frame - 2); at <= Math.min(frames.count - 1, frame + 2); at++) {
    most = Math.max(most, frames.periodicity(at));
  }
  return most;
}

/** How much the spectrum of each frame differs from that two frames before, decibels a band. */
function changesOf(frames: SoundFrames): Float32Array {
  return Float32Array.from({ length: frames.count }, (_, frame) => {
    if (frame < 2) return 0;
    let sum = 0;
    for (let band = firstBand; band < endBand; band++) {
      sum += Math.min(20, Math.abs(frames.level(frame, band) - frames.level(frame - 2, band)));
    }
    return sum / (endBand - firstBand);
  });
}

function around(values: Float32Array, frame: number): Float32Array {
  return values.subarray(Math.max(0, frame - aroundFrames), frame + aroundFrames + 1);
}

function meanAround(values: Float32Array, frame: number): number {
  const near = around(values, frame);
  let sum = 0;
  for (const value of near) sum += value;
  return sum / near.length;
}

function deviation(values: Float32Array, frame: number): number {
  const near = around(values, frame);
  const mean = meanAround(values, frame);
  let sum = 0;
  for (const value of near) sum += (value - mean) ** 2;
  return Math.sqrt(sum / near.length);
}

/** Of the frames around that repeat, the part whose pitch hardly moves. */
function steadiness(frames: SoundFrames, frame: number): number {
  let [still, all] = [0, 3];
  const last = Math.min(frames.count - 1, frame + aroundFrames);
  for (let at = Math.max(2, frame - aroundFrames); at <= last; at++) {
    if (frames.periodicity(at) < 0.75) continue;
    all++;
    if (Math.abs(frames.pitch(at) - frames.pitch(at - 2)) < 0.2) still++;
  }
  return still / all;
}

function highsOf(frames: SoundFrames, frame: number): number {
  const mean = (from: number, to: number): number => {
    let sum = 0;
    for (let band = from; band < to; band++) sum += frames.level(frame, band);
    return sum / (to - from);
  };
  return (mean(14, BANDS) - mean(firstBand, 10)) / 20;
}
