import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { cards, openModel } from '@mondwerk/models';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { checkConversion, checkInput } from '../../libs/models/src/check.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-models-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('openModel', () => {
  it.each(cards)('converts $name so that it computes what TensorFlow.js does', async (card) => {
    const model = await openModel(card.name, { cacheFolder: folder, devices: ['cpu'] });
    const outputs = await model.run(checkInput(card));
    const lengths = Object.entries(outputs).map(([name, values]) => [name, values.length]);
    const expected = Object.entries(card.outputs).map(([name, { length }]) => [name, length]);
    expect(Object.fromEntries(lengths)).toEqual(Object.fromEntries(expected));
    await model.close();
  });

  it('converts once and then uses what it has kept', async () => {
    const before = await modifiedTimes();
    const [first, second] = await Promise.all([
      openModel('facemesh', { cacheFolder: folder }),
      openModel('facemesh', { cacheFolder: folder }),
    ]);
    expect(await modifiedTimes()).toEqual(before);
    const input = checkInput(first.card);
    expect(await first.run(input, ['output_faceflag'])).toEqual(await second.run(input, ['output_faceflag']));
  });

  it('leaves no half-written files when two processes convert at the same time', async () => {
    const own = await mkdtemp(join(tmpdir(), 'mondwerk-race-'));
    await Promise.all([
      openModel('blazeface', { cacheFolder: own }),
      openModel('blazeface', { cacheFolder: own }),
    ]);
    expect(await readdir(own)).toEqual([expect.stringMatching(/^blazeface-.*\.onnx$/)]);
    await rm(own, { recursive: true });
  });

  it('refuses a cache folder that cannot be one', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    await expect(openModel('blazeface', { cacheFolder: join(file, 'cache') })).rejects.toMatchObject({
      code: 'cache-unwritable',
      message: expect.stringContaining(file) as string,
    });
  });

  it('names a kept file that is damaged', async () => {
    const own = await mkdtemp(join(tmpdir(), 'mondwerk-damaged-'));
    await openModel('blazeface', { cacheFolder: own });
    const [name] = await readdir(own);
    await writeFile(join(own, name), 'damaged');
    await expect(openModel('blazeface', { cacheFolder: own })).rejects.toMatchObject({
      code: 'model-damaged',
    });
    await rm(own, { recursive: true });
  });

  it('does not accept a conversion that computes something else', async () => {
    const model = await openModel('facemesh', { cacheFolder: folder, devices: ['cpu'] });
    const input = checkInput(model.card);
    const { output_faceflag: flag } = await model.run(input);
    const wrong = new Map([['output_faceflag', flag.map((value) => value + 0.1)]]);
    await expect(checkConversion(model.card, model, input, wrong)).rejects.toThrow(/differs from TensorFlow/);
  });
});

async function modifiedTimes(): Promise<number[]> {
  const names = await readdir(folder);
  return Promise.all(names.map(async (name) => (await stat(join(folder, name))).mtimeMs));
}
