import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { probe, readFrames, type Film } from '@mondwerk/media';
import type { FrameSpan } from '@mondwerk/film';
import { make, scratch } from './clips.ts';

const folder = scratch();
const source = '-f lavfi -i testsrc2=s=96x64:r=25:d=4';
const uneven = '-vf select=not(between(mod(n\\,7)\\,3\\,4)) -fps_mode passthrough -enc_time_base 1/12800';

const clips: readonly (readonly [string, string])[] = [
  ['h264.mp4', `${source} -c:v libx264 -g 24 -bf 3`],
  ['open.mp4', `${source} -c:v libx264 -x264-params open-gop=1:keyint=24:bframes=4`],
  ['long.mkv', `${source} -c:v libx264 -g 1000`],
  ['hevc.mp4', `${source} -c:v libx265 -x265-params log-level=none:keyint=30 -pix_fmt yuv420p10le`],
  ['vfr.mp4', `${source} ${uneven} -c:v libx264 -g 20`],
  ['late.ts', `${source} -c:v libx264 -g 20 -output_ts_offset 7`],
  ['old.avi', `${source} -c:v mpeg4 -g 20`],
  ['web.webm', `${source} -c:v libvpx-vp9 -cpu-used 8 -g 20`],
];

beforeAll(async () => {
  for (const [name, args] of clips) await make(folder, args, name);
});

const digests = async (film: Film, span?: FrameSpan): Promise<string[]> => {
  const found: string[] = [];
  for await (const { picture } of readFrames(film, span)) {
    const hash = createHash('md5');
    picture.planes.forEach((plane) => hash.update(plane.data));
    found.push(hash.digest('hex'));
  }
  return found;
};

test.each(clips)('a span of %s is what a full decode has there', async (name) => {
  const film = await probe(join(folder, name));
  const all = await digests(film);
  expect(all).toHaveLength(film.pts.length);
  expect(new Set(all).size).toBe(film.pts.length);
  for (const start of [1, 19, 24, 47, 55]) {
    expect(await digests(film, { start, end: start + 6 })).toEqual(all.slice(start, start + 6));
  }
});

test('leaving early ends the decoder', async () => {
  const film = await probe(join(folder, 'h264.mp4'));
  const running = (): number =>
    process.getActiveResourcesInfo().filter((name) => name === 'ProcessWrap').length;
  const before = running();
  for await (const { frame } of readFrames(film)) if (frame === 2) break;
  // Node lets go of a process that has ended only some turns of its loop later.
  await expect.poll(running, { timeout: 10_000 }).toBe(before);
});
