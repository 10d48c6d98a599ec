import { access, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lines, makeDub, makePerformerFilm, type PerformerFilm } from '../../performer/index.ts';
import { dataFolderOf, mondwerk, type Ended } from '../mondwerk.ts';

let folder: string;
let film: PerformerFilm;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-cues-'));
  film = await makePerformerFilm(folder, {
    ...{ performer: 'mira', lines: lines.en.slice(0, 1), width: 360, height: 360 },
  });
  const starts = film.speech.lines.map(({ start }) => start);
  await makeDub(folder, { language: 'es', starts, seconds: film.seconds, lines: lines.es.slice(0, 1) });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const cues = (args: string): Promise<Ended> => mondwerk(['cues', ...args.split(' ')], folder);

const ES = '--voice es.wav --script es.srt --language es';

interface Told {
  readonly clock: string;
  readonly rate: string;
  readonly seconds: number;
  readonly cues: readonly {
    readonly shape: string;
    readonly sound: string;
    readonly frames: readonly [number, number];
  }[];
  readonly wanted: { readonly gap: readonly number[] };
  readonly lines?: readonly {
    readonly mismatch: number | null;
    readonly mouths: readonly {
      readonly frames: readonly [number, number];
      readonly wanted: readonly number[];
      readonly seen: readonly (number | null)[];
    }[];
  }[];
}

const told = async (name: string): Promise<Told> =>
  JSON.parse(await readFile(join(folder, name), 'utf8')) as Told;

describe('mondwerk cues', () => {
  it('tells the shapes that a voice asks for, and how the mouth moves', async () => {
    const { code, stderr } = await cues(`${ES} --rate 24 --out a.json --out a.csv --out a.tsv --out a.detx`);
    expect(stderr).toMatch(/es\.wav: 1 lines? asks? for \d+ closures, .* and \d+ rounded\./);
    expect(code).toBe(0);
    const { clock, rate, seconds, cues: shapes, wanted, lines: seen } = await told('a.json');
    expect({ clock, rate, seen }).toEqual({ clock: 'voice', rate: '24/1', seen: undefined });
    expect(wanted.gap).toHaveLength(Math.ceil(seconds * 24 - 1e-6));
    for (const { shape, sound, frames } of shapes) {
      if (shape !== 'closed') continue;
      expect(sound).toMatch(/[pbm]/u);
      expect(Math.min(...wanted.gap.slice(...frames))).toBeLessThan(0.02);
    }
    expect(await readFile(join(folder, 'a.detx'), 'utf8')).toMatch(/type="mpb"/);
    expect(await readFile(join(folder, 'a.tsv'), 'utf8')).toMatch(/^0\.00\tX\n(\d+\.\d\d\t[A-HX]\n)+$/);
  });

  it('tells what the mouth of a film does meanwhile, and asks for no rights', async () => {
    const { code, stderr } = await cues(
      `${ES} --film film.mp4 --work work --out f.json --out f.svg --json-progress`,
    );
    expect(stderr).not.toMatch(/notice|consent/);
    expect(code).toBe(0);
    const { clock, rate, lines: seen = [] } = await told('f.json');
    expect({ clock, rate }).toEqual({ clock: 'film', rate: '25/1' });
    expect(seen[0].mismatch).toBeGreaterThan(0);
    const [{ frames, seen: gaps, wanted }] = seen[0].mouths;
    expect([gaps.length, wanted.length]).toEqual([frames[1] - frames[0], frames[1] - frames[0]]);
    const known = gaps.flatMap((gap, at) =>
      gap === null ? [] : [[gap, film.truth[frames[0] + at].aperture] as const],
    );
    expect(known.length).toBeGreaterThan(0.8 * gaps.length);
    expect(correlation(known)).toBeGreaterThan(0.9);
    expect(await readFile(join(folder, 'f.svg'), 'utf8')).toContain('lip gap seen in the film');
    await expect(access(join(dataFolderOf(folder), 'rights-ledger.jsonl'))).rejects.toThrow();
  });

  it('looks at a film only once', async () => {
    const { code, stderr } = await cues(`${ES} --film film.mp4 --work work --out again.json --json-progress`);
    expect(code).toBe(0);
    expect(stderr).not.toMatch(/trackFaces|alignSpeech/);
    expect(await told('again.json')).toEqual(await told('f.json'));
  });

  it.each([
    [`${ES} --out x.json --work work`, /--work is about a film: name it with --film, or leave --work out\./],
    [`${ES} --out x.json --film-script film.srt`, /--film-script is about a film/],
    [`${ES} --out x.json --film film.mp4 --plain-text`, /--plain-text cannot be used with --film/],
    [
      `${ES} --out x.json --film film.mp4 --film-script film.srt`,
      /--film-script was given without --film-language/,
    ],
    [
      `${ES} --out film.mp4 --film film.mp4`,
      /film\.mp4 ends in \.mp4, which cannot be written; there are \.json, \.csv/,
    ],
    [
      `${ES} --out x.svg --format rhubarb`,
      /x\.svg ends in \.svg, which cannot be written; there are \.json and \.tsv\./,
    ],
    [
      `${ES} --out x.json --format papagayo`,
      /There is rhubarb; without --format the ending of the name decides/,
    ],
    ['--voice es.wav --out x.json', /the language of the voice has to be known/],
  ])('refuses %s', async (args, sentence) => {
    const { code, stderr } = await cues(args);
    expect(stderr).toMatch(sentence);
    expect(code).toBe(2);
  });
});

/** Pearson's correlation of pairs. */
function correlation(pairs: readonly (readonly [number, number])[]): number {
  const mean = (side: 0 | 1): number => pairs.reduce((sum, pair) => sum + pair[side], 0) / pairs.length;
  const [a, b] = [mean(0), mean(1)];
  const sum = (of: (x: number, y: number) => number): number =>
    pairs.reduce((all, [x, y]) => all + of(x - a, y - b), 0);
  return sum((x, y) => x * y) / Math.sqrt(sum((x) => x * x) * sum((_, y) => y * y));
}
