import { mkdtemp, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { MESH_POINTS, type FaceTrack } from '@mondwerk/film';
import { readTracks, writeTracks } from '../../../apps/backend/src/pipeline/trackFile.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-test-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const track = (id: string, frames: readonly number[]): FaceTrack => ({
  id,
  shot: 3,
  span: { start: frames[0], end: frames.at(-1)! + 1 },
  observations: frames.map((frame) => ({
    frame,
    points: Float32Array.from({ length: MESH_POINTS * 3 }, (_, index) => frame + index / 7),
    confidence: 0.5,
    look: { sharpness: frame / 3, thumbnail: Uint8Array.from({ length: 768 }, (_, index) => index % 251) },
  })),
  identity: Float32Array.from({ length: 1024 }, (_, index) => Math.fround(Math.sin(index))),
});

it('reads back the tracks of a shot, bit for bit', async () => {
  const path = join(folder, 'shot.tracks');
  const tracks = [track('a', [10, 11, 13]), track('b', [12])].map((each) => structuredClone(each));
  await writeTracks(path, tracks);
  const again = await readTracks(path);
  expect(again.map(({ id, shot, span }) => ({ id, shot, span }))).toEqual(
    tracks.map(({ id, shot, span }) => ({ id, shot, span })),
  );
  expect(again[0].identity).toEqual(tracks[0].identity);
  expect(again[0].observations[2].points).toEqual(tracks[0].observations[2].points);
  expect(again[1].observations[0].look.thumbnail).toEqual(tracks[1].observations[0].look.thumbnail);
  expect(again[1].observations[0].look.sharpness).toBeCloseTo(4, 6);
});

it('reads back where the eyes looked, and knows where that was not measured', async () => {
  const path = join(folder, 'shot.tracks');
  const [plain, looking] = [track('a', [10, 11]), track('b', [12, 13])];
  const irises = Float32Array.of(40.5, 30.25, 90.5, 31);
  const observations = looking.observations.map((each) => ({ ...each, irises }));
  await writeTracks(path, [plain, { ...looking, observations }]);
  const [first, second] = await readTracks(path);
  expect(first.observations[1]).not.toHaveProperty('irises');
  expect(second.observations[1].irises).toEqual(irises);
  expect(second.observations[1].look.thumbnail).toEqual(looking.observations[1].look.thumbnail);
});

it('remembers that a shot has no face', async () => {
  const path = join(folder, 'shot.tracks');
  await writeTracks(path, []);
  expect(await readTracks(path)).toEqual([]);
});

it('refuses a file that was cut short', async () => {
  const path = join(folder, 'shot.tracks');
  await writeTracks(path, [track('a', [1, 2])]);
  await truncate(path, 5000);
  await expect(readTracks(path)).rejects.toMatchObject({ code: 'work-folder-damaged' });
});
