import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { probe, readFrames } from '@mondwerk/media';
import { takeSettings, type OrderOf, type PlanOrder } from '../../../apps/backend/src/pipeline/orders.ts';
import { openDiskStorage } from '../../../apps/backend/src/storage/diskStorage.ts';
import type { Storage } from '../../../apps/backend/src/storage/storage.ts';
import { makeTwoShotFilm, type TwoShotFilm } from '../twoShotFilm.ts';
import { runAct, type ActResult } from './actRunner.ts';
import { storeTwoShots } from './twoShotOrder.ts';

const title = '0193a2f0-0000-7000-8000-000000000003';
const asSaid = { offset: 0, strength: 1, leave: false, cues: [] };

let folder: string;
let storage: Storage;
let made: TwoShotFilm;
let order: PlanOrder;
let analysed: ActResult<'analyse'>;
let rendered: ActResult<'render'>;

const renderOrder = (lineSettings: PlanOrder['lineSettings'] = []): OrderOf['render'] => ({
  ...{ ...order, lineSettings },
  shots: [0, 1].map((shot) => ({ shot, take: 1, settings: takeSettings.parse({}) })),
});

const sumsOf = ({ told }: ActResult<'render'>): string[][] =>
  told.renderMouths.map(({ take }) => take.parts.map(({ sha256 }) => sha256));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-lines-'));
  storage = await openDiskStorage(join(folder, 'storage'));
  // Taller than a proxy becomes, so that drafts are made from smaller pictures than the source's.
  made = await makeTwoShotFilm(join(folder, 'made'), 768);
  order = await storeTwoShots(storage, title, made);
  analysed = await runAct(storage, 'analyse', {
    title,
    source: order.source,
    proxy: { burnTimecode: false },
  });
  await runAct(storage, 'plan', order);
  rendered = await runAct(storage, 'render', renderOrder());
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the settings of lines', () => {
  it('move and bend a mouth in its own shot only, and find their sounds again', async () => {
    const cues = [
      { cue: { phone: 0, ipa: 't' }, strength: 1.5 },
      { cue: { phone: 3, ipa: 'ʒ' }, muted: true },
    ];
    const lineSettings = [{ ...asSaid, line: 0, offset: 0.2, cues }];
    const { told, times } = await runAct(storage, 'plan', { ...order, lineSettings });
    const redone = new Set(times.filter(({ reused }) => !reused).map(({ stage }) => stage));
    for (const stage of ['alignSpeech', 'buildAtlas', 'learnMotion']) expect(redone).not.toContain(stage);
    expect(redone).toContain('planLines');
    expect(told.cueMouths[0].stale).toEqual([{ line: 0, phone: 3, ipa: 'ʒ' }]);
    const [before, after] = [
      sumsOf(rendered),
      sumsOf(await runAct(storage, 'render', renderOrder(lineSettings))),
    ];
    expect(after[0]).not.toEqual(before[0]);
    expect(after[1]).toEqual(before[1]);
  });

  it('leave the mouth of a line as it was', async () => {
    const lineSettings = [{ ...asSaid, line: 1, leave: true }];
    const { told } = await runAct(storage, 'plan', { ...order, lineSettings });
    expect(told.planLines[0].shots.map(({ shot }) => shot)).toEqual([0]);
    const { told: asWas } = await runAct(storage, 'render', renderOrder(lineSettings));
    expect(asWas.renderMouths.map((take) => take.rendered > 0)).toEqual([true, false]);
  });
});

describe('a draft', () => {
  const draftOrder = (
    settings: object,
    { line = 0, shots = [line] }: { readonly line?: number; readonly shots?: readonly number[] } = {},
  ): OrderOf['draft'] => {
    const [{ proxy }] = analysed.told.makeProxy;
    const draft = { line, shots: [...shots], settings: { ...asSaid, ...settings } };
    return { ...order, draft, proxy: { key: proxy.key, sha256: proxy.sha256, name: 'the proxy' } };
  };
  const draftOf = async (...asked: Parameters<typeof draftOrder>) => {
    const { told, times } = await runAct(storage, 'draft', draftOrder(...asked));
    return { told: told.draftLine[0], times };
  };

  it('shows the line and a little more, no larger than a proxy, without planning anew', async () => {
    const { told, times } = await draftOf({ offset: 0.1 });
    const redone = times.filter(({ reused }) => !reused).map(({ stage }) => stage);
    expect(redone).toEqual(['probe', 'draftLine']);
    expect(told.frames.start).toBeLessThan(told.line.start);
    expect(told.frames.end).toBeGreaterThan(told.line.end);
    expect(told.frames.end).toBeLessThanOrEqual(made.frames[0]);
    expect(told.rendered).toBeGreaterThan(told.line.end - told.line.start - 5);
    const seen = await probe(await storage.localFile(told.preview.key));
    expect(seen.pts).toHaveLength(told.frames.end - told.frames.start);
    expect(seen).toMatchObject({ codec: 'h264', height: 720 });
  });

  it('looks like a take of the same settings, but for its size', async () => {
    const { told } = await draftOf({});
    const [{ preview, take }] = rendered.told.renderMouths;
    const [draft, whole] = [await lumasOf(told.preview.key), await lumasOf(preview.key)];
    const source = await lumasOf(analysed.told.makeProxy[0].proxy.key);
    const frames = draft.map((luma, at) => {
      const frame = told.frames.start + at;
      const wanted = whole[frame - take.frames.start];
      return { changed: difference(source[frame], wanted), apart: difference(luma, wanted) };
    });
    const sorted = frames.toSorted((a, b) => b.changed - a.changed);
    const [most, least] = [sorted.slice(0, 5), sorted.slice(-5)];
    expect(meanOf(most.map(({ changed }) => changed))).toBeGreaterThan(
      1.5 * meanOf(least.map(({ changed }) => changed)),
    );
    // What coding and grain leave between them is the same everywhere; where mouths are new it is no more.
    expect(meanOf(most.map(({ apart }) => apart))).toBeLessThan(
      1.25 * meanOf(least.map(({ apart }) => apart)),
    );
  });

  it('differs with its settings where the line is said', async () => {
    const [{ told: plain }, { told: strong }] = [await draftOf({}), await draftOf({ strength: 1.5 })];
    expect(strong.frames).toEqual(plain.frames);
    const [a, b] = [await lumasOf(plain.preview.key), await lumasOf(strong.preview.key)];
    const apart = a.map((luma, at) => difference(luma, b[at]));
    const middle = Math.floor(a.length / 2);
    expect(Math.max(...apart.slice(middle - 10, middle + 10))).toBeGreaterThan(0.05);
  });

  it('costs nothing when the same is asked for again', async () => {
    await draftOf({ strength: 0.7 });
    const { times } = await draftOf({ strength: 0.7 });
    expect(times.filter(({ reused }) => !reused)).toEqual([]);
  });

  it('tells of edits whose sounds are not there, and refuses a line that nobody says in its shots', async () => {
    const { told } = await draftOf({ cues: [{ cue: { phone: 1, ipa: 'ʒ' }, muted: true }] });
    expect(told.stale).toEqual([{ line: 0, phone: 1, ipa: 'ʒ' }]);
    await expect(draftOf({}, { line: 1, shots: [0] })).rejects.toMatchObject({ code: 'line-not-said' });
  });
});

/** The luma of all frames of a stored film. */
async function lumasOf(key: string): Promise<Uint8Array[]> {
  const lumas: Uint8Array[] = [];
  for await (const { picture } of readFrames(await probe(await storage.localFile(key))))
    lumas.push(Uint8Array.from(picture.planes[0].data));
  return lumas;
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** How different two planes are, on average. */
const difference = (a: Uint8Array, b: Uint8Array): number =>
  a.reduce((sum, value, at) => sum + Math.abs(value - b[at]), 0) / a.length;
