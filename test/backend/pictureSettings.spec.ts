import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportSchema, type Report } from '../../apps/backend/src/pipeline/report/reportSchema.ts';
import { differingFrames } from './frameSums.ts';
import { mondwerk, type Ended } from './mondwerk.ts';
import { makeTwoShotFilm, type TwoShotFilm } from './twoShotFilm.ts';

/** A drawn film of two shots is dubbed again and again, each time with other settings for a part of it. */
let folder: string;
let film: TwoShotFilm;

const FIRST = 0;
const SECOND = 1;

interface Dubbed extends Ended {
  readonly out: string;
  readonly report: Report;
}

async function dub(name: string, settings: object | null, ...more: readonly string[]): Promise<Dubbed> {
  const out = join(folder, `${name}.mkv`);
  const args = ['dub', '--film', film.film, '--voice', film.voice, '--script', film.script];
  args.push('--language', 'es', '--lossless', '--work', 'work', '--out', out, '--report', `${name}.json`);
  if (settings !== null) {
    await writeFile(join(folder, `${name}.settings.json`), JSON.stringify({ version: 1, ...settings }));
    args.push('--settings', `${name}.settings.json`);
  }
  const ended = await mondwerk([...args, ...more], folder);
  expect(ended.stderr).not.toMatch(/at .*\.ts:\d+/);
  if (ended.code !== 0) throw new Error(ended.stderr);
  const report = reportSchema.parse(JSON.parse(await readFile(join(folder, `${name}.json`), 'utf8')));
  expect(report.proof.every(({ equal }) => equal)).toBe(true);
  return { ...ended, out, report };
}

const redoneIn = ({ report }: Dubbed): string[] =>
  report.stages.filter(({ reused }) => !reused).map(({ stage }) => stage);

const framesOf = (shot: number): number[] => {
  const [start, end] = shot === FIRST ? [0, film.frames[0]] : film.frames;
  return Array.from({ length: end - start }, (_, at) => start + at);
};

const changedBy = (dubbed: Dubbed): Promise<number[]> => differingFrames(usual.out, dubbed.out);

let usual: Dubbed;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-settings-'));
  film = await makeTwoShotFilm(join(folder, 'made'), 256);
  usual = await dub('usual', null);
}, 300_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a settings file', { timeout: 300_000 }, () => {
  it('changes the pictures of one shot, and re-does nothing but them', async () => {
    const feathered = await dub('feathered', { shots: [{ shot: SECOND, feather: 2.5, region: 0.8 }] });
    expect(redoneIn(feathered)).toEqual(['probe', 'renderMouths', 'seal']);
    const changed = await changedBy(feathered);
    expect(changed.length).toBeGreaterThan(0.8 * framesOf(SECOND).length);
    expect(framesOf(SECOND)).toEqual(expect.arrayContaining(changed));
    expect(feathered.report.settings.file?.said).toMatchObject({ shots: [{ shot: SECOND, feather: 2.5 }] });
  });

  it('makes a span of frames other than the rest of its shot, without a jump at its ends', async () => {
    const grained = await dub('grained', {
      shots: [{ from: '00:00:00:20', to: '00:00:01:05', sharpness: 0.6 }],
    });
    const changed = await changedBy(grained);
    expect(changed).toEqual(framesOf(FIRST).slice(18, 32));
  });

  it('lets a mouth move less in one line, from other sources in one shot, and plans only that', async () => {
    const softer = await dub('softer', { lines: [{ line: 0, strength: 0.6 }] });
    expect(redoneIn(softer)).toEqual(
      expect.arrayContaining(['cueMouths', 'planLines', 'renderMouths', 'seal']),
    );
    expect(redoneIn(softer)).not.toContain('buildAtlas');
    const moved = await changedBy(softer);
    expect(moved.length).toBeGreaterThan(10);
    expect(framesOf(FIRST)).toEqual(expect.arrayContaining(moved));
    const calmer = await dub('calmer', { shots: [{ shot: SECOND, smoothing: 3, sources: 'long runs' }] });
    expect(redoneIn(calmer)).not.toContain('cueMouths');
    const calmed = await changedBy(calmer);
    expect(calmed.length).toBeGreaterThan(10);
    expect(framesOf(SECOND)).toEqual(expect.arrayContaining(calmed));
  });

  it('leaves a line as it was although its shot is dubbed, and a shot but for one line', async () => {
    const left = await dub('left', { shots: [{ shot: SECOND, leave: true }] });
    expect(await differingFrames(film.film, left.out)).toEqual(framesOf(FIRST));
    expect(left.report.lines.map(({ leftAlone }) => leftAlone === null)).toEqual([true, false]);
    const all = { all: { leave: true }, lines: [{ line: 1, text: 'Cinco perritos.', leave: false }] };
    const but = await differingFrames(film.film, (await dub('but', all)).out);
    expect(but.length).toBeGreaterThan(10);
    expect(framesOf(SECOND)).toEqual(expect.arrayContaining(but));
  });

  it('keeps what a person drew a mask round, while the mask moves over it', async () => {
    const whole = [[0, 0], [1, 0], [1, 1], [0, 1]]; // prettier-ignore
    const aside = whole.map(([x, y]) => [x + 2, y]);
    const shapes = [
      { frame: 20, corners: whole },
      { frame: 30, corners: whole },
      { frame: 31, corners: aside },
    ];
    const from = { from: 0.4, to: 1.4 };
    const masked = await dub('masked', {
      masks: [{ ...from, shows: 'frame', unit: 'picture', feather: 0, shapes }],
    });
    const kept = await differingFrames(film.film, masked.out);
    expect(kept.filter((frame) => frame >= 10 && frame <= 30)).toEqual([]);
    expect(await changedBy(masked)).toEqual(framesOf(FIRST).slice(10, 31));
  });

  it('moves all mouths by --strength, times what the file says', async () => {
    const weak = await dub('weak', { lines: [{ line: 1, strength: 1.25 }] }, '--strength', '0.8');
    const changed = await changedBy(weak);
    expect(changed.length).toBeGreaterThan(10);
    expect(framesOf(FIRST)).toEqual(expect.arrayContaining(changed));
  });

  it('is refused for whom it does not find, before anything is rendered', async () => {
    await writeFile(join(folder, 'bob.json'), JSON.stringify({ version: 1, performers: { bob: {} } }));
    const args = ['dub', '--film', film.film, '--voice', film.voice, '--script', film.script];
    args.push('--language', 'es', '--work', 'work', '--out', 'bob.mp4', '--settings', 'bob.json');
    const { code, stderr } = await mondwerk(args, folder);
    expect(code).toBe(2);
    expect(stderr).toContain('bob.json: performers.bob is "bob", whom nobody knows: there are performer-1');
  });
});

describe('mondwerk settings', { timeout: 300_000 }, () => {
  it('writes a file to begin with that fits its film, and changes nothing', async () => {
    const template = await mondwerk(['settings', 'template', 'usual.json'], folder);
    expect(template.code).toBe(0);
    expect(template.stdout).toContain('"text": "Cinco perritos."');
    await writeFile(join(folder, 'template.json'), template.stdout);
    const checked = await mondwerk(['settings', 'check', 'template.json', 'usual.json'], folder);
    expect([checked.code, checked.stderr.trim()]).toEqual([0, 'template.json fits film.mp4.']);
    const uncommented = template.stdout.replaceAll(/^( +)\/\/ /gm, '$1');
    expect(uncommented).not.toBe(template.stdout);
    await writeFile(join(folder, 'uncommented.json'), uncommented.replace(/^ +docs.*$/gm, ''));
    const filled = await mondwerk(['settings', 'check', 'uncommented.json'], folder);
    expect(filled.stderr).toContain('has the shape of a settings file');
  });

  it('prints a JSON Schema of what it reads', async () => {
    const { code, stdout } = await mondwerk(['settings', 'schema'], folder);
    expect(code).toBe(0);
    expect(Object.keys((JSON.parse(stdout) as { properties: object }).properties)).toContain('masks');
  });
});
