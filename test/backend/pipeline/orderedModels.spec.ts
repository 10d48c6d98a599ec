import type { BroughtModel } from '@mondwerk/generators';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fingerprintFile } from '../../../apps/backend/src/pipeline/fingerprint.ts';
import { orderedModels } from '../../../apps/backend/src/pipeline/generation/orderedModels.ts';

const { signal } = new AbortController();
let folder: string;
let carla: BroughtModel;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-ordered-'));
  const path = join(folder, 'carla.onnx');
  await writeFile(path, 'a network');
  carla = {
    path,
    card: {
      ...{ name: 'carla', form: 'dfm', sha256: await fingerprintFile(path), licence: 'for studies' },
      ...{ use: 'non-commercial', holder: null, performer: 'Carla Ruiz' },
    },
  };
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const shown = { id: 'carla', name: 'Carla Ruiz', tracks: null };
const asked = { settings: { strength: 1, generator: 'carla' }, shown };
const here = { brought: () => Promise.resolve({ all: [carla], find: () => Promise.resolve(carla) }), signal };

describe('an order of the platform', () => {
  it('finds the network that it names on the machine that carries it out', async () => {
    expect(await orderedModels(here, { ...asked, commercial: false })).toEqual({ swapper: carla });
    expect(await orderedModels(here, { settings: { strength: 1 }, shown })).toBeUndefined();
    await expect(orderedModels({ signal }, asked)).rejects.toThrow('no generator carla on this machine');
  });

  it('uses none that its title may not use, and none of another performer than the shown one', async () => {
    await expect(orderedModels(here, asked)).rejects.toMatchObject({ code: 'model-not-commercial' });
    const dora = { ...asked, commercial: false, shown: { ...shown, name: 'Dora Klein' } };
    await expect(orderedModels(here, dora)).rejects.toMatchObject({ code: 'model-of-another' });
  });
});
