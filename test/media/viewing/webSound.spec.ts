import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { makeWebSound, probeSound, readSound } from '@mondwerk/media';
import { make, scratch } from '../clips.ts';

const folder = scratch();
const out = join(folder, 'voice.m4a');
const RATE = 48_000;

const onset = (samples: Float32Array): number => samples.findIndex((value) => Math.abs(value) > 0.05) / RATE;

beforeAll(async () => {
  const beep = String.raw`aevalsrc=if(gt(t\,0.5)\,0.5*sin(2000*t)\,0):s=48000:d=2`;
  await make(folder, `-f lavfi -i ${beep}`, 'beep.wav');
  await make(folder, `-f lavfi -i ${beep} -af pan=5.1|c2=c0`, 'surround.wav');
});

test('sound is heard at the same time as before, for as long as is asked', async () => {
  for (const seconds of [1.5, 2.75]) {
    await makeWebSound(join(folder, 'beep.wav'), out, { seconds });
    const samples = await readSound(out, RATE);
    expect(onset(samples)).toBeCloseTo(onset(await readSound(join(folder, 'beep.wav'), RATE)), 3);
    expect((await probeSound(out)).seconds).toBeCloseTo(seconds, 1);
    const loud = samples.subarray(0.6 * RATE, 1.4 * RATE);
    expect(Math.max(...loud)).toBeGreaterThan(0.4);
  }
});

test('equal sounds give equal bytes, the index in front', async () => {
  await makeWebSound(join(folder, 'beep.wav'), out, { seconds: 2 });
  const first = readFileSync(out);
  await makeWebSound(join(folder, 'beep.wav'), out, { seconds: 2 });
  expect(readFileSync(out).equals(first)).toBe(true);
  expect(first.indexOf('moov')).toBeLessThan(first.indexOf('mdat'));
});

test('more than two channels are mixed down to two', async () => {
  await makeWebSound(join(folder, 'surround.wav'), out, { seconds: 2 });
  expect((await probeSound(out)).channels).toBe(2);
});

test('what cannot be read or written is refused, and nothing is left', async () => {
  const missing = join(folder, 'no/voice.m4a');
  await expect(makeWebSound(join(folder, 'beep.wav'), missing, { seconds: 2 })).rejects.toMatchObject({
    code: 'no-folder',
  });
  const stopped = join(folder, 'stopped.m4a');
  const signal = AbortSignal.abort(new Error('stopped'));
  await expect(makeWebSound(join(folder, 'beep.wav'), stopped, { seconds: 2, signal })).rejects.toThrow(
    'stopped',
  );
  expect(existsSync(stopped)).toBe(false);
});
