import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportSchema, type Report } from '../../apps/backend/src/pipeline/report/reportSchema.ts';
import { makeSilentFilm, type SilentFilm } from './footageFilm.ts';
import { dataFolderOf, mondwerk } from './mondwerk.ts';
import { mouthsIn } from './mouthsIn.ts';

let folder: string;
let made: SilentFilm;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-footage-'));
  made = await makeSilentFilm(join(folder, 'made'), 'mira');
}, 600_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

const order = (out: string, ...more: readonly string[]): string[] => [
  ...['dub', '--film', made.film, '--voice', made.dub.voice, '--script', made.dub.script, '--language', 'es'],
  ...['--lossless', '--work', 'work', '--out', `${out}.mkv`, '--report', `${out}.json`, ...more],
];

async function dub(
  out: string,
  ...more: readonly string[]
): Promise<{ report: Report; stderr: string; gaps: readonly number[] }> {
  const { code, stderr } = await mondwerk(order(out, ...more), folder);
  expect(code, stderr).toBe(0);
  const report = reportSchema.parse(JSON.parse(await readFile(join(folder, `${out}.json`), 'utf8')));
  return { report, stderr, gaps: await mouthsIn(join(folder, `${out}.mkv`)) };
}

describe('a performer who is never seen speaking in the film', { timeout: 600_000 }, () => {
  it('hardly opens the mouth, and it is said what is needed', async () => {
    const { report, stderr, gaps } = await dub('without');
    expect(stderr).toMatch(/performer-1 is only seen with a closed mouth \(3\.6 s\).*--performer-footage/);
    expect(report.performers[0].seen).toMatchObject({ speaks: 'never', openings: 0 });
    expect(report.performers[0].seen?.needed).toContain('no mouth is invented');
    expect(Math.max(...gaps)).toBeLessThan(0.05);
    expect(report.footage).toBeUndefined();
  });

  it('speaks with the mouth of other footage, in another size, format and rate', async () => {
    const { report, stderr, gaps } = await dub('with', '--performer-footage', made.footage.film);
    expect(stderr).toMatch(/trailer\.mov shows performer-1 \(alike by 0\.\d\d\)\./);
    expect(report.footage).toMatchObject([
      { file: 'trailer.mov', performers: [{ performer: 'performer-1', doubt: null, tracks: 1 }] },
    ]);
    const [{ mouths, frames }] = report.footage![0].performers;
    expect(mouths).toBeGreaterThan(20);
    expect(frames).toBeGreaterThan(5);
    expect(Math.max(...gaps)).toBeGreaterThan(0.1);
    const lips = report.lips.filter(({ reached }) => reached !== null);
    expect(lips.length).toBeGreaterThan(2);
    expect(lips.every(({ reached }) => reached)).toBe(true);
    expect(report.proof.every(({ equal }) => equal)).toBe(true);
  });

  it('has the footage named where it is written down on what the faces are rendered', async () => {
    const ledger = await readFile(join(dataFolderOf(folder), 'rights-ledger.jsonl'), 'utf8');
    const entries = ledger
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { footage?: object[] });
    expect(entries.at(-1)!.footage).toMatchObject([{ file: 'trailer.mov' }]);
  });

  it('gets nothing from footage of somebody else, and that is told', async () => {
    const { report, stderr } = await dub('other', '--performer-footage', made.stranger);
    expect(stderr).toContain('stranger.mkv shows none of the film’s performers: it is left unused.');
    expect(report.footage).toMatchObject([{ file: 'stranger.mkv', performers: [] }]);
    expect(report.performers[0].seen?.speaks).toBe('never');
  });

  it.each([
    ['the film itself', () => made.film, 'is the film itself'],
    ['a file that is not there', () => 'nowhere.mov', 'nowhere.mov'],
    ['a name that nobody has', () => `CARLA=${made.footage.film}`, 'CARLA, who is nobody in the script'],
  ])('is not dubbed with %s for footage', async (_, file, says) => {
    const { code, stderr } = await mondwerk(order('wrong', '--performer-footage', file()), folder);
    expect([code, stderr]).toEqual([2, expect.stringContaining(says)]);
  });
});
