import { mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { crop, type Box, type Picture } from '@mondwerk/film';
import { probe, readFrames } from '@mondwerk/media';
import { replacementSchema } from '../../apps/backend/src/pipeline/report/replacementSchema.ts';
import { reportSchema } from '../../apps/backend/src/pipeline/report/reportSchema.ts';
import { writeTiny } from '../generators/tinyNetworks.ts';
import { makeDub, makeReplacementFilms, type ReplacementFilms } from '../performer/index.ts';
import { mondwerk, type Ended } from './mondwerk.ts';
import { writeBasis } from './replacedFilm.ts';

let folder: string;
let made: ReplacementFilms;
let basis: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-brought-'));
  made = await makeReplacementFilms(join(folder, 'made'), {
    width: 320,
    height: 320,
    seconds: 1,
    threads: 2,
  });
  basis = await writeBasis(made.target.film, [made.donor.film]);
  for (const [form, file] of [
    ['dfm', 'bruno.dfm'],
    ['inswapper-128', 'swap.onnx'],
    ['gfpgan-512', 'restore.onnx'],
    ['wav2lip-96', 'lips.onnx'],
  ] as const) {
    await rename(await writeTiny(folder, form), join(folder, file));
  }
  await add('bruno.dfm', '--use', 'commercial', '--for', 'Bruno Ruiz');
  await add('bruno.dfm', '--use', 'commercial', '--for', 'Anna Berg', '--name', 'anna');
  await add('restore.onnx', '--use', 'commercial', '--holder', 'Studio Nord');
  await add('swap.onnx', '--use', 'non-commercial');
  await add('lips.onnx', '--use', 'commercial');
}, 600_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

const add = async (file: string, ...more: string[]): Promise<void> => {
  const { code, stderr } = await mondwerk(['models', 'add', file, '--licence', 'own', ...more], folder);
  expect(code, stderr).toBe(0);
};

const replace = (out: string, ...more: string[]): Promise<Ended> =>
  mondwerk(
    [
      ...['replace', '--film', made.target.film, '--performer', 'performer-1'],
      ...['--donor-footage', made.donor.film, '--rights-basis', basis, '--lossless', '--work', 'work'],
      ...['--out', `${out}.mkv`, '--report', `${out}.json`, ...more],
    ],
    folder,
  );

const reportOf = async (name: string): Promise<unknown> =>
  JSON.parse(await readFile(join(folder, `${name}.json`), 'utf8'));

/** A frame of a film. */
async function frameOf(path: string, number: number): Promise<Picture> {
  for await (const { picture, frame } of readFrames(await probe(path))) if (frame === number) return picture;
  throw new Error(`${path} has no frame ${number}`);
}

/** How far the luma of two pictures is apart on average in a box. */
function apart(a: Picture, b: Picture, box: Box): number {
  const [one, other] = [a, b].map((picture) => Uint8Array.from(crop(picture, box).planes[0].data));
  return one.reduce((sum, value, i) => sum + Math.abs(value - other[i]), 0) / one.length;
}

describe('networks that a studio brought', { timeout: 600_000 }, () => {
  it('make faces, restore them, and are told of', async () => {
    const { code, stderr } = await replace('made-face', '--generator', 'bruno');
    expect(code, stderr).toBe(0);
    const report = replacementSchema.parse(await reportOf('made-face'));
    expect(report.generators).toMatchObject([{ name: 'bruno', form: 'dfm', performer: 'Bruno Ruiz' }]);
    const [{ box, frames }] = report.shots[0].changed;
    expect(frames).toBe(report.film.frames);
    // Its negative of the eyes is far from any face.
    const film = await frameOf(made.target.film, 5);
    expect(apart(film, await frameOf(join(folder, 'made-face.mkv'), 5), box)).toBeGreaterThan(4);
    const verified = await mondwerk(['verify', made.target.film, 'made-face.mkv', 'made-face.json'], folder);
    expect([verified.code, verified.stdout]).toEqual([0, expect.stringContaining('outside the boxes')]);

    const restored = await replace('restored', '--restorer', 'restore');
    expect(restored.code, restored.stderr).toBe(0);
    const { generators, shots } = replacementSchema.parse(await reportOf('restored'));
    expect(generators).toMatchObject([{ name: 'restore', holder: 'Studio Nord' }]);
    // It paints faces black but for the nose.
    const dark = await frameOf(join(folder, 'restored.mkv'), 5);
    expect(apart(film, dark, shots[0].changed[0].box)).toBeGreaterThan(20);
  });

  it('are refused where their licence or their card forbids it, and nothing is written', async () => {
    const refusals = [
      [['--generator', 'swap'], 'licensed for non-commercial use only (own), and this title is commercial'],
      [['--generator', 'swap', '--non-commercial'], 'must be told whose face to make: add ArcFace'],
      [['--generator', 'anna'], 'makes the face of Anna Berg, and the performer to be shown is Bruno Ruiz'],
      [['--generator', 'restore'], 'cannot make a performer’s face: it is a face restorer'],
      [['--restorer', 'nobody'], 'There is no generator nobody: there are anna, bruno, lips, restore, swap'],
    ] as const;
    for (const [more, sentence] of refusals) {
      const { code, stderr } = await replace('refused', ...more);
      expect([code, stderr]).toEqual([2, expect.stringContaining(sentence)]);
    }
    await expect(readFile(join(folder, 'refused.mkv'))).rejects.toThrow('ENOENT');
  });

  it('make the mouths of a dub', async () => {
    const dub = await makeDub(join(folder, 'dub'), {
      ...{ language: 'es', starts: [0.1], seconds: 1, lines: ['Abre.'] },
    });
    const { code, stderr } = await mondwerk(
      [
        ...['dub', '--film', made.target.film, '--voice', dub.voice, '--script', dub.script, '--fit-voice'],
        ...['--language', 'es', '--lossless', '--work', 'dub-work', '--lips', 'lips'],
        ...['--out', 'lips.mkv', '--report', 'lips.json'],
      ],
      folder,
    );
    expect(code, stderr).toBe(0);
    const report = reportSchema.parse(await reportOf('lips'));
    expect(report.generators).toMatchObject([{ name: 'lips', form: 'wav2lip-96' }]);
    expect(report.shots[0].changed[0].frames).toBeGreaterThan(5);
    const verified = await mondwerk(['verify', made.target.film, 'lips.mkv', 'lips.json'], folder);
    expect(verified.code, verified.stdout).toBe(0);
  });
});
