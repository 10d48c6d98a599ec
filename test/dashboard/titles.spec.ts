import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Json } from '../backend/client.ts';
import { makeFiles } from '../backend/uploads/files.ts';
import { dropFiles } from './dropFiles.ts';
import { expectAccessible, openStudio, picture, type Studio } from './studio.ts';

let folder: string;
let files: Awaited<ReturnType<typeof makeFiles>>;
let studio: Studio;
let page: Page;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-titles-'));
  files = await makeFiles(folder);
  studio = await openStudio({ worker: true });
  ({ page } = studio);
});
afterAll(async () => {
  await studio?.close();
  await rm(folder, { recursive: true, force: true });
});

const rowOf = (name: string) =>
  page.getByRole('list', { name: 'Titles' }).getByRole('listitem').filter({ hasText: name }).first();

const create = async (name: string, more: Json = {}): Promise<string> =>
  (await studio.client.post<{ id: string }>('/titles', { name, ...more })).body.id;

const toTitles = async (): Promise<void> => {
  await page.goto(studio.url);
  await page.getByRole('heading', { name: 'Titles' }).waitFor();
};

describe('an empty installation', () => {
  it('says what Mondwerk does and makes the sample title in one click', async () => {
    await toTitles();
    await page.getByText('Mondwerk makes the mouths of a film speak its new language.').waitFor();
    await expectAccessible(page);
    await picture(page, 'welcome');
    await page.getByRole('button', { name: 'Make the sample title' }).click();
    await page.waitForURL(/\/titles\/[0-9a-f-]{36}$/);
    await page.getByRole('navigation', { name: 'From the film to the delivery' }).waitFor();
  });

  it('shows its analysis as it happens, its picture, and what waits for whom', async () => {
    await page.getByRole('link', { name: 'Titles', exact: true }).click();
    const [sample] = (await studio.client.get<{ items: { name: string }[] }>('/titles')).body.items;
    const row = rowOf(sample.name);
    await row.getByRole('progressbar').first().waitFor();
    await row.locator('canvas').waitFor({ timeout: 110_000 });
    await row.getByRole('progressbar').first().waitFor({ state: 'detached', timeout: 110_000 });
    await row.getByRole('link', { name: 'Plan' }).waitFor();
    const steps = page.getByRole('navigation', { name: `Steps of ${sample.name}` });
    await steps.getByRole('link', { name: 'Film (done)' }).waitFor();
    await expectAccessible(page);
  });

  it('keeps the steps in view until somebody knows the way', async () => {
    const steps = page.getByRole('navigation', { name: /^Steps of/ });
    await steps.getByRole('button', { name: 'Do not show the steps any more' }).click();
    await steps.waitFor({ state: 'detached' });
    await page.reload();
    await page.getByRole('heading', { name: 'Titles' }).waitFor();
    await rowOf('English').waitFor();
    expect(await steps.count()).toBe(0);
  });
});

describe('films that are dropped on the list of titles', () => {
  it('become titles that are called after their files, all at once', async () => {
    await toTitles();
    await dropFiles(
      page,
      { name: 'The_Harbour.1080p.mov', path: files.film },
      { name: 'Night Ferry.mp4', path: files.film },
    );
    const dialog = page.getByRole('dialog', { name: '2 new titles' });
    const names = dialog.getByLabel('Name of the title');
    expect([await names.nth(0).inputValue(), await names.nth(1).inputValue()]).toEqual([
      'The Harbour',
      'Night Ferry',
    ]);
    await expectAccessible(page);
    await picture(page, 'new-titles');
    await dialog.getByLabel('Language of the original').selectOption({ label: 'Dutch' });
    await dialog.getByRole('button', { name: 'Create and upload' }).click();
    await rowOf('The Harbour').getByText('Dutch').waitFor();
    await rowOf('Night Ferry').locator('canvas').waitFor({ timeout: 110_000 });
    await picture(page, 'titles');
    const { body } = await studio.client.get<{ items: Json[] }>('/titles?name=ferry');
    expect(body.items).toMatchObject([{ name: 'Night Ferry', language: 'nl' }]);
  });

  it('are taken from nobody who may not begin titles', async () => {
    const reviewer = await studio.signIn('reviewer');
    await reviewer.page.goto(studio.url);
    await reviewer.page.getByRole('link', { name: 'Night Ferry' }).waitFor();
    expect(await reviewer.page.getByRole('button', { name: 'New title' }).count()).toBe(0);
    await dropFiles(reviewer.page, { name: 'film.mp4', path: files.film });
    await reviewer.page.getByText('Your role does not begin titles').first().waitFor();
    await reviewer.context.close();
  });
});

describe('the list of titles', () => {
  it('is searched and walked through with the keyboard', async () => {
    await create('Winter Light', { language: 'de' });
    await create('Winter Harbour', { language: 'de' });
    await toTitles();
    await rowOf('Winter Light').waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('winter');
    await rowOf('Night Ferry').waitFor({ state: 'detached' });
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Winter Harbour');
    await page.keyboard.press('j');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Winter Light');
    await page.keyboard.press('k');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/titles\/[0-9a-f-]{36}$/);
    await page.getByRole('heading', { name: 'Winter Light' }).waitFor();
  });

  it('says so when nothing is found, and looks into the archive when asked', async () => {
    await toTitles();
    await page.getByLabel('Search titles by name').fill('summer');
    await page.getByText('No title has “summer” in its name').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Search the archive too' }).click();
    expect(await page.getByLabel('Show archived').isChecked()).toBe(true);
  });

  it('has titles renamed, put into the archive and taken back at once', async () => {
    await create('Old Name');
    await toTitles();
    await page.getByRole('button', { name: 'Acts for Old Name' }).click();
    await page.getByRole('menuitem', { name: 'Name and language' }).click();
    await page.getByLabel('Name of the title').fill('New Name');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Acts for New Name' }).click();
    await page.getByRole('menuitem', { name: 'Archive' }).click();
    await rowOf('New Name').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await rowOf('New Name').waitFor();
  });

  it('asks once before a title is deleted', async () => {
    await create('Not Wanted');
    await toTitles();
    await page.getByRole('button', { name: 'Acts for Not Wanted' }).click();
    await page.getByRole('menuitem', { name: 'Delete the title' }).click();
    const question = page.getByRole('dialog', { name: 'Delete “Not Wanted”?' });
    await expectAccessible(page);
    await question.getByRole('button', { name: 'Delete the title' }).click();
    await page.getByText('“Not Wanted” was deleted.').first().waitFor();
    await rowOf('Not Wanted').waitFor({ state: 'detached' });
    expect((await studio.client.get<{ items: Json[] }>('/titles?name=wanted')).body.items).toEqual([]);
  });

  it('shows more as one goes on', async () => {
    for (let at = 1; at <= 60; at++) await create(`Episode ${at}`);
    await toTitles();
    await page.getByRole('link', { name: 'Episode 60', exact: true }).waitFor();
    await page.getByRole('link', { name: 'Episode 12', exact: true }).scrollIntoViewIfNeeded();
    await page.getByRole('link', { name: 'Episode 1', exact: true }).waitFor();
  });

  it('has complained of nothing', () => {
    expect(studio.complaints).toEqual([]);
  });
});
