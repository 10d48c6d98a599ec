import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lines, makePerformerFilm, PAIR } from '../performer/index.ts';
import { dropFiles, dropFilesOn } from './dropFiles.ts';
import { openStudio, picture, type Studio } from './studio.ts';

/** Two busy cores take their time. */
const RENDERED_WITHIN_MS = 300_000;

const SIZE = { width: 480, height: 360, seconds: 2, threads: 2 };

/** A replacement's day as one person clicks through it: real server, real worker, real browser; two performers who are nobody. */
let folder: string;
let studio: Studio;
let page: Page;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-replacement-'));
  await makePerformerFilm(join(folder, 'target'), {
    ...{ performer: PAIR.replaced, lines: lines.en.slice(0, 1), seed: 3, sway: 1.4, ...SIZE },
  });
  await makePerformerFilm(join(folder, 'donor'), {
    ...{ performer: PAIR.shown, lines: lines.en.slice(2, 4), seed: 11, sway: 2.2, light: 'window', ...SIZE },
  });
  studio = await openStudio({ worker: true });
  ({ page } = studio);
  page.setDefaultTimeout(100_000);
}, 600_000);
afterAll(async () => {
  await studio?.close();
  await rm(folder, { recursive: true, force: true });
});

const goTo = (name: string): Promise<void> => page.getByRole('link', { name, exact: true }).first().click();

async function record(name: string): Promise<void> {
  await page.getByRole('button', { name: `Record rights of ${name}` }).click();
  const form = page.getByRole('dialog', { name: `Record a basis for ${name}` });
  await form.getByLabel('Signed by').fill(name);
  await form.getByRole('button', { name: 'Record', exact: true }).click();
  await form.waitFor({ state: 'detached' });
}

describe('from a film to the same film with another face', () => {
  it('brings the film and has it analysed', async () => {
    await page.goto(studio.url);
    await dropFiles(page, { name: 'The Double.mp4', path: join(folder, 'target/film.mp4') });
    const dialog = page.getByRole('dialog', { name: /new title/i });
    await dialog.getByRole('button', { name: 'Create and upload' }).click();
    await page.getByRole('link', { name: 'The Double' }).click();
    await page.getByRole('link', { name: 'Replacements' }).click();
    await page
      .locator('button:enabled', { hasText: 'New replacement' })
      .waitFor({ timeout: RENDERED_WITHIN_MS });
  });

  it(
    'says who is replaced and who is shown, with donor footage and the rights of both',
    async () => {
      await page.keyboard.press('n');
      const dialog = page.getByRole('dialog', { name: 'New replacement' });
      await page.getByRole('button', { name: /^Who is replaced/ }).click();
      await page.getByRole('option').first().click();
      await dialog.getByRole('textbox', { name: 'Name of Performer 1' }).fill('Ida Falk');
      await dialog.getByRole('button', { name: 'Save' }).click();
      await dialog.getByRole('button', { name: 'Record rights of Ida Falk' }).waitFor();
      await dialog.getByRole('button', { name: 'Somebody new' }).click();
      await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Bruno Stein');
      await page.keyboard.press('Enter');
      await record('Bruno Stein');
      await record('Ida Falk');
      const footage = dialog.getByRole('group', { name: 'Donor footage' });
      await dropFilesOn(footage, { name: 'bruno.mp4', path: join(folder, 'donor/film.mp4') });
      await footage.getByText('arrived').waitFor();
      await picture(page, 'new-replacement');
      await dialog.getByRole('button', { name: 'Make the replacement' }).click();
      await page.getByRole('heading', { name: 'Ida Falk → Bruno Stein' }).waitFor();
      await page.getByRole('listitem').filter({ hasText: 'bruno.mp4' }).getByText('in use').waitFor();
    },
    RENDERED_WITHIN_MS,
  );

  it(
    'plans and renders it',
    async () => {
      await goTo('Plan and render');
      await page.getByRole('button', { name: 'Plan', exact: true }).click();
      const render = page.getByRole('button', { name: 'Render 1 shot' });
      await render.waitFor({ timeout: RENDERED_WITHIN_MS });
      await page.getByText(/frames with the shown face can be used/).waitFor();
      await render.click();
      await page
        .getByRole('link', { name: 'Review take 1: Shot 1' })
        .waitFor({ timeout: RENDERED_WITHIN_MS });
    },
    RENDERED_WITHIN_MS * 2,
  );

  it('is looked at beside the original and approved', async () => {
    await goTo('Review');
    await page
      .getByRole('complementary', { name: 'About the shot' })
      .getByRole('heading', { name: 'Shot 1' })
      .waitFor();
    await page.getByRole('button', { name: 'Replaced', exact: true }).waitFor();
    await page.keyboard.press('w');
    for (let frame = 0; frame < 20; frame++) await page.keyboard.press('ArrowRight');
    await page.locator('canvas[data-frame="20"]').waitFor();
    await picture(page, 'replacement-review');
    await page.getByRole('button', { name: 'Approve Y' }).click();
    const told = page.getByText('Shot 1, take 1: approved').first();
    await told.waitFor();
    await page.getByText('All shots are reviewed.').waitFor();
    // It can be taken back for a moment; then the server knows of it.
    await told.waitFor({ state: 'detached' });
  });

  it(
    'is delivered, and its film becomes the one that the title is dubbed from',
    async () => {
      await goTo('Deliver');
      await page.getByText('1 of 1 planned shots are approved').waitFor();
      await page.getByRole('radio', { name: /H\.264/ }).check();
      await page.getByRole('button', { name: 'Make the delivery' }).click();
      const delivery = page.getByRole('listitem').filter({ hasText: 'Delivery 1' });
      const become = delivery.getByRole('button', { name: 'Make this the title’s new source…' });
      await become.waitFor({ timeout: RENDERED_WITHIN_MS });
      await become.click();
      await page.getByRole('dialog').getByRole('button', { name: 'Make it the source' }).click();
      await delivery.getByText('the title’s source', { exact: true }).waitFor();
      await delivery.getByRole('link', { name: 'To the film' }).click();
      await page.getByText('Ida Falk → Bruno Stein').first().waitFor();
    },
    RENDERED_WITHIN_MS,
  );

  it('has complained of nothing, and asked nobody outside', () => {
    expect(studio.complaints).toEqual([]);
  });
});
