import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { drawPart, probe, runProgram } from '@mondwerk/media';
import { make, scratch } from '../clips.ts';

const folder = scratch();

beforeAll(async () => {
  const halves = '[0:v]drawbox=x=iw/2:w=iw/2:c=white:t=fill[v]';
  await make(
    folder,
    `-f lavfi -i color=black:s=320x180:r=25:d=2 -filter_complex ${halves} -map [v] -c:v libx264`,
    'film.mp4',
  );
});

/** The luma of a JPEG. */
async function lumaOf(path: string): Promise<Uint8Array> {
  const gray = `${path}.gray`;
  await runProgram('ffmpeg', ['-v', 'error', '-y', '-i', path, '-pix_fmt', 'gray', '-f', 'rawvideo', gray]);
  return readFileSync(gray);
}

test('shows the part that was asked for, at the size that was asked for', async () => {
  const film = await probe(join(folder, 'film.mp4'));
  const size = { width: 64, height: 64 };
  const [dark, light] = [join(folder, 'dark.jpg'), join(folder, 'light.jpg')];
  await drawPart(film, 30, { left: 20, top: 20, right: 120, bottom: 120 }, { size, out: dark });
  await drawPart(film, 30, { left: 200, top: 20, right: 300, bottom: 120 }, { size, out: light });
  const [darkLuma, lightLuma] = [await lumaOf(dark), await lumaOf(light)];
  expect(darkLuma).toHaveLength(64 * 64);
  expect(Math.max(...darkLuma)).toBeLessThan(20);
  expect(Math.min(...lightLuma)).toBeGreaterThan(235);
});

test('is the same bytes every time', async () => {
  const film = await probe(join(folder, 'film.mp4'));
  const box = { left: 100, top: 10, right: 220, bottom: 130 };
  const paths = ['one.jpg', 'two.jpg'].map((name) => join(folder, name));
  for (const out of paths) await drawPart(film, 7, box, { size: { width: 96, height: 96 }, out });
  expect(readFileSync(paths[0]).equals(readFileSync(paths[1]))).toBe(true);
});
