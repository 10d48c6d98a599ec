import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { probe, runProgram } from '@mondwerk/media';
import { checkProxy } from '../../../apps/backend/src/order/checkProxy.ts';

let folder: string;

/** A moving picture of 100 frames, filtered. */
async function film(name: string, filters: string, ...more: readonly string[]): Promise<string> {
  const source = 'testsrc2=s=320x180:r=25:d=4,format=yuv420p';
  const path = join(folder, name);
  const coding = more.length > 0 ? more : ['-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '24'];
  await runProgram('ffmpeg', ['-v', 'error', '-f', 'lavfi', '-i', source, '-vf', filters, ...coding, path]);
  return path;
}

const check = async (proxy: string, original: string): Promise<void> =>
  checkProxy(await probe(proxy), await probe(original));

let original: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-proxy-'));
  original = await film('original.mkv', 'scale=640:360', '-c:v', 'ffv1', '-pix_fmt', 'yuv422p10le');
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a proxy', () => {
  it('may be smaller, softer, darker, of other pixels, colours, time base and timecode', async () => {
    await check(await film('same.mp4', 'gblur=sigma=1.2,eq=brightness=-0.1:contrast=0.8'), original);
    await check(
      await film('wide.mov', 'scale=240:180,setsar=4/3', '-c:v', 'mjpeg', '-timecode', '10:00:00:00'),
      original,
    );
    await check(
      await film('rounded.mkv', 'scale=214:120', '-c:v', 'libx264', '-color_range', 'pc'),
      original,
    );
  });

  it.each([
    [
      'a frame short',
      'trim=end_frame=99',
      /has 100 frames and its proxy odd\.mp4 99, so that they differ from frame 99 on/,
    ],
    ['of another rate', 'fps=24', /shows frame 12 at 0\.480 s and its proxy odd\.mp4 at 0\.500 s/],
    [
      'letterboxed',
      'scale=320:160,pad=320:200:0:20',
      /is 1\.78 times as wide as high and its proxy odd\.mp4 1\.42 times/,
    ],
    ['of another film', 'hflip', /do not show the same at frame 5 \(00:00:00:05 from the first\)/],
    [
      'one frame late',
      'tpad=start=1:start_mode=clone,trim=end_frame=100',
      /Frame \d+ of the proxy odd\.mp4 shows what frame \d+ of original\.mkv shows/,
    ],
  ])('is refused where it is %s', async (_, filters, says) => {
    const odd = await film('odd.mp4', filters, '-y', '-c:v', 'libx264', '-preset', 'ultrafast', '-bf', '0');
    await expect(check(odd, original)).rejects.toThrow(says);
  });
});
