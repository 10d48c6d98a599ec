import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  takeSettings,
  type MatchOrder,
  type ReplaceOrder,
} from '../../../apps/backend/src/pipeline/orders.ts';
import { replacementSchema } from '../../../apps/backend/src/pipeline/report/replacementSchema.ts';
import { openDiskStorage } from '../../../apps/backend/src/storage/diskStorage.ts';
import type { Storage } from '../../../apps/backend/src/storage/storage.ts';
import { makeReplacementFilms } from '../../performer/index.ts';
import { runAct, store, type ActResult } from './actRunner.ts';

const title = '0193a2f0-0000-7000-8000-000000000071';

let folder: string;
let storage: Storage;
let order: MatchOrder;

const takeOf = (settings: object, take = 1): ReplaceOrder => ({
  ...order,
  shots: [{ shot: 0, take, settings: takeSettings.parse(settings) }],
});

const sumsOf = ({ told }: ActResult<'replace'>): string[] =>
  told.renderFaces.flatMap(({ take }) => take.parts.map(({ sha256 }) => sha256));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-replace-acts-'));
  storage = await openDiskStorage(join(folder, 'storage'));
  const size = { width: 300, height: 300, seconds: 1.4, threads: 2 };
  const { target, donor } = await makeReplacementFilms(join(folder, 'made'), size);
  const source = await store(storage, target.film, `titles/${title}/source.mp4`);
  const footage = await store(storage, donor.film, `titles/${title}/donor.mp4`);
  const { told } = await runAct(storage, 'analyse', { title, source, proxy: { burnTimecode: false } });
  const [{ performers }] = told.findPerformers;
  order = {
    ...{ title, source, shots: null, settings: { strength: 1 } },
    replaced: { id: performers[0].performer, tracks: performers[0].tracks },
    shown: { id: 'bruno', name: 'Bruno Ruiz', tracks: null },
    donors: [{ ...footage, person: null }],
  };
}, 300_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a replacement on the platform', { timeout: 300_000 }, () => {
  it('is matched: who is in the footage, what of the face was seen, what each shot gets', async () => {
    const { told } = await runAct(storage, 'match', order);
    expect(told.trackDonors[0].donors).toMatchObject([
      { name: 'film.mp4', people: [{ person: 'performer-1', shown: true, shots: 1 }] },
    ]);
    expect(told.learnFaces[0]).toMatchObject({ frames: 35, trusted: expect.any(Number) as number });
    expect(told.planFaces[0].shots).toMatchObject([
      { shot: 0, frames: { start: 0, end: 35 }, performers: ['performer-1'], faces: 35, left: 0, passed: [] },
    ]);
    expect(told.planFaces[0].shots[0].workSeconds).toBeGreaterThan(5);
  });

  it('is rendered into a take, the same one however often, and reported', async () => {
    const { told, times } = await runAct(storage, 'replace', takeOf({}));
    expect(times.filter(({ stage, reused }) => stage === 'planFaces' && !reused)).toEqual([]);
    expect(told.renderFaces).toMatchObject([{ rendered: 35, passed: 0, untouchedEqual: true }]);
    const again = await runAct(storage, 'replace', takeOf({}, 2));
    expect(sumsOf(again)).toEqual(sumsOf({ told, times }));
    expect(again.times.some(({ stage, reused }) => stage === 'renderFaces' && !reused)).toBe(false);
    const [{ report, flags, untouchedEqual }] = told.inspectFaces;
    expect([flags, untouchedEqual]).toEqual([[], true]);
    const text = await readFile(await storage.localFile(report.key), 'utf8');
    expect(replacementSchema.parse(JSON.parse(text)).replaced).toMatchObject([
      { performer: 'performer-1', shown: 'Bruno Ruiz', frames: { rendered: 35, passed: 0 } },
    ]);
  });

  it('leaves frames as they were where a take asks for it, and says so', async () => {
    const { told } = await runAct(storage, 'replace', takeOf({ untouched: [{ start: 20, end: 35 }] }));
    const [{ rendered, passed }] = told.renderFaces;
    expect(rendered + passed).toBe(35);
    expect(passed).toBe(15);
    expect(told.inspectFaces[0].flags).toMatchObject([
      {
        shot: 0,
        frames: { start: 20, end: 35 },
        sentence: expect.stringContaining('a person asked') as string,
      },
    ]);
  });

  it('is refused where nobody in the footage is meant', async () => {
    const nobody = { ...order, donors: [{ ...order.donors[0], person: 'performer-4' }] };
    await expect(runAct(storage, 'match', nobody)).rejects.toThrow('performer-4 is nobody in film.mp4');
  });
});
