import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { probeSound, respaceSound, type SoundPiece } from '@mondwerk/media';
import { layPieces } from '../../libs/media/src/soundPieces.ts';
import { make, scratch } from './clips.ts';

const folder = scratch();
const rate = 44_100;

beforeAll(async () => {
  const noise = `-f lavfi -i anoisesrc=d=3:a=0.3:r=${rate}:seed=3`;
  await make(folder, `${noise} -ac 2 -c:a pcm_s16le`, 'voice.wav');
  await make(folder, `${noise} -af volume=6 -c:a pcm_f32le`, 'loud.wav');
});

async function samplesOf(name: string): Promise<Float32Array> {
  await make(folder, `-i ${join(folder, name)} -f f32le -c:a pcm_f32le`, `${name}.raw`);
  return new Float32Array(Uint8Array.from(await readFile(join(folder, `${name}.raw`))).buffer);
}

/** How many pairs of samples differ from where `from` seconds of one sound meet `to` seconds of the other on. */
function differences(a: Float32Array, b: Float32Array, [from, to, length]: number[], channels = 2): number {
  const [start, other, count] = [from, to, length].map((time) => Math.round(time * rate) * channels);
  let found = 0;
  for (let i = 0; i < count; i++) if (a[start + i] !== b[other + i]) found++;
  return found;
}

const pieces: SoundPiece[] = [
  { from: 0, to: 1, at: 0 },
  { from: 1, to: 2, at: 1.25 },
  { from: 2.1, to: 3, at: 2.25 },
];

describe('a voice that is laid anew', () => {
  test('is exact to the sample, with silence between, and keeps channels and rate', async () => {
    await respaceSound(join(folder, 'voice.wav'), pieces, 4, join(folder, 'laid.wav'));
    expect(await probeSound(join(folder, 'laid.wav'))).toMatchObject({
      seconds: 4,
      channels: 2,
      sampleRate: rate,
    });
    const [before, after] = [await samplesOf('voice.wav'), await samplesOf('laid.wav')];
    expect(after).toHaveLength(4 * rate * 2);
    expect(differences(before, after, [0, 0, 0.994])).toBe(0);
    expect(differences(before, after, [1.006, 1.256, 0.988])).toBe(0);
    expect(differences(before, after, [2.106, 2.256, 0.894])).toBe(0);
    expect(after.subarray(rate * 2, 1.25 * rate * 2).every((value) => value === 0)).toBe(true);
    expect(after.subarray(3.15 * rate * 2).every((value) => value === 0)).toBe(true);
    expect(Math.abs(after[rate * 2 - 1])).toBeLessThan(0.001);
    expect(existsSync(join(folder, 'laid.wav.partial'))).toBe(false);
  });

  test('is the same throughout when nothing moves, however loud', async () => {
    const still = [1, 2, 3].map((to) => ({ from: to - 1, to, at: to - 1 }));
    for (const name of ['voice.wav', 'loud.wav']) {
      await respaceSound(join(folder, name), still, 3, join(folder, 'still.wav'));
      expect(Buffer.compare(...(await pair(name, 'still.wav')))).toBe(0);
    }
  });

  test('is cut where the film ends', async () => {
    await respaceSound(join(folder, 'voice.wav'), pieces, 2.5, join(folder, 'short.wav'));
    expect(await samplesOf('short.wav')).toHaveLength(2.5 * rate * 2);
  });

  test('is refused in plain words where it cannot be written', async () => {
    const nowhere = respaceSound(join(folder, 'voice.wav'), pieces, 4, join(folder, 'no/laid.wav'));
    await expect(nowhere).rejects.toMatchObject({ code: 'no-folder' });
  });
});

async function pair(...names: readonly [string, string]): Promise<[Buffer, Buffer]> {
  const [a, b] = [await samplesOf(names[0]), await samplesOf(names[1])];
  return [Buffer.from(a.buffer), Buffer.from(b.buffer)];
}

test.each([1, 7, 4096])('the size of chunks (%i bytes) does not matter', async (size) => {
  const bytes = Buffer.from(Float32Array.from({ length: 4000 }, (_, i) => Math.sin(i)).buffer);
  async function* inChunks(step: number): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += step) yield bytes.subarray(at, at + step);
  }
  const clock = { channels: 2, sampleRate: 1000 };
  const lay = async (step: number): Promise<number[]> => {
    const found: number[] = [];
    const small = [
      { from: 0, to: 0.5, at: 0.1 },
      { from: 0.6, to: 2, at: 0.7 },
    ];
    for await (const part of layPieces(inChunks(step), small, 2, clock)) found.push(...part);
    return found;
  };
  expect(await lay(size)).toEqual(await lay(bytes.length));
  expect(await lay(size)).toHaveLength(4000);
});
