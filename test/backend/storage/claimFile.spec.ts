import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CacheLock } from '../../../apps/backend/src/storage/cacheLock.ts';
import { claimFile } from '../../../apps/backend/src/storage/claimFile.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-claims-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a claimed file', () => {
  it('is given to one, and others are told to whom', async () => {
    const path = join(folder, 'a');
    expect(await claimFile(path)).toBeNull();
    expect(await claimFile(path)).toMatchObject({ pid: process.pid });
  });

  it('is taken over from a process that has died', async () => {
    const path = join(folder, 'b');
    await writeFile(path, JSON.stringify({ pid: 999_999_999, started: '1' }));
    expect(await claimFile(path)).toBeNull();
  });

  it('is not the claim of an earlier process that had the same number', async () => {
    const path = join(folder, 'c');
    await writeFile(path, JSON.stringify({ pid: process.pid, started: '1' }));
    expect(await claimFile(path)).toBeNull();
  });

  it('keeps two locks from working at once, and leaves nothing behind', async () => {
    const path = join(folder, 'd');
    let [now, most] = [0, 0];
    const work = async (): Promise<void> => {
      now += 1;
      most = Math.max(most, now);
      await new Promise((resolve) => setTimeout(resolve, 5));
      now -= 1;
    };
    const locks = [new CacheLock(path), new CacheLock(path)];
    await Promise.all(Array.from({ length: 10 }, (_, index) => locks[index % 2].alone(work)));
    expect(most).toBe(1);
    expect((await readdir(folder)).filter((name) => name.startsWith('d'))).toEqual([]);
  });
});
