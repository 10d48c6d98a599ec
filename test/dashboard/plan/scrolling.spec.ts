import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeLongFilm } from '../film/longFilm.ts';
import { openStudio, picture, type Studio } from '../studio.ts';
import { fillLongPlan, LONG_PLAN } from './longPlan.ts';
import { eventually, row, rows, sum } from './onPage.ts';

/** Scrolls a list by a third of a screen with every picture, and tells how long that took and how much was on the page. */
const SCROLL = `(async () => {
  const list = document.querySelector('main [role=list]');
  const [gaps, long] = [[], []];
  const observer = new PerformanceObserver((tasks) => long.push(...tasks.getEntries().map(({ duration }) => duration)));
  observer.observe({ entryTypes: ['longtask'] });
  const picture = () => new Promise(requestAnimationFrame);
  let [before, most] = [await picture(), 0];
  for (let at = 0; at < 240; at++) {
    list.scrollTop += 150;
    const now = await picture();
    gaps.push(now - before);
    before = now;
    most = Math.max(most, list.querySelectorAll('[data-row]').length);
  }
  observer.disconnect();
  gaps.sort((a, b) => a - b);
  return { median: gaps[120], p95: gaps[228], long: long.length, most };
})()`;

interface Scrolled {
  /** Milliseconds from picture to picture. */
  readonly median: number;
  readonly p95: number;
  /** Tasks of more than 50 ms. */
  readonly long: number;
  /** Rows that were on the page at once. */
  readonly most: number;
}

describe(`a plan of ${LONG_PLAN.shots} shots with ${LONG_PLAN.lines} lines`, () => {
  let studio: Studio;
  let page: Page;
  const asked: string[] = [];

  beforeAll(async () => {
    studio = await openStudio();
    page = studio.page;
    const title = await makeLongFilm(studio.server.platform, studio);
    const dub = await fillLongPlan(studio.server.platform, title);
    page.on('request', (request) => {
      const path = new URL(request.url()).pathname;
      if (path.startsWith('/api/')) asked.push(path);
    });
    await page.goto(`${studio.url}/titles/${title}/dubs/${dub}/plan`);
    await rows(page).first().waitFor();
  });
  afterAll(async () => {
    expect(studio?.complaints).toEqual([]);
    await studio?.close();
  });

  it('is read in a handful of requests, none for a shot, and has only what is seen on the page', async () => {
    // Five hundred shots or lines come at once.
    expect(asked.filter((path) => !/\/(events|portrait)$/.test(path)).length).toBeLessThan(60);
    expect(asked.filter((path) => /\/(shots|takes|jobs)\/./.test(path))).toEqual([]);
    expect(await rows(page).count()).toBeLessThan(60);
    expect(await rows(page).first().getAttribute('aria-setsize')).toBe(
      `${LONG_PLAN.shots + LONG_PLAN.lines}`,
    );
    await eventually(() => sum(page).innerText()).toMatch(/^500 shots/);
    await picture(page, 'plan-long');
  });

  it('is scrolled through without asking the server for anything more', async () => {
    const before = asked.length;
    const list = page.getByRole('list', { name: 'Lines by shot' });
    await list.focus();
    await page.keyboard.press('End');
    await row(page, `Shot ${LONG_PLAN.shots}`).waitFor();
    await page.keyboard.press('Home');
    await eventually(() => rows(page).first().getAttribute('aria-posinset')).toBe('1');
    const more = asked.slice(before).filter((path) => !/\/(events|workers|portrait)$/.test(path));
    expect(more.filter((path) => !/\/thumbnails\/\d+$/.test(path))).toEqual([]);
  });

  it('has as few rows on the page however fast one scrolls', async () => {
    const { median, p95, long, most } = await page.evaluate<Scrolled>(SCROLL);
    console.log(
      `scrolling: a picture every ${median.toFixed(1)} ms, 95 % within ${p95.toFixed(1)} ms; ${long} long tasks`,
    );
    expect(most).toBeLessThan(60);
    expect(most).toBeGreaterThan(10);
  });
});
