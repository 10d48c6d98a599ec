import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decodeArtifact, encodeArtifact } from '../../../apps/backend/src/pipeline/artifactText.ts';
import { openWorkFolder } from '../../../apps/backend/src/pipeline/workFolder.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-test-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const recipe = { stage: 'probe', inputs: { film: 'a', size: 3 }, rooms: ['film'] } as const;

describe('an artifact', () => {
  it('comes back with its typed arrays, maps and big integers', () => {
    const value = {
      times: Float64Array.of(0, 0.04),
      shape: Float32Array.of(1.5),
      ticks: BigInt64Array.of(12345678901234n),
      names: new Map([['a', [1n]]]),
      none: null,
    };
    expect(decodeArtifact(encodeArtifact(value))).toEqual(value);
  });

  it('has a key that changes with its inputs and not with time', async () => {
    const work = await openWorkFolder(folder);
    const key = await work.keyOf(recipe);
    expect(await work.keyOf({ ...recipe })).toBe(key);
    expect(await work.keyOf({ ...recipe, inputs: { film: 'b', size: 3 } })).not.toBe(key);
    expect(await work.keyOf({ ...recipe, stage: 'cutShots' })).not.toBe(key);
    await work.close();
  });

  it('is found again by the next run and leaves no partial file', async () => {
    const first = await openWorkFolder(folder);
    await first.save('probe', 'k', { shots: [1, 2] });
    await first.close();
    const second = await openWorkFolder(folder);
    expect(await second.load('probe', 'k')).toEqual({ shots: [1, 2] });
    expect(await second.load('probe', 'other')).toBeUndefined();
    await second.close();
    expect(await readdir(folder)).toEqual(['probe-k.json']);
  });

  it('is made again when its file was cut short', async () => {
    const work = await openWorkFolder(folder);
    await writeFile(join(folder, 'probe-k.json'), '{"shots":[1');
    expect(await work.load('probe', 'k')).toBeUndefined();
    await work.close();
  });
});

describe('a work folder', () => {
  it('refuses a second run while the first is alive', async () => {
    const work = await openWorkFolder(folder);
    await expect(openWorkFolder(folder)).rejects.toMatchObject({ code: 'work-folder-busy' });
    await work.close();
    await (await openWorkFolder(folder)).close();
  });

  it('is taken over from a process that has died', async () => {
    await writeFile(join(folder, 'lock.json'), JSON.stringify({ pid: 2 ** 22 + 1 }));
    await (await openWorkFolder(folder)).close();
  });

  it('is taken over when the pid belongs to another process by now', async () => {
    await writeFile(join(folder, 'lock.json'), JSON.stringify({ pid: process.pid, started: '1' }));
    await (await openWorkFolder(folder)).close();
  });

  it('is a refusal when it cannot be made', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    await expect(openWorkFolder(join(file, 'work'))).rejects.toMatchObject({ code: 'work-folder-unusable' });
  });

  it('is removed at the end when nobody named one', async () => {
    const work = await openWorkFolder(undefined);
    await work.save('probe', 'k', 1);
    await work.close();
    await expect(readdir(work.path)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
