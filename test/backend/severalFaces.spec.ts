import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { crop, type Box, type Picture } from '@mondwerk/film';
import { probe, readFrames } from '@mondwerk/media';
import { reportSchema, type Report } from '../../apps/backend/src/pipeline/report/reportSchema.ts';
import { mondwerk } from './mondwerk.ts';
import { makeSeveralFaces, type SeveralFaces } from './severalFaces.ts';

let folder: string;
let made: SeveralFaces;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-faces-'));
  made = await makeSeveralFaces(join(folder, 'made'));
}, 600_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

async function dub(out: string, ...more: readonly string[]): Promise<{ report: Report; stderr: string }> {
  const { code, stderr } = await mondwerk(
    [
      ...['dub', '--film', made.film, '--voice', made.voice, '--script', made.script, '--language', 'es'],
      ...['--lossless', '--work', 'work', '--out', `${out}.mkv`, '--report', `${out}.json`, ...more],
    ],
    folder,
  );
  expect(code, stderr).toBe(0);
  const report = reportSchema.parse(JSON.parse(await readFile(join(folder, `${out}.json`), 'utf8')));
  return { report, stderr };
}

/** How many samples of a part of the picture differ between the film and a dub, over some frames. */
async function changed(out: string, frames: { start: number; end: number }, box: Box): Promise<number> {
  const films = [await probe(made.film), await probe(join(folder, `${out}.mkv`))];
  const [before, after] = films.map((film) => readFrames(film, frames));
  let count = 0;
  for await (const { picture } of before) {
    const { value } = await after.next();
    count += differing(crop(picture, box), crop(value!.picture, box));
  }
  return count;
}

function differing(a: Picture, b: Picture): number {
  let count = 0;
  a.planes.forEach(({ data }, plane) => {
    const other = b.planes[plane].data;
    for (let at = 0; at < data.length; at++) if (data[at] !== other[at]) count++;
  });
  return count;
}

describe('a film of people who speak, chew, listen and are turned away', { timeout: 600_000 }, () => {
  it('has the lines given to those who spoke, and to nobody who did not', async () => {
    const { report, stderr } = await dub('out');
    const mira = report.shots[0].changed[0]?.performer;
    expect(report.lines[0]).toMatchObject({ performer: mira, by: 'voice' });
    expect(report.lines[0].sureness).toBeGreaterThan(0.6);
    // Somebody off the screen says it while she listens.
    expect(report.lines[1]).toMatchObject({ performer: null, by: 'nobody-seen' });
    // He is turned away: it is his line, and his mouth is left.
    expect(report.lines[2].performer).not.toBe(mira);
    expect(report.shots.map((shot) => shot.changed.length)).toEqual([1, 0, 0]);
    expect(stderr).toMatch(/not sure whose mouth speaks; --cast decides it:\n {2}line \d/);
  });

  it('leaves the silent, the chewing and the listening as they were, sample for sample', async () => {
    const { shotFrames: shot, side } = made;
    const others = { left: side, top: 0, right: 3 * side, bottom: side };
    expect(await changed('out', { start: 0, end: shot }, others)).toBe(0);
    expect(await changed('out', { start: shot, end: 3 * shot }, { ...others, left: 0 })).toBe(0);
    expect(
      await changed('out', { start: 0, end: shot }, { ...others, left: 0, right: side }),
    ).toBeGreaterThan(500);
  });

  it('has a line said by the face that a person chose, though it listens', async () => {
    const { report } = await dub('chosen', '--cast', '#2=shot-2-face-1');
    expect(report.lines[1]).toMatchObject({ by: 'person', sureness: 1, doubt: null });
    expect(report.lines[1].frames.rendered).toBeGreaterThan(20);
  });
});
