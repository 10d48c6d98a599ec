import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sweepWork } from '../../../apps/backend/src/pipeline/sweepWork.ts';
import { openDiskStorage } from '../../../apps/backend/src/storage/diskStorage.ts';
import type { Storage } from '../../../apps/backend/src/storage/storage.ts';

const title = '0193a2f0-0000-7000-8000-000000000003';
const before = new Date('2026-06-01');
const referred = new Set(['renderMouths-a']);
let folder: string;
let storage: Storage;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-sweep-'));
  storage = await openDiskStorage(folder);
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function keep(name: string, made: string): Promise<void> {
  const draft = await storage.draftFile('draft');
  await writeFile(draft, name);
  await utimes(draft, new Date(made), new Date(made));
  await storage.keep(draft, `titles/${title}/${name}`);
}

const left = async (): Promise<string[]> => {
  const entries = await readdir(join(folder, 'titles', title), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
};

it('keeps what something refers to, and what is not work', async () => {
  await keep('source.mov', '2026-01-01');
  await keep('work/renderMouths-a/part-0.mov', '2026-01-01');
  await keep('work/renderMouths-a/part-0.json', '2026-01-01');
  await keep('work/renderMouths-b/part-0.mov', '2026-01-01');
  await keep('work/gatherSources-c.json', '2026-01-01');
  expect(await sweepWork(storage, title, { referred, before })).toMatchObject({ files: 2 });
  expect((await left()).sort()).toEqual(['part-0.json', 'part-0.mov', 'source.mov']);
});

it('removes nothing while somebody may be at work', async () => {
  await keep('work/gatherSources-c/cutouts.raw', '2026-01-01');
  await keep('work/planLines-d.json', '2026-06-02');
  expect(await sweepWork(storage, title, { referred, before })).toEqual({ files: 0, bytes: 0 });
  expect(await left()).toHaveLength(2);
});

it('removes the drafts of killed processes, and leaves those of the living', async () => {
  await keep('work/renderMouths-a/part-0.mov', '2026-01-01');
  const parts = join(folder, 'titles', title, 'work/renderMouths-a');
  for (const [name, made] of [
    ['.12345678-part-1.mov.partial', '2026-01-01'],
    ['.87654321-part-1.mov', '2026-06-02'],
  ]) {
    await writeFile(join(parts, name), 'draft');
    await utimes(join(parts, name), new Date(made), new Date(made));
  }
  await sweepWork(storage, title, { referred, before });
  expect((await left()).sort()).toEqual(['.87654321-part-1.mov', 'part-0.mov']);
});
