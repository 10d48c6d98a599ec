import { blankPicture, pixelFormats } from '@mondwerk/film';
import { describe, expect, it } from 'vitest';

import { cutChunks, framesPerChunk } from '../../../libs/face/src/tracking/cutChunks.ts';

const picture = blankPicture(16, 16, pixelFormats.get('yuv420p')!);
const shots = [
  { index: 0, frames: { start: 0, end: 30 } },
  { index: 1, frames: { start: 30, end: 35 } },
];

async function chunksOf(numbers: number[]): Promise<string[]> {
  const frames = (async function* () {
    for (const frame of numbers) yield { frame, picture };
  })();
  const found: string[] = [];
  for await (const { shot, frames: chunk } of cutChunks(frames, shots, 3, 250e6)) {
    found.push(`${shot.index}: ${chunk[0].frame}..${chunk.at(-1)!.frame}`);
  }
  return found;
}

const from = (start: number, end: number): number[] =>
  Array.from({ length: end - start }, (_, i) => start + i);

describe('cutChunks', () => {
  it('never crosses a cut and never gathers more than 24 frames', async () => {
    expect(await chunksOf(from(0, 35))).toEqual(['0: 0..23', '0: 24..29', '1: 30..34']);
  });

  it('starts anew after a gap in the frames', async () => {
    expect(await chunksOf([...from(3, 6), ...from(20, 22)])).toEqual(['0: 3..5', '0: 20..21']);
  });

  it('has nothing to say about an empty film', async () => {
    expect(await chunksOf([])).toEqual([]);
  });

  it('does not know frames outside all shots', async () => {
    await expect(chunksOf([35])).rejects.toThrow('frame 35 belongs to no shot');
  });
});

describe('framesPerChunk', () => {
  it('takes fewer frames when they are large', () => {
    const large = { frame: 0, picture: blankPicture(3840, 2160, pixelFormats.get('yuv420p')!) };
    expect(framesPerChunk(large, 3, 250e6)).toBe(6);
    expect(framesPerChunk({ frame: 0, picture }, 3, 250e6)).toBe(24);
  });
});
