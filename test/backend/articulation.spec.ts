import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatTimecode, SILENCE } from '@mondwerk/film';
import { aperture, trackFaces } from '@mondwerk/face';
import { probe, readFrames } from '@mondwerk/media';
import { reportSchema, type Report } from '../../apps/backend/src/pipeline/report/reportSchema.ts';
import { makeDub, makePerformerFilm } from '../performer/index.ts';
import { mondwerk } from './mondwerk.ts';

/** A drawn performer says lines full of lips, and is dubbed with others: what the rules of lips promise is looked for. */
let folder: string;

const SHUT_AT = 0.6;

/** The Spanish lines as an adapter writes them: lips apart before each begins, and shut where nobody would think so. */
function rhythmBand(starts: readonly number[]): string {
  const at = (seconds: number): string => formatTimecode(Math.round(seconds * 25), { num: 25, den: 1 });
  const mark = (seconds: number, type: string): string =>
    `<lipsync timecode="${at(seconds)}" type="${type}"/>`;
  const lines = starts.map((start, line) => {
    const [first, ...rest] = SPANISH[line].split(' ');
    const said = `${mark(start, 'in_open')}<text>${first} </text>${mark(start + SHUT_AT, 'mpb')}<text>${rest.join(' ')}</text>`;
    return `<line role="mira" track="0">${said}${mark(start + 2, 'out_close')}</line>`;
  });
  const roles = '<roles><role id="mira" name="Mira" color="#000000"/></roles>';
  return `<detx><header><cappella version="v1"/></header>${roles}<body>${lines.join('')}</body></detx>`;
}

const ENGLISH = ['Maybe my puppy will move the boat.', 'Five brave mothers feed the wolves before bed.'];
const SPANISH = ['Mi mamá pone pan y fruta fuera.', 'También bebe vino un famoso pintor.'];

const dub = async (
  film: string,
  out: string,
  ...more: readonly string[]
): Promise<{ report: Report; stderr: string }> => {
  const files = ['--film', film, '--out', `${out}.mp4`, '--report', `${out}.json`, '--work', 'work'];
  const { code, stderr } = await mondwerk(['dub', ...files, '--draft', ...more], folder);
  expect(code, stderr).toBe(0);
  const text = await readFile(join(folder, `${out}.json`), 'utf8');
  return { report: reportSchema.parse(JSON.parse(text)), stderr };
};

const spanish = ['--voice', 'es.wav', '--script', 'es.srt', '--language', 'es'];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-lips-'));
  const film = await makePerformerFilm(folder, {
    performer: 'mira',
    lines: ENGLISH,
    width: 360,
    height: 360,
  });
  const starts = film.speech.lines.map(({ start }) => start);
  await writeFile(join(folder, 'es.detx'), rhythmBand(starts));
  await makeDub(folder, { language: 'es', starts, seconds: film.seconds, lines: SPANISH });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a dub of a performer who is drawn', { timeout: 600_000 }, () => {
  let report: Report;

  it('closes the lips at every p b m, and has a lip at the teeth at f v', async () => {
    ({ report } = await dub('film.mp4', 'out', ...spanish));
    const share = (sounds: RegExp): number => {
      const own = report.lips.filter(({ ipa }) => sounds.test(ipa));
      expect(own.length).toBeGreaterThan(2);
      return own.filter(({ reached }) => reached).length / own.length;
    };
    expect(share(/^[pbm]/)).toBeGreaterThanOrEqual(0.99);
    expect(share(/^[fv]/)).toBeGreaterThanOrEqual(0.95);
  });

  it('asks for no closure where a Spanish b only comes near', () => {
    const shapes = report.lines.flatMap(({ cues }) => cues.filter(({ ipa }) => ipa === 'β'));
    expect(report.lines.some(({ phones }) => phones.some(({ ipa }) => ipa === 'β'))).toBe(true);
    expect(shapes).toEqual([]);
  });

  it('keeps the mouth shut in silence', async () => {
    const film = await probe(join(folder, 'out.mp4'));
    const spoken = report.lines.flatMap(({ phones }) => phones.filter(({ ipa }) => ipa !== SILENCE));
    const isSilent = (seconds: number): boolean =>
      !spoken.some(({ span }) => seconds > span.start - 0.24 && seconds < span.end + 0.16);
    const frames = { start: 0, end: film.clock.times.length };
    const open: number[] = [];
    let looked = 0;
    for await (const { observations } of trackFaces(readFrames(film), [{ index: 0, frames }], film)) {
      for (const { frame, points } of observations) {
        if (!isSilent(film.clock.times[frame])) continue;
        looked++;
        if (aperture(points) > 0.05) open.push(frame);
      }
    }
    expect(looked).toBeGreaterThan(10);
    expect(open).toEqual([]);
  });

  it('renders lines that the old mouth does not say, as far as is asked', async () => {
    const asked = ['--only-visible', '--strength', '0.6', '--no-loudness'];
    const marked = spanish.map((word) => word.replace('.srt', '.detx'));
    const other = await dub('film.mp4', 'other', ...marked, ...asked);
    expect(other.stderr).toContain('0 of 2 lines already fit and were left alone.');
    expect(other.report.settings).toMatchObject({ onlyVisible: true, followLoudness: false, strength: 0.6 });
    expect(other.report.lines.every(({ mismatch }) => (mismatch?.score ?? 0) > 0.15)).toBe(true);
    for (const { cues } of other.report.lines) {
      const marks = cues.filter(({ origin }) => origin === 'mark').map(({ shape }) => shape);
      expect(marks).toContain('open');
      expect(marks).toContain('closed');
    }
    expect(other.report.lips.filter(({ reached }) => reached !== true)).toEqual([]);
  });

  it('leaves lines alone that the old mouth says already: those of a film that was dubbed with them', async () => {
    const again = await dub('out.mp4', 'again', ...spanish, '--only-visible');
    expect(again.report.lines.map(({ mismatch }) => mismatch?.reason)).toEqual(['fits', 'fits']);
    expect(again.stderr).toContain('2 of 2 lines already fit and were left alone.');
    expect(again.report.lines.map(({ leftAlone, frames }) => [leftAlone, frames.rendered])).toEqual([
      [expect.stringContaining('nearly as it is'), 0],
      [expect.stringContaining('nearly as it is'), 0],
    ]);
    expect(again.report.shots.flatMap(({ changed }) => changed)).toEqual([]);
  });

  it.each(['2', '0.4', 'loud', '-1'])('refuses a strength of %s in one sentence', async (strength) => {
    const { code, stderr } = await mondwerk(
      ['dub', '--film', 'film.mp4', '--out', 'no.mp4', ...spanish, `--strength=${strength}`],
      folder,
    );
    expect(code).toBe(2);
    expect(stderr).toContain(
      `--strength ${strength} is not a number from 0.5 to 1.5; --help shows how it is done.`,
    );
  });
});
