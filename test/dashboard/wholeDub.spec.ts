import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStudio, picture, type Studio } from './studio.ts';

/** Two busy cores take their time over 340 frames. */
const RENDERED_WITHIN_MS = 300_000;

/** A title's day as one person clicks through it: real server, real worker, real browser, nothing asked of the API. */
let studio: Studio;
let page: Page;

beforeAll(async () => {
  studio = await openStudio({ worker: true });
  ({ page } = studio);
  page.setDefaultTimeout(100_000);
});
afterAll(() => studio?.close());

const goTo = (name: string): Promise<void> => page.getByRole('link', { name, exact: true }).first().click();

describe('from an empty installation to a delivered dub', () => {
  it('makes the sample title in one click and shows its film over time', async () => {
    await page.goto(studio.url);
    await page.getByRole('button', { name: 'Make the sample title' }).click();
    await page.waitForURL(/\/titles\/[0-9a-f-]{36}$/);
    await page.getByRole('navigation', { name: 'From the film to the delivery' }).waitFor();
    await page
      .getByRole('img', { name: /timeline/i })
      .first()
      .waitFor();
    await page.getByText('3 shots').first().waitFor();
    await picture(page, 'film');
  });

  it('records on what both faces may be rendered, at once', async () => {
    await goTo('Cast');
    const cards = page.getByRole('list', { name: 'Cast', exact: true }).locator(':scope > li');
    await cards.nth(1).waitFor();
    expect(await cards.count()).toBe(2);
    await page.keyboard.press('Control+a');
    await page.keyboard.press('b');
    const form = page.getByRole('dialog', { name: 'Record a basis for 2 performers' });
    await form.getByLabel('Signed by').fill('Nobody Real');
    await form.getByRole('button', { name: 'Record for all 2' }).click();
    await form.waitFor({ state: 'detached' });
    await page.getByText('Spanish: all there').waitFor();
    await picture(page, 'cast');
  });

  it('has voice and script already', async () => {
    await goTo('Spanish');
    await page.getByRole('heading', { name: /voice/i }).first().waitFor();
    await picture(page, 'dub');
  });

  it(
    'plans and renders what is worth it',
    async () => {
      await goTo('Plan and render');
      await page.getByRole('button', { name: 'Plan', exact: true }).click();
      const render = page.getByRole('button', { name: /^Render \d+ shots?$/ });
      await render.waitFor();
      await picture(page, 'plan');
      await render.click();
      await page
        .getByText(/shots? (is|are) on the way/)
        .first()
        .waitFor();
      await picture(page, 'rendering');
      await page
        .getByRole('link', { name: /^Review take \d+: Shot 3$/ })
        .waitFor({ timeout: RENDERED_WITHIN_MS });
    },
    RENDERED_WITHIN_MS,
  );

  it('shows a line’s sounds against what was filmed', async () => {
    await goTo('Lines');
    await page.getByText('mouth as filmed').waitFor();
    await picture(page, 'lines');
  });

  it('is looked at and approved from the keyboard, shot by shot', async () => {
    await goTo('Review');
    for (const shot of [1, 2, 3]) {
      await page
        .getByRole('complementary', { name: 'About the shot' })
        .getByRole('heading', { name: `Shot ${shot}` })
        .waitFor();
      if (shot === 1) {
        await page.keyboard.press('w');
        for (let frame = 0; frame < 34; frame++) await page.keyboard.press('ArrowRight');
        await picture(page, 'review');
      }
      await approve(shot);
    }
    await page.getByText('All shots are reviewed.').waitFor();
  });

  it('is delivered, and what is downloaded has the sum that is shown', async () => {
    await goTo('Deliver');
    await page.getByText('3 of 3 planned shots are approved').waitFor();
    await page.getByRole('radio', { name: /H\.264/ }).check();
    await page.getByRole('button', { name: 'Make the delivery' }).click();
    const delivery = page.getByRole('listitem').filter({ hasText: 'Delivery 1' });
    await delivery.getByText('ready', { exact: true }).waitFor();
    await picture(page, 'deliver');
    const film = delivery.getByRole('row').filter({ hasText: '.mp4' });
    const waiting = page.waitForEvent('download');
    await film.getByRole('link').click();
    const shown = await film.locator('code').getAttribute('title');
    expect(await sumOf(await waiting)).toBe(shown);
  });

  it('shows the title among the others, with nothing left to do', async () => {
    await page.getByRole('link', { name: 'Titles', exact: true }).click();
    await page.getByText('3 of 3 approved').waitFor();
    await picture(page, 'titles');
  });

  it('has complained of nothing, and asked nobody outside', () => {
    expect(studio.complaints).toEqual([]);
  });
});

/** A key that is pressed before the take of a shot is known does nothing: a person presses it again. */
async function approve(shot: number): Promise<void> {
  const told = page.getByText(`Shot ${shot}, take 1: approved`).first();
  for (let tries = 0; tries < 6; tries++) {
    await page.keyboard.press('y');
    const heard = await told.waitFor({ timeout: 5000 }).then(
      () => true,
      () => false,
    );
    if (heard) return;
  }
  throw new Error(`shot ${shot} could not be approved with the keyboard`);
}

const sumOf = async (download: Download): Promise<string> =>
  createHash('sha256')
    .update(await readFile(await download.path()))
    .digest('hex');
