import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openGenerator, type FaceGenerator, type FormName } from '@mondwerk/generators';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeApart, weave } from '../../libs/generators/src/forms/tiles.ts';
import type { Square } from '../../libs/generators/src/picture/squareOf.ts';
import { generate } from '../../libs/generators/src/port/generate.ts';
import { cardOf } from './standingFace.ts';
import { DFM_SIZE, writeTiny } from './tinyNetworks.ts';

let folder: string;
const open: FaceGenerator[] = [];

beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'mondwerk-port-'))));
afterAll(async () => {
  await Promise.all(open.map((generator) => generator.close()));
  await rm(folder, { recursive: true, force: true });
});

async function opened(form: FormName): Promise<FaceGenerator> {
  const generator = await openGenerator({ path: await writeTiny(folder, form), card: cardOf(form) });
  open.push(generator);
  return generator;
}

/** A square whose every number is another, so that nothing can be exchanged unseen. */
const squareOf = (size: number): Square => ({
  size,
  data: Float32Array.from({ length: 3 * size * size }, (_, i) => 0.25 + 0.5 * ((i * 0.61803398875) % 1)),
});

const worst = (data: Float32Array, of: (i: number) => number): number =>
  data.reduce((most, value, i) => Math.max(most, Math.abs(value - of(i))), 0);

const sound = (value: number) => ({ data: new Float32Array(1280).fill(value), shape: [1, 1, 80, 16] });

describe('a swapper of inswapper’s form', () => {
  it('sees red, green and blue, and whose face to make', async () => {
    const square = squareOf(128);
    const identity = new Float32Array(512);
    identity.set([0.25, 0.125, -0.125]);
    const { picture, mask } = await generate(await opened('inswapper-128'), square, { identity });
    expect(mask).toBeUndefined();
    expect(worst(picture.data, (i) => square.data[i] + identity[i % 3])).toBeLessThan(1e-6);
  });

  it('gives for a larger square, pixel by pixel, what it gives for each of those woven into it', async () => {
    const swapper = await opened('inswapper-128');
    const square = squareOf(256);
    const identity = new Float32Array(512).fill(0.125, 0, 3);
    const { picture } = await generate(swapper, square, { identity });
    expect(picture.size).toBe(256);
    expect(picture.data).toEqual(square.data.map((value) => value + 0.125));
    const parts = takeApart(square, 2);
    expect([...parts[1].data.slice(0, 3)]).toEqual([...square.data.slice(3, 6)]);
    expect([...parts[2].data.slice(0, 3)]).toEqual([...square.data.slice(3 * 256, 3 * 256 + 3)]);
    expect(
      weave(
        parts.map(({ data }) => data),
        128,
        3,
      ),
    ).toEqual(square.data);
  });

  it('says what is missing', async () => {
    const swapper = await opened('inswapper-128');
    await expect(generate(swapper, squareOf(128), {})).rejects.toThrow('inswapper-128 needs its identity');
  });
});

describe('a swapper of hififace’s form', () => {
  it('sees −1 to 1, and says where the face is', async () => {
    const square = squareOf(512);
    const identity = new Float32Array(512).fill(0.5, 0, 1);
    const { picture, mask } = await generate(await opened('hififace-256'), square, { identity });
    expect(worst(picture.data, (i) => Math.min(1, square.data[i] + (i % 3 === 0 ? 0.25 : 0)))).toBeLessThan(
      1e-6,
    );
    expect(mask).toEqual(new Float32Array(512 * 512).fill(0.5));
  });
});

describe('a DFM file', () => {
  it('sees blue first, morphs as far as it is told, and shows where both of its masks do', async () => {
    const dfm = await opened('dfm');
    const square = squareOf(DFM_SIZE);
    const tensors = dfm.prepare(square, {});
    expect(tensors['in_face:0'].shape).toEqual([1, DFM_SIZE, DFM_SIZE, 3]);
    expect([...tensors['in_face:0'].data.slice(0, 3)]).toEqual([...square.data.slice(0, 3)].reverse());
    const { picture, mask } = await generate(dfm, square, { morph: 0.5 });
    expect(worst(picture.data, () => 0.5)).toBeLessThan(1e-6);
    const whole = await generate(dfm, square, {});
    expect(worst(whole.picture.data, (i) => 1 - square.data[i])).toBeLessThan(1e-6);
    const at = (x: number, y: number): number => mask![y * DFM_SIZE + x];
    expect([at(32, 28), at(32, 36), at(2, 2)]).toEqual([1, 0, 0]);
  });
});

describe('lips', () => {
  it('of Wav2Lip’s form see the upper half, then the whole, blue first, and the sound', async () => {
    const lips = await opened('wav2lip-96');
    const square = squareOf(96);
    const { target } = lips.prepare(square, { sound: sound(0) });
    expect(target.shape).toEqual([1, 6, 96, 96]);
    const plane = 96 * 96;
    const at = (channel: number, pixel: number): number => target.data[channel * plane + pixel];
    expect([at(0, 0), at(0, plane - 1)]).toEqual([square.data[2], 0]);
    expect([at(3, 0), at(3, plane - 1)]).toEqual([square.data[2], square.data[3 * plane - 1]]);
    const { picture } = await generate(lips, square, { sound: sound(2) });
    expect(picture.data.slice(0, 1.5 * plane)).toEqual(square.data.slice(0, 1.5 * plane));
    expect(new Set(picture.data.slice(1.5 * plane))).toEqual(new Set([0.75]));
  });

  it('of EdTalk’s form hear as much as they are weighed', async () => {
    const square = squareOf(256);
    const condition = { sound: sound(4), weight: 0.25 };
    const { picture } = await generate(await opened('edtalk-256'), square, condition);
    expect(worst(picture.data, (i) => 0.75 * square.data[i])).toBeLessThan(1e-6);
  });
});

describe('a restorer', () => {
  it('sees −1 to 1 and is shown as 0 to 1', async () => {
    const { picture } = await generate(await opened('gfpgan-512'), squareOf(512), {});
    const at = (x: number, y: number): number => picture.data[3 * (512 * y + x)];
    expect([at(256, 314), at(100, 100)]).toEqual([1, 0]);
  });
});
