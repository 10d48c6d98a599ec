import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Refusal } from '@mondwerk/film';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysisOf, bringFilm, TWO_PEOPLE } from '../backend/sampleFilm.ts';
import { doJobs } from '../backend/toldStages.ts';
import { makeTwoShotFilm } from '../backend/twoShotFilm.ts';
import { dropFilesOn } from './dropFiles.ts';
import { LONG, makeLongFilm, TO_REVIEW } from './film/longFilm.ts';
import { expectAccessible, openStudio, picture, type Studio } from './studio.ts';

interface Made {
  readonly id: string;
}

const titleOf = async ({ client }: Studio, name: string): Promise<string> =>
  (await client.post<Made>('/titles', { name, language: 'en' })).body.id;

const timeline = (page: Page): Locator => page.getByRole('img', { name: /^Timeline of/ });
const table = (page: Page): Locator => page.getByRole('grid', { name: 'Shots' });
const timecode = (page: Page): Promise<string> =>
  page.getByRole('textbox', { name: 'Timecode' }).inputValue();
const selected = (page: Page): Locator => page.getByRole('row', { selected: true });

describe('a film that somebody brings', () => {
  let studio: Studio;
  let page: Page;
  let folder: string;
  let film: Awaited<ReturnType<typeof makeTwoShotFilm>>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mondwerk-film-'));
    film = await makeTwoShotFilm(folder, 360);
    studio = await openStudio({ worker: true });
    page = studio.page;
    const title = await titleOf(studio, 'The Lighthouse Keeper');
    await page.goto(`${studio.url}/titles/${title}`);
  });
  afterAll(async () => {
    expect(studio?.complaints).toEqual([]);
    await studio?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('is dropped on its title, and what is found in it appears as it is found', async () => {
    const place = page.getByRole('heading', { name: 'Drop the film here' });
    await place.waitFor();
    await expectAccessible(page);
    await picture(page, 'film-none');
    await dropFilesOn(place, { name: 'keeper.mp4', path: film.film });
    const analysis = page.getByRole('region', { name: 'Analysis' });
    await analysis.getByText('Following the faces').waitFor();
    // The cuts are there long before the faces.
    await page.getByRole('button', { name: '2 untouched' }).waitFor();
    await picture(page, 'film-analysis');
    await analysis.waitFor({ state: 'detached' });
    await page.getByRole('group', { name: 'Rows of the timeline' }).getByText('Performer 1').waitFor();
    await page.locator('canvas[data-frame="0"]').waitFor();
    await page.getByText(`${film.frames[1]} frames`).waitFor();
    await expectAccessible(page);
    await picture(page, 'film');
  });

  it('is gone through by the keyboard: frame by frame, shot by shot, to a timecode', async () => {
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowLeft']) await page.keyboard.press(key);
    expect(await timecode(page)).toBe('00:00:00:01');
    // Held down, it goes on by itself.
    for (let repeat = 0; repeat < 4; repeat++) await page.keyboard.down('ArrowRight');
    await page.keyboard.up('ArrowRight');
    await page.locator('canvas[data-frame="5"]').waitFor();
    await page.keyboard.press('Shift+ArrowRight');
    await page.locator(`canvas[data-frame="${film.frames[0]}"]`).waitFor();
    await page.keyboard.press('t');
    await page.keyboard.type('+5');
    await page.keyboard.press('Enter');
    await page.locator(`canvas[data-frame="${film.frames[0] + 5}"]`).waitFor();
    await page.keyboard.press('End');
    await page.locator(`canvas[data-frame="${film.frames[1] - 1}"]`).waitFor();
    await page.keyboard.press('Home');
    expect(await timecode(page)).toBe('00:00:00:00');
  });

  it('shows a shot that is clicked on: who is in it, and its pictures', async () => {
    const box = (await timeline(page).boundingBox())!;
    await page.mouse.click(box.x + box.width * 0.8, box.y + 84);
    await page.getByRole('heading', { name: 'Shot 2' }).waitFor();
    const panel = page.getByRole('tabpanel', { name: 'Shot', exact: true });
    await panel.getByText('Performer').waitFor();
    expect(await panel.getByText('untouched').count()).toBe(1);
    await expectAccessible(page);
    await panel
      .getByRole('button', { name: /^Go to / })
      .first()
      .click();
    await picture(page, 'film-shot');
  });

  it('comes as near as one frame', async () => {
    await page.keyboard.press('z');
    for (let press = 0; press < 12; press++) await page.keyboard.press('Shift++');
    await picture(page, 'film-frames');
    await page.keyboard.press('f');
  });

  it('tells its keys, and leaves the app’s own keys alone', async () => {
    await page.keyboard.press('?');
    const map = page.getByRole('dialog', { name: 'Keyboard map' });
    for (const key of ['Previous shot', 'Zoom to the selected shot']) await map.getByText(key).waitFor();
    await page.keyboard.press('Escape');
    await map.waitFor({ state: 'detached' });
    await page.keyboard.press('g');
    await page.keyboard.press('t');
    await page.getByRole('heading', { name: 'Titles' }).waitFor();
  });
});

describe('an analysis', () => {
  let studio: Studio;
  beforeAll(async () => {
    studio = await openStudio();
  });
  afterAll(async () => {
    expect(studio?.complaints).toEqual([]);
    await studio?.close();
  });

  it('is paused, goes on and is cancelled, which is asked once; another try is offered when it failed', async () => {
    const { page, server, organisation, url } = studio;
    const title = await titleOf(studio, 'Halfway');
    await bringFilm(server.platform, organisation, title);
    await page.goto(`${url}/titles/${title}`);
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByText('The analysis is paused.').waitFor();
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByRole('button', { name: 'Pause' }).waitFor();
    const full = () => new Refusal('disk-full', 'The disk is full: make room and try again.');
    const { probe } = analysisOf(TWO_PEOPLE);
    await doJobs(server.platform, { probe, makeProxy: full, cutShots: full });
    await page.getByRole('alert').getByText('This film cannot be used').waitFor();
    await page.getByText('The disk is full').first().waitFor();
    await expectAccessible(page);
    await picture(page, 'film-failed');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('button', { name: 'Cancel the analysis' }).click();
    const asked = page.getByRole('dialog', { name: 'Cancel the analysis' });
    await asked.getByText('What was found so far stays.').waitFor();
    await asked.getByRole('button', { name: 'Cancel the analysis' }).click();
    await page.getByText('The analysis was cancelled.').first().waitFor();
  });

  it('cannot be stopped by those who may only look', async () => {
    const { server, organisation, url } = studio;
    const title = await titleOf(studio, 'Not mine');
    await bringFilm(server.platform, organisation, title);
    for (const role of ['reviewer', 'client'] as const) {
      const { page } = await studio.signIn(role);
      await page.goto(`${url}/titles/${title}`);
      await page.getByText('The picture appears once').waitFor();
      await page.getByRole('heading', { name: 'Facts' }).waitFor();
      expect(await page.getByRole('button', { name: 'Pause' }).count()).toBe(0);
    }
  });
});

describe(`a film of ${LONG.shots} shots with ${LONG.lines} lines`, () => {
  let studio: Studio;
  let page: Page;
  const asked: string[] = [];

  beforeAll(async () => {
    studio = await openStudio();
    page = studio.page;
    const title = await makeLongFilm(studio.server.platform, studio);
    page.on('request', (request) => {
      const path = new URL(request.url()).pathname;
      if (path.startsWith('/api/')) asked.push(path);
    });
    await page.goto(`${studio.url}/titles/${title}`);
    await timeline(page).waitFor();
    await page.getByRole('button', { name: `${TO_REVIEW} to review` }).waitFor();
  });
  afterAll(async () => {
    expect(studio?.complaints).toEqual([]);
    await studio?.close();
  });

  it('is read in a handful of requests, none for a shot', async () => {
    await page.locator('canvas[data-frame="0"]').waitFor();
    const known = asked.filter((path) => !/\/(proxy|events|portrait)$/.test(path));
    expect(known.length).toBeLessThan(25);
    expect(known.filter((path) => /\/(shots|lines|takes)\b/.test(path))).toEqual([]);
  });

  it('has a list of its shots that is gone through by the keyboard and has only what is seen on the page', async () => {
    await page.getByRole('tab', { name: 'Shots' }).click();
    await expectAccessible(page);
    await table(page).focus();
    for (const key of ['End', 'PageUp', 'Home', 'ArrowDown', 'ArrowDown']) await page.keyboard.press(key);
    expect(await selected(page).innerText()).toMatch(/^3\n10:00:00:16/);
    expect(await timecode(page)).toBe('10:00:00:16');
    await page.keyboard.press('End');
    expect(await selected(page).innerText()).toContain('2000');
    expect(await page.getByRole('row').count()).toBeLessThan(60);
    expect(await page.locator('[aria-live=polite]').filter({ hasText: 'Shot 2000' }).count()).toBe(1);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Shot 2000' }).waitFor();
    await picture(page, 'film-long');
  });

  it('leads from state to state, and from a shot to its review and its lines', async () => {
    await page.getByRole('button', { name: `${TO_REVIEW} to review` }).click();
    await page.getByRole('tab', { name: 'Shot', exact: true }).click();
    await page.getByRole('heading', { name: 'Shot 9', exact: true }).waitFor();
    const review = page.getByRole('link', { name: 'Review this shot' });
    expect(await review.getAttribute('href')).toMatch(/\/dubs\/[^/]+\/review\?shot=8$/);
    const line = page.getByRole('link', { name: /^Una línea/ }).first();
    expect(await line.getAttribute('href')).toMatch(/\/lines\?line=1\d$/);
  });

  it('is opened at the shot that an address asks for', async () => {
    await page.goto(`${page.url().split('?')[0]}?shot=41`);
    await page.getByRole('heading', { name: 'Shot 42' }).waitFor();
    await page.locator('canvas[data-frame="328"]').waitFor();
  });

  it('scrolls and zooms without asking the server for anything more', async () => {
    const before = asked.filter((path) => !path.endsWith('/proxy')).length;
    const box = (await timeline(page).boundingBox())!;
    await page.mouse.move(box.x + 500, box.y + 90);
    await page.keyboard.down('Control');
    for (let turn = 0; turn < 30; turn++) await page.mouse.wheel(0, -60);
    await page.keyboard.up('Control');
    for (let turn = 0; turn < 60; turn++) await page.mouse.wheel(0, 120);
    await page.keyboard.press('f');
    expect(asked.filter((path) => !path.endsWith('/proxy'))).toHaveLength(before);
  });

  it('keeps how somebody has divided the page', async () => {
    const bar = page.getByRole('separator', { name: 'Height of the timeline' });
    const height = Number(await bar.getAttribute('aria-valuenow'));
    await bar.press('ArrowUp');
    await bar.press('ArrowUp');
    await page.reload();
    await timeline(page).waitFor();
    expect(Number(await bar.getAttribute('aria-valuenow'))).toBe(height + 48);
  });
});
