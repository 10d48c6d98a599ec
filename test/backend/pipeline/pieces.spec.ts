import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { localFolder } from '../../../apps/backend/src/pipeline/localFolder.ts';
import { Pieces } from '../../../apps/backend/src/pipeline/pieces.ts';

let folder: string;
let shared: string[];
let pieces: Pieces;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-pieces-'));
  shared = [];
  const watched = { ...localFolder(folder), share: async (name: string) => void shared.push(name) };
  pieces = await new Pieces(watched, 'stage-key').open();
});

afterEach(() => rm(folder, { recursive: true, force: true }));

it('has a piece only when it is whole, and shares it then', async () => {
  await pieces.make('a.mov', async (path) => {
    await writeFile(path, 'half');
    expect(await pieces.has('a.mov')).toBe(false);
    expect(path).toMatch(/\.mov$/);
    await writeFile(path, 'whole');
  });
  expect(await readFile(pieces.pathOf('a.mov'), 'utf8')).toBe('whole');
  expect(shared).toEqual(['stage-key/a.mov']);
});

it('leaves nothing of a piece that could not be made', async () => {
  const failing = pieces.make('a.mov', async (path) => {
    await writeFile(path, 'half');
    throw new Error('no more');
  });
  await expect(failing).rejects.toThrow('no more');
  expect(await readdir(join(folder, 'stage-key'))).toEqual([]);
});

it('lets two make the same piece at once', async () => {
  const make = () => pieces.make('a.mov', (path) => writeFile(path, 'same'));
  await Promise.all([make(), make(), make()]);
  expect(await readFile(pieces.pathOf('a.mov'), 'utf8')).toBe('same');
  expect(await readdir(join(folder, 'stage-key'))).toEqual(['a.mov']);
});

it('says which piece is damaged', async () => {
  await pieces.save('shot.json', { times: Float64Array.of(1) });
  expect(await pieces.get('shot.json')).toEqual({ times: Float64Array.of(1) });
  await writeFile(pieces.pathOf('shot.json'), '{"times":');
  expect(await pieces.load('shot.json')).toBeUndefined();
  await expect(pieces.get('shot.json')).rejects.toMatchObject({ code: 'work-folder-damaged' });
});
