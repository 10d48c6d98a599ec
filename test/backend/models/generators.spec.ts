import { mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addGenerator } from '../../../apps/backend/src/models/addGenerator.ts';
import {
  generatorNamed,
  listGenerators,
  removeGenerator,
} from '../../../apps/backend/src/models/generators.ts';
import { fingerprintFile } from '../../../apps/backend/src/pipeline/fingerprint.ts';
import { writeTiny } from '../../generators/tinyNetworks.ts';

const never = new AbortController().signal;
let folder: string;
let generators: string;
let dfm: string;
let swapper: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-generators-'));
  generators = join(folder, 'data/generators');
  [dfm, swapper] = [join(folder, 'anna.dfm'), join(folder, 'swap.onnx')];
  await rename(await writeTiny(folder, 'dfm'), dfm);
  await rename(await writeTiny(folder, 'inswapper-128'), swapper);
});
afterAll(() => rm(folder, { recursive: true }));

describe('generators', () => {
  it('are none at first', async () => {
    expect(await listGenerators(generators)).toEqual([]);
    await expect(generatorNamed(generators, 'anna')).rejects.toThrow(
      'There is no generator anna: none is there; add one with `mondwerk models add FILE`',
    );
  });

  it('are added whole, with what they are and what their licence allows', async () => {
    const said = { licence: 'own, contract 12', use: 'commercial', performer: 'Anna Berg' } as const;
    const added = await addGenerator(generators, { file: dfm, ...said, holder: 'Studio' }, never);
    expect(added.card).toEqual({
      ...{ name: 'anna', form: 'dfm', sha256: await fingerprintFile(dfm), holder: 'Studio' },
      ...said,
    });
    expect(await fingerprintFile(added.path)).toBe(added.card.sha256);
    expect(await listGenerators(generators)).toEqual([added]);
    expect(await generatorNamed(generators, 'anna')).toEqual(added);
  });

  it('say nothing for people: without a licence, and a performer where they make one face, they are refused', async () => {
    const add = (rest: object): Promise<unknown> =>
      addGenerator(generators, { name: 'other', file: dfm, ...rest }, never);
    await expect(add({})).rejects.toThrow('anna.dfm comes without its licence');
    await expect(add({ licence: 'own' })).rejects.toThrow('--use commercial, non-commercial or research');
    await expect(add({ licence: 'own', use: 'commercial' })).rejects.toThrow('say with --for whose');
    expect(await readdir(generators)).toEqual(['anna']);
  });

  it('take what a card beside the file says, and people’s word before it', async () => {
    const card = {
      name: 'swap',
      licence: 'InsightFace',
      use: 'non-commercial',
      sha256: await fingerprintFile(swapper),
    };
    await writeFile(`${swapper}.json`, JSON.stringify(card));
    const added = await addGenerator(generators, { file: swapper, holder: 'Studio' }, never);
    expect(added.card).toMatchObject({
      form: 'inswapper-128',
      licence: 'InsightFace',
      use: 'non-commercial',
    });
    const bought = { file: swapper, name: 'bought', licence: 'bought', use: 'commercial' } as const;
    expect((await addGenerator(generators, bought, never)).card.use).toBe('commercial');
  });

  it('are refused where the card is wrong, or is another file’s', async () => {
    const add = (): Promise<unknown> => addGenerator(generators, { file: swapper, name: 'third' }, never);
    await writeFile(`${swapper}.json`, '{"use":"anything"}');
    await expect(add()).rejects.toThrow('The card swap.onnx.json cannot be read');
    await writeFile(`${swapper}.json`, 'no json');
    await expect(add()).rejects.toThrow('it is no JSON');
    const card = { licence: 'own', use: 'commercial', sha256: 'a'.repeat(64) };
    await writeFile(`${swapper}.json`, JSON.stringify(card));
    await expect(add()).rejects.toThrow('swap.onnx is not the file that its card was written for');
    expect(await readdir(generators)).toEqual(['anna', 'bought', 'swap']);
  });

  it('are refused where the file is nothing that is known, under the name that people gave', async () => {
    const said = { licence: 'own', use: 'commercial' } as const;
    const junk = join(folder, 'junk.onnx');
    await writeFile(junk, 'junk');
    await expect(addGenerator(generators, { file: junk, ...said }, never)).rejects.toThrow(
      /^junk\.onnx cannot be opened as a network/,
    );
    const none = join(folder, 'none.onnx');
    await expect(addGenerator(generators, { file: none, ...said }, never)).rejects.toThrow('does not exist');
    await expect(addGenerator(generators, { file: dfm, name: 'a/b', ...said }, never)).rejects.toThrow(
      'cannot be the name of a model',
    );
  });

  it('are removed by their names', async () => {
    await removeGenerator(generators, 'swap');
    await expect(removeGenerator(generators, 'swap')).rejects.toThrow(
      'There is no generator swap: there are anna, bought.',
    );
  });
});
