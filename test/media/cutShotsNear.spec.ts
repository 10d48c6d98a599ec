import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { cutShots, cutShotsNear, probe, type Film, type NearShots } from '@mondwerk/media';
import { make, scratch } from './clips.ts';

const folder = scratch();
let film: Film;

beforeAll(async () => {
  const colours = ['red', 'green', 'blue', 'yellow', 'gray', 'orange'];
  const shots = colours.map((colour) => `-f lavfi -i color=${colour}:s=64x36:r=25:d=2`);
  const joined = `-filter_complex ${colours.map((_, i) => `[${i}:v]`).join('')}concat=n=${colours.length}`;
  await make(folder, `${shots.join(' ')} ${joined} -c:v libx264 -g 25`, 'film.mp4');
  film = await probe(join(folder, 'film.mp4'));
});

const near = (start: number, end: number, margin = 5): Promise<NearShots> =>
  cutShotsNear(film, [{ start, end }], margin);

test('the shot round a span is exact, and what is far away is one shot with those beside it', async () => {
  const { shots, looked } = await near(110, 140, 20);
  expect(shots.map(({ frames }) => frames)).toEqual([
    { start: 0, end: 100 },
    { start: 100, end: 150 },
    { start: 150, end: 300 },
  ]);
  expect(looked).toEqual([{ start: 90, end: 160 }]);
});

test('it is looked further while the shot goes on, up to the ends of the film', async () => {
  const { shots } = await near(120, 130);
  expect(shots.map(({ frames }) => frames)).toContainEqual({ start: 100, end: 150 });
  expect((await near(10, 20)).shots[0].frames).toEqual({ start: 0, end: 50 });
  expect((await near(280, 290)).shots.at(-1)!.frames).toEqual({ start: 250, end: 300 });
});

test('looking everywhere finds what looking at the whole film finds', async () => {
  expect((await near(0, 300)).shots).toEqual((await cutShots(film)).shots);
});

test('places that come to touch while they grow are one', async () => {
  const spans = [
    { start: 110, end: 115 },
    { start: 140, end: 145 },
  ];
  const { shots, looked } = await cutShotsNear(film, spans, 4);
  expect(shots.map(({ frames }) => frames)).toContainEqual({ start: 100, end: 150 });
  expect(looked).toHaveLength(1);
});
