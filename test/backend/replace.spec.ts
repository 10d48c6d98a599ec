import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { crop, type Box } from '@mondwerk/film';
import { probe, readFrames } from '@mondwerk/media';
import {
  replacementSchema,
  type ReplacementReport,
} from '../../apps/backend/src/pipeline/report/replacementSchema.ts';
import { reportSchema } from '../../apps/backend/src/pipeline/report/reportSchema.ts';
import { makeDub, makeReplacementFilms, type ReplacementFilms } from '../performer/index.ts';
import { dataFolderOf, mondwerk, type Ended } from './mondwerk.ts';
import { laySideBySide, writeBasis } from './replacedFilm.ts';

let folder: string;
let made: ReplacementFilms;
let basis: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-replace-'));
  made = await makeReplacementFilms(join(folder, 'made'), {
    width: 320,
    height: 320,
    seconds: 2,
    threads: 2,
  });
  basis = await writeBasis(made.target.film, [made.donor.film]);
}, 600_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

interface Wanted {
  readonly performer?: string;
  readonly footage?: readonly string[];
  readonly rights?: string | null;
  readonly more?: readonly string[];
}

function replace(
  out: string,
  { performer = 'performer-1', footage, rights = basis, more = [] }: Wanted = {},
): Promise<Ended> {
  const donors = (footage ?? [made.donor.film]).flatMap((file) => ['--donor-footage', file]);
  return mondwerk(
    [
      ...['replace', '--film', made.target.film, '--performer', performer, ...donors, '--lossless'],
      ...['--out', `${out}.mkv`, '--report', `${out}.json`, '--work', 'work'],
      ...(rights === null ? [] : ['--rights-basis', rights]),
      ...more,
    ],
    folder,
  );
}

async function reportOf(name: string): Promise<ReplacementReport> {
  return replacementSchema.parse(JSON.parse(await readFile(join(folder, `${name}.json`), 'utf8')));
}

/** How far the luma of two films is apart on average inside a box, of 255. */
async function apart(a: string, b: string, box: Box): Promise<number> {
  const lumas = async (path: string): Promise<Uint8Array[]> => {
    const all: Uint8Array[] = [];
    for await (const { picture } of readFrames(await probe(path)))
      all.push(Uint8Array.from(crop(picture, box).planes[0].data));
    return all;
  };
  const [ofA, ofB] = [await lumas(a), await lumas(b)];
  const sums = ofA.map((luma, at) => luma.reduce((sum, value, i) => sum + Math.abs(value - ofB[at][i]), 0));
  return sums.reduce((sum, each) => sum + each, 0) / ofA.reduce((sum, { length }) => sum + length, 0);
}

describe('a performer’s face on another head', { timeout: 600_000 }, () => {
  it('is a new face in every frame, and the report tells whose it is and from where', async () => {
    const { code, stderr } = await replace('out');
    expect(code, stderr).toBe(0);
    expect(stderr).toMatch(/shows Bruno Ruiz: performer-1 \(/);
    expect(stderr).toContain(
      'In this film the face of Ida Berg was artificially replaced with the face of Bruno Ruiz.',
    );
    const report = await reportOf('out');
    expect(report.replaced).toMatchObject([
      { performer: 'performer-1', replaced: 'Ida Berg', shown: 'Bruno Ruiz', frames: { passed: 0 } },
    ]);
    const [{ frames, footage, rights }] = report.replaced;
    expect(frames.rendered).toBe(report.film.frames);
    expect(footage[0].faces).toBe(frames.rendered);
    expect(footage[0].frames).toBeGreaterThan(3);
    expect(rights?.basis?.performers).toEqual(['Ida Berg', 'Bruno Ruiz']);
    const [{ changed }] = report.shots;
    expect(changed).toMatchObject([{ performer: 'performer-1', what: 'face', frames: frames.rendered }]);
    expect(await apart(made.target.film, join(folder, 'out.mkv'), changed[0].box)).toBeGreaterThan(3);
  });

  it('keeps the film’s sounds and every sample outside its boxes', async () => {
    const [source, out] = [await probe(made.target.film), await probe(join(folder, 'out.mkv'))];
    expect(out.audio.map(({ codec }) => codec)).toEqual(source.audio.map(({ codec }) => codec));
    const { code, stdout } = await mondwerk(['verify', made.target.film, 'out.mkv', 'out.json'], folder);
    expect([code, stdout]).toEqual([0, expect.stringContaining('sample for sample outside the boxes')]);
  });

  it('is shown beside the film’s own', async () => {
    const { code, stderr } = await mondwerk(
      ['compare', made.target.film, 'out.mkv', '--report', 'out.json', '--sheet-only'],
      folder,
    );
    expect([code, stderr]).toEqual([0, expect.stringContaining('24 faces in 1 shot,')]);
    const sheet = await readFile(join(folder, 'out.compare/faces.html'), 'utf8');
    expect(sheet).toContain('The face of Bruno Ruiz.');
    expect(sheet).toContain('Below: the replacement.');
  });

  it('is not made twice, and a little of it can be had', async () => {
    const { code, stderr } = await replace('again', { more: ['--shots', '0'] });
    expect(code, stderr).toBe(0);
    const redone = (await reportOf('again')).stages.filter(({ reused }) => !reused);
    expect(redone.map(({ stage }) => stage)).toEqual(['probe', 'seal']);
    const part = await replace('part', { more: ['--from', '0.4', '--to', '1.2', '--strength', '0.5'] });
    expect(part.code, part.stderr).toBe(0);
    const { settings, replaced } = await reportOf('part');
    expect(settings).toMatchObject({ stretch: { start: 10, end: 30 }, strength: 0.5 });
    expect(replaced[0].frames.rendered).toBe(20);
  });

  it('leaves the head as it was where a settings file says so', async () => {
    const file = join(folder, 'settings.json');
    await writeFile(file, JSON.stringify({ version: 1, shots: [{ from: '0', to: '0.5', leave: true }] }));
    const { code, stderr } = await replace('left', { more: ['--settings', file] });
    expect(code, stderr).toBe(0);
    const { passed } = (await reportOf('left')).shots[0];
    expect(passed.map(({ reason }) => reason)).toEqual([
      'a person asked for these frames to be left as they were',
    ]);
    expect(passed[0].frames[0].start).toBe(0);
  });

  it('can be dubbed at once, and the proof holds against the film as it was', async () => {
    const dub = await makeDub(join(folder, 'dub'), {
      ...{ language: 'es', starts: [0.3], seconds: 2, lines: ['Abramos la ventana.'] },
    });
    const { code, stderr } = await mondwerk(
      [
        ...['dub', '--film', made.target.film, '--voice', dub.voice, '--script', dub.script],
        ...['--language', 'es', '--lossless', '--work', 'dub-work', '--rights-basis', basis, '--fit-voice'],
        ...['--out', 'dub.mkv', '--report', 'dub.json', '--replace', `performer-1=${made.donor.film}`],
      ],
      folder,
    );
    expect(code, stderr).toBe(0);
    const report = reportSchema.parse(JSON.parse(await readFile(join(folder, 'dub.json'), 'utf8')));
    expect(report.film).toEqual((await reportOf('out')).film);
    expect(report.replaced).toMatchObject([{ shown: 'Bruno Ruiz' }]);
    const whats = report.shots[0].changed.map(({ what }) => what);
    expect(whats).toEqual(['face', undefined]);
    expect(report.footage).toMatchObject([{ performers: [{ performer: 'performer-1', doubt: null }] }]);
    // The replaced head is now taken for the shown performer, whom it did not look like.
    expect(report.footage![0].performers[0].likeness).toBeGreaterThan(0.75);
    expect(report.replaced![0].likeness).toBeLessThan(0.6);
    const { code: verified, stdout } = await mondwerk(
      ['verify', made.target.film, 'dub.mkv', 'dub.json'],
      folder,
    );
    expect([verified, stdout]).toEqual([0, expect.stringContaining('sample for sample outside the boxes')]);
  });

  it('is written down where rights are', async () => {
    const ledger = await readFile(join(dataFolderOf(folder), 'rights-ledger.jsonl'), 'utf8');
    const [first] = ledger.trim().split('\n');
    expect(JSON.parse(first)).toMatchObject({ act: 'replace', replaced: 'Ida Berg', shown: 'Bruno Ruiz' });
  });
});

describe('a face is not put on another head', { timeout: 600_000 }, () => {
  const refusal = async (ended: Promise<Ended>): Promise<string> => {
    const { code, stderr } = await ended;
    expect(code, stderr).toBe(2);
    expect(stderr.trim().split('\n').at(-1)).toMatch(/^mondwerk: .*\.$/);
    return stderr;
  };

  it('without a recorded basis, or on one that covers only the mouth', async () => {
    expect(await refusal(replace('no', { rights: null }))).toContain('only on a recorded basis');
    const mouth = await writeBasis(made.target.film, [made.donor.film], { extent: 'mouth' });
    expect(await refusal(replace('no', { rights: mouth }))).toContain('covers the mouth, not the whole face');
  });

  it('of whom nobody knows where they are', async () => {
    expect(await refusal(replace('no', { performer: 'CARLA' }))).toContain('CARLA is no performer');
    expect(await refusal(replace('no', { performer: 'performer-7' }))).toContain(
      'does not say who may be shown instead of performer-7',
    );
    const seventh = await writeBasis(made.target.film, [made.donor.film], { performer: 'performer-7' });
    const nobody = await refusal(replace('no', { performer: 'performer-7', rights: seventh }));
    expect(nobody).toMatch(/performer-7 is nobody in film\.\w+: there is performer-1 \(2\.0 s/);
    expect(await refusal(replace('no', { more: ['--shots', '4'] }))).toContain('has no shot 4');
  });

  it('from footage in which two people might be meant, until it is said who', async () => {
    const both = join(folder, 'both.mp4');
    await laySideBySide(made.donor.film, made.target.film, both);
    const rights = await writeBasis(made.target.film, [both]);
    const two = { footage: [both], rights };
    const said = await refusal(replace('no', two));
    expect(said).toMatch(
      /both\.mp4 shows several people.*--donor performer-\d: performer-\d \(.*performer-\d \(/,
    );
    const { code, stderr } = await replace('said', {
      ...two,
      more: ['--donor', 'performer-1', '--to', '0.4'],
    });
    expect(code, stderr).toBe(0);
  });

  it('from the film itself, where only the replaced performer is', async () => {
    const itself = await writeBasis(made.target.film, [made.target.film]);
    const own = { footage: [made.target.film], rights: itself };
    expect(await refusal(replace('no', { ...own, more: ['--donor', 'performer-1'] }))).toContain(
      'performer-1 is the performer whose head it is',
    );
    expect(await refusal(replace('no', own))).toContain('No face was found anywhere');
  });

  it('with somebody else’s name on the footage than the basis has', async () => {
    const named = [`Carla=${made.donor.film}`];
    expect(await refusal(replace('no', { footage: named }))).toContain(
      'the rights basis says that Bruno Ruiz',
    );
  });
});
