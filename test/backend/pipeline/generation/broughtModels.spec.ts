import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BroughtModel, GeneratorCard } from '@mondwerk/generators';
import {
  findLips,
  findModels,
  modelsIn,
  requireShown,
  type AddedModels,
} from '../../../../apps/backend/src/pipeline/generation/broughtModels.ts';
import { fingerprintFile } from '../../../../apps/backend/src/pipeline/fingerprint.ts';
import { cardOf } from '../../../generators/standingFace.ts';
import { writeTiny } from '../../../generators/tinyNetworks.ts';

const never = new AbortController().signal;
let folder: string;

beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'mondwerk-brought-models-'))));
afterAll(() => rm(folder, { recursive: true }));

async function model(form: GeneratorCard['form'], rest: Partial<GeneratorCard> = {}): Promise<BroughtModel> {
  const path = await writeTiny(folder, form);
  return { path, card: cardOf(form, { name: form, sha256: await fingerprintFile(path), ...rest }) };
}

const among = (...all: readonly BroughtModel[]): AddedModels => ({
  all,
  find: (name) => Promise.resolve(all.find(({ card }) => card.name === name)!),
});

describe('findModels', () => {
  it('finds nothing where nothing is wanted', async () => {
    expect(await findModels({ commercial: true }, among(), never)).toBeUndefined();
    expect(await findLips({}, among(), never)).toBeUndefined();
  });

  it('finds with a swapper what tells it whose face to make', async () => {
    const [embedder, converter, inswapper, hififace] = await Promise.all([
      model('arcface-112'),
      model('converter-512'),
      model('inswapper-128'),
      model('hififace-256'),
    ]);
    const added = among(embedder, converter, inswapper, hififace);
    const one = await findModels({ generator: 'inswapper-128', commercial: true }, added, never);
    expect(modelsIn(one!)).toEqual([embedder, inswapper]);
    const other = await findModels({ generator: 'hififace-256', commercial: true }, added, never);
    expect(modelsIn(other!)).toEqual([embedder, converter, hififace]);
    const lonely = findModels({ generator: 'inswapper-128', commercial: true }, among(inswapper), never);
    await expect(lonely).rejects.toMatchObject({ code: 'model-needs-embedder' });
  });

  it('keeps a commercial title from an embedder that may not be used for it', async () => {
    const embedder = await model('arcface-112', { use: 'non-commercial' });
    const swapper = await model('inswapper-128');
    const find = (commercial: boolean): Promise<unknown> =>
      findModels({ generator: 'inswapper-128', commercial }, among(embedder, swapper), never);
    await expect(find(true)).rejects.toThrow('The model arcface-112 is licensed for non-commercial use only');
    expect(await find(false)).toMatchObject({ embedder, swapper });
  });

  it('refuses a file that is no longer the one that was added', async () => {
    const restorer = await model('gfpgan-512');
    await appendFile(restorer.path, 'x');
    const find = findModels({ restorer: 'gfpgan-512', commercial: true }, among(restorer), never);
    await expect(find).rejects.toMatchObject({ code: 'model-changed' });
  });

  it('refuses lips where a face is to be made, and the other way round', async () => {
    const added = among(await model('wav2lip-96'), await model('dfm'));
    const swap = findModels({ generator: 'wav2lip-96', commercial: true }, added, never);
    await expect(swap).rejects.toThrow('cannot make a performer’s face: it is lips of Wav2Lip’s form');
    await expect(findLips({ lips: 'dfm' }, added, never)).rejects.toThrow('cannot make lips speak');
    expect((await findLips({ lips: 'wav2lip-96' }, added, never))?.card.form).toBe('wav2lip-96');
  });
});

describe('requireShown', () => {
  it('keeps a performer’s model to that performer', async () => {
    const models = { swapper: await model('dfm', { performer: 'Anna Berg' }) };
    expect(() => requireShown(models, 'Anna Berg')).not.toThrow();
    expect(() => requireShown(models, 'Bruno Ruiz')).toThrow('makes the face of Anna Berg');
    expect(() => requireShown(undefined, 'Bruno Ruiz')).not.toThrow();
  });
});
