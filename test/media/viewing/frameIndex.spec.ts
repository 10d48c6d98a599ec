import { join } from 'node:path';
import { expect, test } from 'vitest';
import { frameIndex, makeWebProxy, numbersOf, probe } from '@mondwerk/media';
import { make, scratch } from '../clips.ts';
import { numbered } from './numbered.ts';

const folder = scratch();
const uneven = '-vf select=not(between(mod(n\\,7)\\,3\\,4)) -fps_mode passthrough -enc_time_base 1/12800';

test.each([
  ['even.mov', `${numbered('r=24000/1001:d=3')} -c:v libx264`, 1],
  ['uneven.mp4', `${numbered('r=25:d=3')} ${uneven} -c:v libx264`, 30],
])('%s: the index gives back every time and every way in exactly', async (name, args, mostRuns) => {
  await make(folder, args, name);
  const film = await probe(join(folder, name));
  const proxy = await makeWebProxy(film, join(folder, `${name}-proxy.mp4`), { burnTimecode: false });
  const index = frameIndex(film, proxy);
  expect(index).toMatchObject({
    frames: film.pts.length,
    rate: film.rate,
    variable: film.variable,
    timecode: null,
  });
  const { num, den } = index.timeBase;
  const seconds = numbersOf(index.times).map((time) => (time * num) / den);
  expect(seconds.slice(0, -1)).toEqual([...film.clock.times]);
  expect(seconds.at(-1)).toBeCloseTo(film.clock.end, 4);
  expect(numbersOf(index.keyFrames)).toEqual([...(await probe(proxy.path)).keyFrames]);
  expect(index.times.length).toBeLessThanOrEqual(mostRuns);
});
