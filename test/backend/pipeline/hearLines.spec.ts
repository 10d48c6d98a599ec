import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { readScript } from '@mondwerk/speech';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { v7 as newId } from 'uuid';
import { openStorage } from '../../../apps/backend/src/storage/openStorage.ts';
import type { Storage } from '../../../apps/backend/src/storage/storage.ts';
import { runAct, store } from './actRunner.ts';

const sample = fileURLToPath(new URL('../../../apps/backend/sample/', import.meta.url));
let folder: string;
let storage: Storage;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-hear-'));
  storage = await openStorage({
    ...{ url: pathToFileURL(join(folder, 'storage')).href, s3: null },
    ...{ cacheFolder: join(folder, 'cache'), cacheBytes: 1e9 },
  });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('lines of the original dialogue are heard in the sound of the film, once', async () => {
  const order = {
    ...{ title: newId(), source: await store(storage, join(sample, 'film.mp4'), 'uploads/film.mp4') },
    ...{ sounds: null, language: 'en', words: false },
  };
  const { told } = await runAct(storage, 'transcribe', order);
  const [{ lines, origin, language, script }] = told.hearLines;
  expect([origin, language]).toEqual(['draft', 'en']);
  const written = await readScript(join(sample, 'original.srt'));
  expect(lines).toHaveLength(written.length);
  lines.forEach(({ span }, at) => {
    expect(Math.abs(span.start - written[at].span!.start)).toBeLessThan(0.5);
    expect(Math.abs(span.end - written[at].span!.end)).toBeLessThan(0.6);
  });
  expect(await storage.stat(script.key)).toBeDefined();
  const again = await runAct(storage, 'transcribe', order);
  expect(again.told).toEqual(told);
  expect(again.times.every(({ reused }) => reused)).toBe(true);
});

it('a sound that is stopped while it is heard ends with the reason', async () => {
  const source = await store(storage, join(sample, 'film.mp4'), 'uploads/other.mp4');
  const order = { ...{ title: newId(), source, sounds: null }, ...{ language: 'en', words: false } };
  const stop = new AbortController();
  const running = runAct(storage, 'transcribe', order, stop.signal);
  setTimeout(() => stop.abort(new Error('enough')), 100);
  await expect(running).rejects.toThrow('enough');
});
