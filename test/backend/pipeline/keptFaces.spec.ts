import { existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  blankPicture,
  crop,
  pixelFormats,
  type Box,
  type FaceObservation,
  type Picture,
} from '@mondwerk/film';
import type { Film } from '@mondwerk/media';
import { KeptFaces } from '../../../apps/backend/src/pipeline/keptFaces.ts';
import { FaceKeeper } from '../../../libs/face/src/tracking/keepFaces.ts';

const SIZE = { width: 320, height: 240 };
const MOUTH: Box = { left: 130, top: 120, right: 190, bottom: 160 };

const filmIn = (name: string): Film =>
  ({ path: '/films/a.mp4', ...SIZE, format: pixelFormats.get(name)! }) as Film;

function noise({ format }: Film, seed: number): Picture {
  const picture = blankPicture(SIZE.width, SIZE.height, format);
  for (const { data } of picture.planes) data.forEach((_, at) => (data[at] = (at * 31 + 7 * seed) % 253));
  return picture;
}

/** A mesh that fills a square round the middle of the picture, its eyes above the middle. */
function observation(frame: number): FaceObservation {
  const points = new Float32Array(468 * 3);
  for (let at = 0; at < 468; at++) points.set([120 + ((at * 7) % 80), 80 + ((at * 13) % 90), 0], 3 * at);
  points.set([125, 95, 0], 3 * 33);
  points.set([195, 95, 0], 3 * 263);
  return { frame, points } as FaceObservation;
}

const chunkOf = (film: Film, frames: readonly number[]) => ({
  frames: frames.map((frame) => ({ frame, picture: noise(film, frame) })),
  found: { faces: [{ observations: frames.map(observation), identity: new Float32Array(4) }] },
});

async function keep(film: Film, frames: readonly number[], mostBytes?: number) {
  const below = mkdtempSync(join(tmpdir(), 'mondwerk-kept-'));
  const kept = await KeptFaces.open(below);
  const { prefix, ...limit } = kept.options!;
  const chunk = chunkOf(film, frames);
  const written = new FaceKeeper(`${prefix}-0`, mostBytes ?? limit.mostBytes).keep(chunk.frames, chunk.found);
  kept.add(film, written);
  return { kept, written, below };
}

test.each(['yuv420p', 'yuv422p10le'])('a mouth in %s is found again, sample by sample', async (format) => {
  const film = filmIn(format);
  const { kept } = await keep(film, [4, 5, 6]);
  for (const frame of [4, 5, 6]) {
    expect(kept.find(film, { frame, box: MOUTH })).toEqual(crop(noise(film, frame), MOUTH));
  }
  await kept.close();
});

test('what nobody kept has to be decoded', async () => {
  const film = filmIn('yuv420p');
  const { kept } = await keep(film, [4]);
  expect(kept.find(film, { frame: 5, box: MOUTH })).toBeUndefined();
  expect(kept.find(film, { frame: 4, box: { ...MOUTH, left: 0 } })).toBeUndefined();
  expect(kept.find({ ...film, width: 640 }, { frame: 4, box: MOUTH })).toBeUndefined();
  await kept.close();
});

test('no more is kept than there is room for, and nothing stays', async () => {
  const film = filmIn('yuv420p');
  const one = await keep(film, [0]);
  const bytes = (box: Box): number => ((box.right - box.left) * (box.bottom - box.top) * 3) / 2;
  const room = 2.5 * bytes(one.written[0].box);
  const { kept, written, below } = await keep(film, [0, 1, 2, 3], room);
  expect(written.map(({ frame }) => frame)).toEqual([0, 1]);
  expect(readdirSync(below)).toHaveLength(1);
  await kept.close();
  expect(readdirSync(below)).toHaveLength(0);
  await one.kept.close();
  expect(existsSync(one.below)).toBe(true);
});

test('what a killed run left is removed', async () => {
  const below = mkdtempSync(join(tmpdir(), 'mondwerk-kept-'));
  await KeptFaces.open(below);
  const next = await KeptFaces.open(below);
  expect(readdirSync(below)).toHaveLength(1);
  await next.close();
});
