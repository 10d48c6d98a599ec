import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { probe, soundPeaks } from '@mondwerk/media';
import { make, scratch } from '../clips.ts';

const folder = scratch();
const out = join(folder, 'peaks');
const pairs = (): number[][] => {
  const bytes = new Int8Array(readFileSync(out));
  return Array.from({ length: bytes.length / 2 }, (_, i) => [bytes[2 * i], bytes[2 * i + 1]]);
};

beforeAll(async () => {
  const steps = 'if(lt(t,0.5),0.25,if(lt(t,1),-0.5,0))';
  await make(folder, `-f lavfi -i aevalsrc=${steps.replaceAll(',', '\\,')}:s=48000:d=1.505`, 'steps.wav');
});

test('each pair is the lowest and the highest sample of its stretch', async () => {
  expect(await soundPeaks(join(folder, 'steps.wav'), { perSecond: 100 }, out)).toEqual({
    perSecond: 100,
    pairs: 151,
  });
  const found = pairs();
  expect(found).toHaveLength(151);
  expect(found.slice(0, 50)).toEqual(Array.from({ length: 50 }, () => [31, 32]));
  expect(found.slice(50, 100)).toEqual(Array.from({ length: 50 }, () => [-64, -63]));
  expect(found.slice(100)).toEqual(Array.from({ length: 51 }, () => [0, 0]));
});

test('channels that cancel each other are seen all the same', async () => {
  await make(folder, '-f lavfi -i aevalsrc=0.5|-0.5:s=44100:d=1', 'stereo.wav');
  await soundPeaks(join(folder, 'stereo.wav'), { perSecond: 50 }, out);
  expect(pairs()[25]).toEqual([-64, 64]);
});

test('peaks end where it is asked, with silence where the sound is over', async () => {
  const of = (seconds: number) => soundPeaks(join(folder, 'steps.wav'), { perSecond: 100, seconds }, out);
  expect(await of(0.7)).toMatchObject({ pairs: 70 });
  expect(pairs().at(-1)).toEqual([-64, -63]);
  expect(await of(2)).toMatchObject({ pairs: 200 });
  expect(pairs().at(-1)).toEqual([0, 0]);
});

test("a film's peaks begin with its first frame", async () => {
  const beep = '-itsoffset 0.4 -f lavfi -i sine=f=500:r=48000:d=1';
  const picture = '-f lavfi -i testsrc=s=64x64:r=25:d=2';
  await make(folder, `${picture} ${beep} -c:v libx264 -c:a pcm_s16le`, 'late.mkv');
  const film = await probe(join(folder, 'late.mkv'));
  await soundPeaks(film, { perSecond: 100 }, out);
  expect(pairs().findIndex(([, high]) => high > 5)).toBe(40);
});

test('a film without that sound is refused, an odd fineness is a mistake', async () => {
  const film = await probe(join(folder, 'late.mkv'));
  await expect(soundPeaks(film, { perSecond: 100, track: 1 }, out)).rejects.toMatchObject({
    code: 'no-audio',
  });
  await expect(soundPeaks(film, { perSecond: 7 }, out)).rejects.toThrow(RangeError);
  const nowhere = soundPeaks(film, { perSecond: 100 }, join(folder, 'no/peaks'));
  await expect(nowhere).rejects.toMatchObject({ code: 'no-folder' });
});
