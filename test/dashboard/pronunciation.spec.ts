import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { readyDub } from '../backend/dubs/plannedDub.ts';
import { expectAccessible, openStudio, picture, type Studio } from './studio.ts';

let studio: Studio;
let page: Page;
let title: string;
beforeAll(async () => {
  studio = await openStudio();
  page = studio.page;
  ({ title } = await readyDub(studio.server.platform, studio.client, studio.organisation));
});
afterAll(async () => {
  // What cannot be read is refused on purpose.
  expect(studio?.complaints.filter((each) => !each.includes('422'))).toEqual([]);
  await studio?.close();
});

const open = async (where: Page = page): Promise<void> => {
  await where.goto(`${studio.url}/titles/${title}/pronunciation`);
  await where.getByRole('link', { name: 'Pronunciation' }).waitFor();
  await where.getByRole('heading', { name: 'Pronunciation' }).waitFor();
};
const row = (word: string): Locator =>
  page.getByRole('region', { name: 'Pronunciation', exact: true }).getByRole('row', { name: word });
const dialog = (): Locator => page.getByRole('dialog');

it('suggests the names of the scripts, and keeps how they are said', async () => {
  await open();
  await page.getByText('Nothing noted yet').waitFor();
  await page.getByText('Buenos días, Anna.').waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Add Anna' }).click();
  await dialog().getByLabel('How it sounds').fill('Ahnna');
  await dialog().getByRole('button', { name: 'Say it' }).click();
  await dialog().getByText('Sounds as').waitFor();
  await expectAccessible(page);
  await picture(page, 'pronunciation-entry');
  await dialog().getByRole('button', { name: 'Save' }).click();
  await row('Anna').getByText('Ahnna').waitFor();
  await page.getByText('Likely names without a note').waitFor({ state: 'detached' });
});

it('is written down in IPA and by languages from the keyboard, and changed', async () => {
  await open();
  await row('Anna').waitFor();
  await page.keyboard.press('n');
  await dialog().waitFor();
  await page.keyboard.type('Wójcik');
  await dialog().getByLabel('Written as').selectOption('Sounds (IPA)');
  await dialog().getByLabel('Sounds', { exact: true }).fill('vuj4');
  await page.keyboard.press('Enter');
  await dialog().getByText('"4" in /vuj4/ is no letter of IPA').waitFor();
  await dialog().getByLabel('Sounds', { exact: true }).fill('ˈvujtɕik');
  await dialog().getByLabel('In which dubs').selectOption('Spanish');
  await page.keyboard.press('Enter');
  await row('Wójcik').getByText('/ˈvujtɕik/').waitFor();
  await row('Wójcik').getByText('Spanish').waitFor();
  await row('Wójcik').getByRole('button', { name: 'Change Wójcik' }).click();
  await dialog().getByLabel('Written as').selectOption('As another language says it');
  await dialog().getByLabel('Language', { exact: true }).selectOption('Polish');
  await dialog().getByLabel('Spelt for that language').fill('');
  await dialog().getByRole('button', { name: 'Save' }).click();
  await row('Wójcik').getByText('as in Polish').waitFor();
});

it('can be heard', async () => {
  await open();
  const sound = page.waitForResponse((answer) => answer.url().includes('/pronunciations/sound'));
  await row('Anna').getByRole('button', { name: 'Hear Anna' }).click();
  expect((await sound).headers()['content-type']).toBe('audio/wav');
});

it('is imported from a file, whose mistakes are told by row', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lexicon-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'names.csv'), 'word,said\nSiobhan,Shuh-VAWN\nNguyen\n');
  await open();
  await row('Anna').waitFor();
  await page.keyboard.press('i');
  await dialog().getByLabel('File').setInputFiles(join(folder, 'names.csv'));
  await dialog().getByRole('button', { name: 'Import', exact: true }).click();
  await dialog().getByText('names.csv, row 3 does not say how "Nguyen" is said').waitFor();
  await expectAccessible(page);
  await dialog().getByLabel('Rows').fill('word,said\nSiobhan,Shuh-VAWN\nNguyen,/ŋwiən/\n');
  await dialog().getByRole('button', { name: 'Import', exact: true }).click();
  await row('Nguyen').waitFor();
  await page.getByLabel('Find a word').fill('siob');
  await row('Nguyen').waitFor({ state: 'detached' });
  await page.getByLabel('Find a word').fill('');
  await expectAccessible(page);
  await picture(page, 'pronunciation');
});

it('is deleted with a way back', async () => {
  await open();
  await row('Siobhan').getByRole('button', { name: 'Delete Siobhan' }).click();
  await row('Siobhan').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Undo' }).click();
  await row('Siobhan').waitFor();
});

it('is only looked at by those who make no dubs', async () => {
  const { page: theirs } = await studio.signIn('reviewer', { language: 'de-DE' });
  await theirs.goto(`${studio.url}/titles/${title}/pronunciation`);
  await theirs.getByRole('heading', { name: 'Aussprache' }).waitFor();
  await theirs.getByText('Shuh-VAWN').waitFor();
  expect(await theirs.getByRole('button', { name: 'Wort hinzufügen' }).isDisabled()).toBe(true);
  expect(await theirs.getByRole('button', { name: 'Siobhan löschen' }).isDisabled()).toBe(true);
  await expectAccessible(theirs);
});
