import { mkdtempSync, rmSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { rate } from '@mondwerk/film';
import {
  makeDub,
  makePerformerFilm,
  makeReplacementFilms,
  mouthTruths,
  performers,
  renderPerformer,
  restMoment,
  restMouth,
  type MouthShape,
  type PerformerName,
  type Shooting,
} from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'performer-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const still = (mouth: Partial<MouthShape>, performer: PerformerName = 'mira') => ({
  performer,
  width: 96,
  height: 96,
  rate: rate(25),
  frames: 1,
  motion: () => ({ ...restMoment, mouth: { ...restMouth, ...mouth } }),
});

async function picture(shooting: Shooting): Promise<Uint8Array> {
  for await (const rgb of renderPerformer(shooting)) return rgb;
  throw new Error('no frame was drawn');
}

describe('a performer', () => {
  test('looks the same whenever the same moment is drawn', async () => {
    const shooting = still({ aperture: 0.1, jaw: 0.4 });
    expect(Buffer.compare(await picture(shooting), await picture(shooting))).toBe(0);
  });

  test('is drawn alike by one thread and by two', async () => {
    const one = await picture(still({ jaw: 1, aperture: 0.25 }));
    const two = await picture({ ...still({ jaw: 1, aperture: 0.25 }), threads: 2 });
    expect(Buffer.compare(one, two)).toBe(0);
  });

  test('is not the other performer', async () => {
    const [mira, anton] = [await picture(still({})), await picture(still({}, 'anton'))];
    const apart = mira.reduce((sum, sample, i) => sum + Math.abs(sample - anton[i]), 0) / mira.length;
    expect(apart).toBeGreaterThan(10);
  });
});

describe('a performer who wears the face of another', () => {
  const size = { width: 96, height: 96 };
  const worn = { ...still({ jaw: 0.5, aperture: 0.1 }, 'ida'), ...size, face: 'bruno' as const };

  test('keeps hair, shirt and wall to the last sample, and has another face', async () => {
    const [own, other] = [await picture({ ...worn, face: undefined }), await picture(worn)];
    const changed = (left: number, top: number, right: number, bottom: number): number => {
      let count = 0;
      for (let y = top; y < bottom; y++)
        for (let x = 3 * left; x < 3 * right; x++) if (own[y * 288 + x] !== other[y * 288 + x]) count++;
      return count;
    };
    expect(changed(0, 0, 96, 20)).toBe(0);
    expect(changed(0, 0, 28, 96)).toBe(0);
    expect(changed(0, 88, 96, 96)).toBe(0);
    expect(changed(38, 35, 58, 65)).toBeGreaterThan(1000);
  });

  test('has a mouth whose truth is that of the shown mouth', () => {
    const [own, shown, both] = [
      { ...worn, face: undefined },
      still({ jaw: 0.5, aperture: 0.1 }, 'bruno'),
      worn,
    ].map((shooting) => mouthTruths(shooting)[0].width);
    expect(Math.abs(both - shown)).toBeLessThan(0.1 * Math.abs(both - own));
  });

  test('is lit from the other side at a window', async () => {
    const halves = async (light: 'studio' | 'window'): Promise<number> => {
      const rgb = await picture({ ...worn, light });
      let [left, right] = [0, 0];
      for (let y = 40; y < 65; y++)
        for (let x = 36; x < 48; x++) {
          left += rgb[3 * (y * 96 + x)];
          right += rgb[3 * (y * 96 + 95 - x)];
        }
      return left / right;
    };
    expect(await halves('studio')).toBeGreaterThan(1.02);
    expect(await halves('window')).toBeLessThan(0.98);
  });
});

describe.each(Object.keys(performers) as PerformerName[])('the true mouth of %s', (performer) => {
  const truthOf = (mouth: Partial<MouthShape>) => mouthTruths(still(mouth, performer))[0];

  test('is shut when the lips are pressed or at rest', () => {
    expect(truthOf({}).aperture).toBeLessThan(0.004);
    expect(truthOf({ press: 1 }).aperture).toBeLessThan(0.004);
  });

  test('opens as far as it is told, within a tenth', () => {
    expect(truthOf({ aperture: 0.2, jaw: 0.7 }).aperture).toBeGreaterThan(0.18);
    expect(truthOf({ aperture: 0.2, jaw: 0.7 }).aperture).toBeLessThan(0.22);
  });

  test('is wider when spread and narrower when rounded', () => {
    const rest = truthOf({ aperture: 0.05 }).width;
    expect(truthOf({ aperture: 0.05, width: 1 }).width).toBeGreaterThan(rest * 1.1);
    expect(truthOf({ aperture: 0.05, round: 1 }).width).toBeLessThan(rest * 0.75);
  });
});

describe('a film of a performer', () => {
  test('shuts the lips for every p, b and m, and knows its lines and sounds', async () => {
    const line = 'Maybe my puppy will move the boat.';
    const film = await makePerformerFilm(folder, {
      performer: 'anton',
      lines: [line],
      width: 64,
      height: 64,
      rate: rate(30000, 1001),
    });
    const shutSounds = film.phones.filter((phone) => /^[pbm]$/.test(phone.ipa));
    expect(shutSounds.length).toBeGreaterThanOrEqual(6);
    const gaps = shutSounds.map(
      (phone) => film.truth[Math.floor((((phone.start + phone.end) / 2) * 30000) / 1001)].aperture,
    );
    expect(Math.max(...gaps)).toBeLessThan(0.01);
    expect(Math.max(...film.truth.map(({ aperture }) => aperture))).toBeGreaterThan(0.1);
    expect(film.truth).toHaveLength(film.frames);
  });

  test('comes with a donor and a truth of the same length where one is replaced', async () => {
    const size = { width: 64, height: 64, seconds: 0.4 };
    const { target, donor, truth } = await makeReplacementFilms(join(folder, 'replaced'), size);
    expect([target, donor, truth].map(({ frames }) => frames)).toEqual([10, 10, 10]);
    expect(truth.phones).toEqual(target.phones);
    expect(donor.phones).not.toEqual(target.phones);
    expect((await stat(truth.film)).size).toBeGreaterThan(1000);
  });

  test('has a dub whose voice is as long as the film', async () => {
    const dub = await makeDub(folder, { language: 'es', starts: [0.5, 3.5], seconds: 7 });
    expect(dub.phones.at(-1)!.end).toBeCloseTo(7, 5);
    expect(
      dub.phones.every((phone, i) => i === 0 || Math.abs(phone.start - dub.phones[i - 1].end) < 1e-6),
    ).toBe(true);
  });
});
