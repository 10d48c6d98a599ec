import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Refusal } from '@mondwerk/film';
import { FetchedInputs } from '../../../apps/backend/src/pipeline/fetchedInputs.ts';
import { openDiskStorage } from '../../../apps/backend/src/storage/diskStorage.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-inputs-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

it('names a stored file as the person did who sent it', async () => {
  const storage = await openDiskStorage(folder);
  const draft = await storage.draftFile('titles/1/source.mov');
  await writeFile(draft, 'film');
  await storage.keep(draft, 'titles/1/source.mov');
  const inputs = new FetchedInputs(storage);
  const path = await inputs.fetch({ key: 'titles/1/source.mov', name: 'Amélie final.mov' });
  const told = inputs.inPeoplesWords(new Refusal('truncated', `${path} is cut off.`));
  expect(told).toMatchObject({ code: 'truncated', message: 'Amélie final.mov is cut off.' });
  const bug = new Error(path);
  expect(inputs.inPeoplesWords(bug)).toBe(bug);
});
