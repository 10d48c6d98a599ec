import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { probe } from '@mondwerk/media';
import { reportSchema, type Report } from '../../../apps/backend/src/pipeline/report/reportSchema.ts';
import { openChromium } from '../../dashboard/chromium.ts';
import { lines, makeDub, makePerformerFilm } from '../../performer/index.ts';
import { mondwerk } from '../mondwerk.ts';

let folder: string;
let report: Report;
let browser: Browser;

const compare = (...more: readonly string[]): ReturnType<typeof mondwerk> =>
  mondwerk(['compare', 'film.mp4', 'out.mp4', ...more], folder);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-compare-'));
  const film = await makePerformerFilm(folder, {
    ...{ performer: 'mira', lines: lines.en.slice(0, 1), width: 360, height: 360 },
  });
  const starts = film.speech.lines.map(({ start }) => start);
  await makeDub(folder, { language: 'es', starts, seconds: film.seconds, lines: lines.es.slice(0, 1) });
  const dubbed = await mondwerk(
    [
      ...[
        'dub',
        '--film',
        'film.mp4',
        '--voice',
        'es.wav',
        '--script',
        'es.srt',
        '--language',
        'es',
        '--draft',
      ],
      ...['--out', 'out.mp4', '--report', 'out.json'],
    ],
    folder,
  );
  expect(dubbed.stderr).toContain('new mouths');
  report = reportSchema.parse(JSON.parse(await readFile(join(folder, 'out.json'), 'utf8')));
  browser = await openChromium();
});

afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

describe('a film beside its dub', () => {
  let page: Page;

  beforeAll(async () => {
    const { code, stderr } = await compare();
    expect(stderr).toContain('mouths of 1 lines');
    expect(code).toBe(0);
    page = await browser.newPage();
    await page.goto(`file://${join(folder, 'out.compare/mouths.html')}`);
  });

  it('is a film of both, frame beside frame, with the sound of the dub', async () => {
    const [film, both] = [
      await probe(join(folder, 'film.mp4')),
      await probe(join(folder, 'out.compare/side-by-side.mp4')),
    ];
    expect(both.clock.times.length).toBe(film.clock.times.length);
    expect([both.width, both.height]).toEqual([2 * film.width, film.height]);
    expect(both.audio).toHaveLength(1);
  });

  it('is a sheet of mouths with every sound of the line below them, in order', async () => {
    const captions = await page.locator('figcaption b').allTextContents();
    const said = report.lines[0].phones.map(({ ipa }) => (ipa === '_' ? '–' : ipa));
    expect(captions.join(' ').split(' ')).toEqual(said);
  });

  it('shows the mouths at full size, the one of the film above that of the dub', async () => {
    const sizes = await page
      .locator('figure')
      .first()
      .locator('img')
      .evaluateAll((images) =>
        (images as unknown as { naturalWidth: number; clientWidth: number; src: string }[]).map((image) => ({
          natural: image.naturalWidth,
          shown: image.clientWidth,
          of: /source|out/.exec(image.src.split('/').at(-1)!)?.[0],
        })),
      );
    expect(sizes.map(({ of }) => of)).toEqual(['source', 'out']);
    for (const { natural, shown } of sizes) {
      expect(natural).toBeGreaterThan(40);
      expect(shown).toBe(natural);
    }
  });

  it('enlarges them by a key and lays one over the other while it is held', async () => {
    const image = page.locator('figure img').nth(1);
    const width = await image.evaluate((node) => node.clientWidth);
    await page.keyboard.press('4');
    await expect.poll(() => image.evaluate((node) => node.clientWidth)).toBe(4 * width);
    await image.hover();
    await page.mouse.down();
    expect(await image.getAttribute('src')).toContain('source');
    await page.mouse.up();
    expect(await image.getAttribute('src')).toContain('out');
  });
});

describe('a comparison', () => {
  it('is not made over a folder that is there, and leaves nothing half-made', async () => {
    await mkdir(join(folder, 'kept'));
    const { code, stderr } = await compare('--out', 'kept', '--sheet-only');
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining('is there already; remove it or name another'),
    ]);
    expect(await readdir(join(folder, 'kept'))).toEqual([]);
    expect((await readdir(folder)).filter((name) => name.includes('partial'))).toEqual([]);
  });

  it('shows only the lines that are asked for, and makes no film where only the sheet is', async () => {
    const { code, stderr } = await compare('--lines', '7-9', '--sheet-only', '--out', 'none');
    expect([code, stderr]).toEqual([0, expect.stringContaining('0 mouths of 0 lines')]);
    expect((await readdir(join(folder, 'none'))).sort()).toEqual(['mouths.html', 'pictures']);
  });

  it.each([
    ['a report that is none', 'es.srt', 'is not a report of a dub or a replacement, or it is damaged'],
    [
      'a report that is not there',
      'gone.json',
      'cannot be read; name the report that dub or replace wrote with --report.',
    ],
  ])('is refused with %s', async (_, name, says) => {
    const { code, stderr } = await compare('--report', name);
    expect([code, stderr]).toEqual([2, expect.stringContaining(says)]);
  });

  it('is refused where the report belongs to another film', async () => {
    const other = { ...report, film: { ...report.film, frames: report.film.frames + 1 } };
    await writeFile(join(folder, 'other.json'), JSON.stringify(other));
    const { code, stderr } = await compare('--report', 'other.json', '--out', 'other');
    expect([code, stderr]).toEqual([2, expect.stringContaining('name the films that it was written for')]);
  });

  it('is refused with lines that are no numbers', async () => {
    const { code, stderr } = await compare('--lines', 'all');
    expect([code, stderr]).toEqual([2, expect.stringContaining('line numbers such as 3,7-9')]);
  });
});
