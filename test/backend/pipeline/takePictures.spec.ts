import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeSettings, type OrderOf, type PlanOrder } from '../../../apps/backend/src/pipeline/orders.ts';
import { openDiskStorage } from '../../../apps/backend/src/storage/diskStorage.ts';
import type { Storage } from '../../../apps/backend/src/storage/storage.ts';
import { makeTwoShotFilm, type TwoShotFilm } from '../twoShotFilm.ts';
import { runAct, type ActResult } from './actRunner.ts';
import { storeTwoShots } from './twoShotOrder.ts';

const title = '0193a2f0-0000-7000-8000-000000000031';

let folder: string;
let storage: Storage;
let order: PlanOrder;
let made: TwoShotFilm;

const takeOf = (settings: object, shot = 0): OrderOf['render'] => ({
  ...order,
  shots: [{ shot, take: 1, settings: takeSettings.parse(settings) }],
});

const sumsOf = ({ told }: ActResult<'render'>): string[] =>
  told.renderMouths.flatMap(({ take }) => take.parts.map(({ sha256 }) => sha256));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-take-pictures-'));
  storage = await openDiskStorage(join(folder, 'storage'));
  made = await makeTwoShotFilm(join(folder, 'made'), 256);
  order = await storeTwoShots(storage, title, made);
  await runAct(storage, 'analyse', { title, source: order.source, proxy: { burnTimecode: false } });
  await runAct(storage, 'plan', order);
}, 300_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a take', { timeout: 300_000 }, () => {
  it('is the same where its wishes are what is usual, another where they are not, and planned no other', async () => {
    const plain = await runAct(storage, 'render', takeOf({}));
    const usual = await runAct(storage, 'render', takeOf({ picture: { all: { feather: 1 } } }));
    expect(sumsOf(usual)).toEqual(sumsOf(plain));
    const wide = { all: { feather: 3 }, lines: [{ line: 0, grain: 0 }] };
    const feathered = await runAct(storage, 'render', takeOf({ picture: wide }));
    expect(sumsOf(feathered)).not.toEqual(sumsOf(plain));
    expect(feathered.told.renderMouths[0]).toMatchObject({ rendered: made.frames[0], untouchedEqual: true });
  });

  it('leaves frames of a performer as they were', async () => {
    const left = await runAct(storage, 'render', takeOf({ picture: { lines: [{ line: 0, leave: true }] } }));
    const [{ rendered, passed }] = left.told.renderMouths;
    expect(passed).toBeGreaterThan(10);
    expect(rendered + passed).toBe(made.frames[0]);
  });

  it('is refused for whom its wishes do not find, and for a mask that lies nowhere', async () => {
    const bob = { performers: { bob: { grain: 0 } } };
    await expect(runAct(storage, 'render', takeOf({ picture: bob }))).rejects.toThrow(
      'The settings of shot 1: performers.bob is "bob", whom nobody knows',
    );
    const corners = [900, 901, 902].map((x) => [x, 900 + (x % 2)]);
    const mask = { shows: 'frame', unit: 'pixels', shapes: [{ frame: 0, corners }] };
    await expect(runAct(storage, 'render', takeOf({ masks: [mask] }))).rejects.toThrow(
      'masks[0].shapes lies outside the picture of 256 × 256 pixels',
    );
  });
});
