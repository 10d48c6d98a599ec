import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import {
  drawThumbnails,
  framesEvery,
  probe,
  runProgram,
  THUMBNAIL_INDEX,
  type ThumbnailIndex,
} from '@mondwerk/media';
import { blankPicture, pixelFormats, type Picture } from '@mondwerk/film';
import { make, scratch } from '../clips.ts';
import { numbered, numberIn } from './numbered.ts';

const folder = scratch();

beforeAll(async () => {
  await make(folder, `${numbered('r=24000/1001:d=11')} -c:v libx264 -bf 3`, 'film.mov');
});

/** The luma of a whole sheet, cut into its thumbnails. */
async function thumbnailsOn(
  path: string,
  { width, height, columns, rows }: ThumbnailIndex,
): Promise<Picture[]> {
  const gray = join(folder, 'sheet.gray');
  await runProgram('ffmpeg', ['-v', 'error', '-y', '-i', path, '-pix_fmt', 'gray', '-f', 'rawvideo', gray]);
  const luma = readFileSync(gray);
  return Array.from({ length: columns * rows }, (_, i) => {
    const [left, top] = [(i % columns) * width, Math.floor(i / columns) * height];
    const picture = blankPicture(width, height, pixelFormats.get('yuv444p')!);
    for (let y = 0; y < height; y++) {
      const at = (top + y) * width * columns + left;
      picture.planes[0].data.set(luma.subarray(at, at + width), y * width);
    }
    return picture;
  });
}

test('each thumbnail shows its frame, a hundred on a sheet', async () => {
  const film = await probe(join(folder, 'film.mov'));
  const frames = Array.from({ length: 130 }, (_, i) => 2 * i + 1);
  const out = join(folder, 'sheets');
  const index = await drawThumbnails(film, frames, out, { width: 160 });
  expect(index).toMatchObject({ width: 160, height: 96, sheets: ['sheet-0001.jpg', 'sheet-0002.jpg'] });
  expect(JSON.parse(readFileSync(join(out, THUMBNAIL_INDEX), 'utf8'))).toEqual(index);
  const sheets = await Promise.all([thumbnailsOn(join(out, index.sheets[0]), index)]);
  const second = await thumbnailsOn(join(out, index.sheets[1]), index);
  expect([...sheets.flat(), ...second].slice(0, 130).map(numberIn)).toEqual(frames);
  expect(readdirSync(folder).filter((name) => name.includes('partial'))).toEqual([]);
});

test('equal films give equal sheets, also over old ones', async () => {
  const film = await probe(join(folder, 'film.mov'));
  const frames = framesEvery(film, 1);
  expect(frames).toEqual([0, 23, 47, 71, 95, 119, 143, 167, 191, 215, 239, 263]);
  const digests = [];
  for (let time = 0; time < 2; time++) {
    await drawThumbnails(film, frames, join(folder, 'again'), { width: 80 });
    const sheet = readFileSync(join(folder, 'again/sheet-0001.jpg'));
    digests.push(createHash('sha256').update(sheet).digest('hex'));
  }
  expect(digests[0]).toBe(digests[1]);
});

test('no frames are an index without sheets', async () => {
  const film = await probe(join(folder, 'film.mov'));
  expect(await drawThumbnails(film, [], join(folder, 'none'), { width: 80 })).toMatchObject({ sheets: [] });
});

test('a file where the folder should be is refused in one sentence', async () => {
  const film = await probe(join(folder, 'film.mov'));
  const drawn = drawThumbnails(film, [0], join(folder, 'film.mov/sheets'), { width: 80 });
  await expect(drawn).rejects.toMatchObject({ code: 'no-folder' });
});
