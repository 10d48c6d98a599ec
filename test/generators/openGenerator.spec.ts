import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FORM_NAMES, openEmbedder, openGenerator, recogniseFile } from '@mondwerk/generators';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cardOf } from './standingFace.ts';
import { DFM_SIZE, writeTiny } from './tinyNetworks.ts';

let folder: string;

beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'mondwerk-forms-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('what a file is', () => {
  it.each(FORM_NAMES)('is told by what goes in and comes out: %s', async (form) => {
    expect((await recogniseFile(await writeTiny(folder, form))).form).toBe(form);
  });

  it('says the size of a DFM file, and whether it morphs', async () => {
    const whole = await recogniseFile(await writeTiny(folder, 'dfm'));
    expect(whole).toMatchObject({ size: DFM_SIZE, inputs: { morph: 'morph_value:0' } });
    const plain = await writeTiny(folder, 'dfm', (tiny) => ({
      ...tiny,
      inputs: tiny.inputs.slice(0, 1),
      constants: [...tiny.constants, { name: 'morph_value:0', shape: [1], data: Float32Array.of(1) }],
    }));
    expect((await recogniseFile(plain)).inputs).not.toHaveProperty('morph');
  });

  it('is refused with what it takes and gives where it is nothing that is known', async () => {
    const other = await writeTiny(folder, 'converter-512', (tiny) => ({
      ...tiny,
      inputs: [{ name: 'input', shape: [1, 80] }],
      outputs: [{ name: 'output', shape: [1, 80] }],
      constants: [{ name: 'scale', shape: [1, 80], data: new Float32Array(80) }],
    }));
    await expect(recogniseFile(other)).rejects.toMatchObject({
      code: 'network-unknown',
      message: expect.stringMatching(/takes input \[1, 80\] and gives output \[1, 80\]\. Give a DFM file/),
    });
  });

  it('is refused where it has an input that nobody could feed', async () => {
    const more = await writeTiny(folder, 'gfpgan-512', (tiny) => ({
      ...tiny,
      inputs: [...tiny.inputs, { name: 'depth', shape: [1, 1, 512, 512] }],
      nodes: [...tiny.nodes.slice(0, 1), { ...tiny.nodes[1], inputs: ['nothing', 'depth'] }],
    }));
    await expect(recogniseFile(more)).rejects.toMatchObject({ code: 'network-unknown' });
  });

  it('is refused where it is no network, or one that asks for a face as large as a wall', async () => {
    const text = join(folder, 'text.dfm');
    await writeFile(text, 'not a network');
    await expect(recogniseFile(text)).rejects.toMatchObject({ code: 'network-unreadable' });
    const wall = await writeTiny(folder, 'dfm', (tiny) => ({
      ...tiny,
      inputs: [{ name: 'in_face:0', shape: [1, 9000, 9000, 3] }, tiny.inputs[1]],
    }));
    await expect(recogniseFile(wall)).rejects.toMatchObject({ code: 'network-unknown' });
  });

  it('is refused where inswapper’s matrix is missing', async () => {
    const path = await writeTiny(folder, 'inswapper-128', (tiny) => ({
      ...tiny,
      constants: tiny.constants.slice(0, -1),
    }));
    await expect(recogniseFile(path)).rejects.toMatchObject({ code: 'network-without-map' });
  });
});

describe('opening', () => {
  it('gives each its kind', async () => {
    for (const [form, kind] of [
      ['dfm', 'swapper'],
      ['wav2lip-96', 'lips'],
      ['gfpgan-512', 'restorer'],
    ] as const) {
      const generator = await openGenerator({ path: await writeTiny(folder, form), card: cardOf(form) });
      expect(generator).toMatchObject({ kind, wantsIdentity: false });
      await generator.close();
    }
  });

  it('refuses what describes faces where one is to be made, and the other way round', async () => {
    const arcface = { path: await writeTiny(folder, 'arcface-112'), card: cardOf('arcface-112') };
    const dfm = { path: await writeTiny(folder, 'dfm'), card: cardOf('dfm') };
    await expect(openGenerator(arcface)).rejects.toMatchObject({ code: 'model-other-kind' });
    await expect(openEmbedder(dfm)).rejects.toMatchObject({ code: 'model-other-kind' });
  });

  it('turns a description of a face through inswapper’s own matrix', async () => {
    const path = await writeTiny(folder, 'inswapper-128');
    const swapper = await openGenerator({ path, card: cardOf('inswapper-128') });
    const described = new Float32Array(512);
    described.set([0, 6, 0, 8]);
    const identity = await swapper.identify(described);
    expect([...identity.slice(0, 4)].map((v) => +v.toFixed(6))).toEqual([0.6, 0, 0, 0.8]);
    await swapper.close();
  });

  it('turns it through a converter where one was brought', async () => {
    const converter = { path: await writeTiny(folder, 'converter-512'), card: cardOf('converter-512') };
    const path = await writeTiny(folder, 'hififace-256');
    const swapper = await openGenerator({ path, card: cardOf('hififace-256') }, { converter });
    const described = new Float32Array(512);
    described.set([4, 1]);
    const identity = await swapper.identify(described);
    expect([...identity.slice(0, 2)].map((v) => +v.toFixed(6))).toEqual([0.8, -0.6]);
    await swapper.close();
  });
});
