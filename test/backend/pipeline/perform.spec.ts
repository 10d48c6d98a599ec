import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handlers } from '../../../apps/backend/src/pipeline/allHandlers.ts';
import { shotsOf } from '../../../apps/backend/src/pipeline/fanOut.ts';
import { takeSettings, type OrderOf } from '../../../apps/backend/src/pipeline/orders.ts';
import { actOf, perform } from '../../../apps/backend/src/pipeline/perform.ts';
import { Progress } from '../../../apps/backend/src/pipeline/progress.ts';
import { openDiskStorage } from '../../../apps/backend/src/storage/diskStorage.ts';
import type { Storage } from '../../../apps/backend/src/storage/storage.ts';
import { store } from './actRunner.ts';

const title = '0193a2f0-0000-7000-8000-000000000004';
let folder: string;
let storage: Storage;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-perform-'));
  storage = await openDiskStorage(join(folder, 'storage'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const probing = (order: unknown, signal = new AbortController().signal) => {
  const progress = new Progress({ show: () => {}, clear: () => {} });
  return perform(handlers, { stage: 'probe', order, shot: null }, storage, { progress, signal, workers: 1 });
};

const orderOf = async (content: string): Promise<OrderOf['analyse']> => {
  await writeFile(join(folder, 'Der Film.mov'), content);
  const source = await store(storage, join(folder, 'Der Film.mov'), `titles/${title}/source.mov`);
  return { title, source, proxy: { burnTimecode: false } };
};

describe('a piece of work', () => {
  it('is not begun with an order that has another shape than its act’s', () => {
    expect(() => probing({ title })).toThrow(/source/);
    expect(actOf('planLines')).toBe('plan');
  });

  it('is refused in a sentence that names the file as people do', async () => {
    const order = await orderOf('this is not a film');
    await expect(probing(order)).rejects.toMatchObject({
      code: 'not-media',
      message: expect.stringMatching(/^Der Film\.mov is not a video/),
    });
  });

  it('is not begun when it was stopped before', async () => {
    const order = await orderOf('this is not a film either');
    await expect(probing(order, AbortSignal.abort(new Error('stopped')))).rejects.toThrow('stopped');
  });
});

describe('the shots that a stage works through', () => {
  const frames = { start: 0, end: 10 };
  const settings = takeSettings.parse({});

  it('are those that were cut, or those that were ordered', () => {
    const cut = { cutShots: { shots: [0, 1].map((shot) => ({ shot, frames })) } };
    expect(shotsOf('analyse', 'trackFaces', {} as OrderOf['analyse'], cut)).toEqual([0, 1]);
    const order = { shots: [{ shot: 7, take: 1, settings }] } as unknown as OrderOf['render'];
    expect(shotsOf('render', 'renderMouths', order, {})).toEqual([7]);
  });

  it('are none in particular where it works on the whole', () => {
    expect(shotsOf('plan', 'planLines', {} as OrderOf['plan'], {})).toEqual([null]);
  });
});
