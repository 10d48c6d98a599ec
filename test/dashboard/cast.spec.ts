import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCast, storeCastFilm } from './cast/castFilm.ts';
import { expectAccessible, openStudio, picture, type Studio } from './studio.ts';

interface Performer {
  readonly id: string;
  readonly name: string;
  readonly ignored: boolean;
  readonly screen: { readonly tracks: number };
}

let studio: Studio;
let page: Page;
beforeAll(async () => {
  studio = await openStudio();
  page = studio.page;
  await storeCastFilm(studio.server.platform);
});
afterAll(async () => {
  expect(studio?.complaints).toEqual([]);
  await studio?.close();
});

const board = (): Locator => page.getByRole('list', { name: 'Cast', exact: true });
const cards = (): Locator => board().locator(':scope > li');
const card = (name: string): Locator => cards().filter({ has: page.getByRole('heading', { name }) });
const face = (name: string): Locator => page.getByRole('button', { name: `${name}: show all faces` });
const said = (text: string | RegExp): Locator =>
  page
    .getByRole('region', { name: /notifications/i })
    .getByRole('listitem')
    .filter({ hasText: text });
const undo = (text: string | RegExp): Promise<void> =>
  said(text).getByRole('button', { name: 'Undo' }).click();

async function openCast(...languages: string[]): Promise<string> {
  const title = await makeCast(studio.server.platform, studio, languages);
  await page.goto(`${studio.url}/titles/${title}/cast`);
  await cards().first().waitFor();
  return title;
}

const everybody = async (title: string): Promise<Performer[]> =>
  (await studio.client.get<{ items: Performer[] }>(`/titles/${title}/performers`)).body.items;

async function carry(from: Locator, to: Locator): Promise<void> {
  const [start, end] = [(await from.boundingBox())!, (await to.boundingBox())!];
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(start.x + start.width / 2 + 20, start.y + start.height / 2 + 10, { steps: 3 });
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 5 });
  await page.mouse.up();
}

describe('the cast of a title', () => {
  it('shows everybody by their face, those who are seen most first', async () => {
    await openCast('es-419', 'de');
    expect(await cards().count()).toBe(8);
    const first = cards().first();
    await first.getByText('12 sec · 6 shots').waitFor();
    await first.getByText('10:00:00:00').waitFor();
    await first.getByText('close-up').waitFor();
    await card('Performer 2').getByText('10:00:04:00').waitFor();
    await expectAccessible(page);
    await picture(page, 'cast');
  });

  it('joins two by dropping one on the other, and takes that back', async () => {
    const title = await openCast();
    await carry(face('Performer 4'), face('Performer 2'));
    await said('Performer 4 is Performer 2 now.').waitFor();
    expect(await cards().count()).toBe(7);
    await card('Performer 2').getByText('6 shots').waitFor();
    await undo('Performer 4 is Performer 2 now.');
    await face('Performer 4').waitFor();
    await card('Performer 2').getByText('4 shots').waitFor();
    expect((await everybody(title)).map(({ screen }) => screen.tracks)).toEqual([6, 4, 3, 2, 2, 1, 1, 1]);
  });

  it('is named, joined and thinned out from the keyboard', async () => {
    const title = await openCast();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('r');
    await page.keyboard.type('Ana López');
    await page.keyboard.press('Enter');
    await face('Ana López').waitFor();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('r');
    await page.keyboard.type('Nobody of that name');
    await page.keyboard.press('Escape');
    await face('Performer 2').waitFor();
    await page.keyboard.press('m');
    await page.getByText('Who is the same person as Performer 2?').waitFor();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await said('Performer 2 is Ana López now.').waitFor();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('i');
    await said('Performer 3 is an extra now.').waitFor();
    const performers = await everybody(title);
    expect(performers).toHaveLength(7);
    expect(performers[0]).toMatchObject({ name: 'Ana López', screen: { tracks: 10 } });
    expect(performers.filter(({ ignored }) => ignored)).toMatchObject([{ name: 'Performer 3' }]);
  });

  it('gives the chosen faces of one to somebody new, and takes that back', async () => {
    await openCast();
    await face('Performer 1').click();
    const faces = page.getByRole('list', { name: 'Faces' }).getByRole('button');
    await faces.first().waitFor();
    expect(await faces.count()).toBe(6);
    await faces.nth(1).click();
    await faces.nth(3).click({ modifiers: ['Shift'] });
    await page.getByText('3 of 6 faces chosen').waitFor();
    await expectAccessible(page);
    await picture(page, 'cast-faces');
    await page.getByRole('button', { name: 'Somebody new' }).click();
    await said('3 faces of Performer 1 are').waitFor();
    await faces.nth(3).waitFor({ state: 'detached' });
    await undo('3 faces of Performer 1 are');
    await faces.nth(5).waitFor();
    await page.keyboard.press('Escape');
    await cards().first().waitFor();
    expect(await cards().count()).toBe(8);
  });

  it('lets a mouth move more or less far, once the slider is let go', async () => {
    const title = await openCast();
    await face('Performer 1').click();
    const slider = page.getByRole('slider', { name: /^Articulation/ });
    await slider.focus();
    await page.keyboard.press('ArrowLeft');
    await said('Performer 1 articulates at 95 % from the next plan on').waitFor();
    expect((await everybody(title)).find(({ name }) => name === 'Performer 1')).toMatchObject({
      strength: 0.95,
    });
    expect(await slider.evaluate((node) => node === document.activeElement)).toBe(true);
    await expectAccessible(page);
    await undo('Performer 1 articulates at 95 %');
    await page.getByText('Articulation 95 %').waitFor({ state: 'detached' });
    expect(await slider.inputValue()).toBe('100');
  });

  it('gives faces to somebody known', async () => {
    await openCast();
    await face('Performer 1').click();
    const faces = page.getByRole('list', { name: 'Faces' }).getByRole('button');
    await faces.first().click();
    await page.getByRole('button', { name: 'Somebody known…' }).click();
    await page.getByRole('combobox', { name: 'Whose faces are these?' }).fill('former 3');
    await page.keyboard.press('Enter');
    await said('1 face of Performer 1 is Performer 3’s now.').waitFor();
    await page.goBack();
    await card('Performer 3').getByText('4 shots').waitFor();
  });

  it('makes extras of everybody who is seen briefly, and takes that back', async () => {
    await openCast();
    await page.getByRole('button', { name: 'Ignore brief appearances…' }).click();
    await page.getByLabel('Seen for less than so many seconds').fill('1');
    await page.getByRole('button', { name: 'Ignore 3 performers' }).click();
    await page.getByRole('button', { name: 'Extras (3)' }).click();
    expect(await cards().count()).toBe(5);
    expect(await page.getByRole('list', { name: 'Extras' }).locator(':scope > li').count()).toBe(3);
    await undo('3 performers are extras now.');
    await page.getByRole('button', { name: 'Extras (0)' }).waitFor();
  });

  it('says who plays whom, by dropping the part on the face or the face on the part', async () => {
    await openCast();
    for (const name of ['Marta', 'The Captain']) {
      await page.getByLabel('New character').fill(name);
      await page.getByRole('button', { name: 'Add', exact: true }).click();
      await page.getByRole('button', { name: `${name}: played by` }).waitFor();
    }
    const part = (name: string): Locator =>
      page.getByRole('list', { name: 'Characters' }).getByRole('listitem').filter({ hasText: name });
    await carry(part('Marta').getByTitle('Drag onto a face'), face('Performer 1'));
    await card('Performer 1').getByText('Marta').waitFor();
    await carry(face('Performer 2'), part('The Captain'));
    await card('Performer 2').getByText('The Captain').waitFor();
    await page.getByRole('button', { name: 'Marta: played by Performer 1' }).click();
    await page.getByRole('option', { name: 'Nobody' }).click();
    await said('Nobody plays Marta now.').waitFor();
    await page.getByRole('button', { name: 'Marta is never seen speaking' }).click();
    await part('Marta').getByText('off-screen').waitFor();
    await page.getByRole('button', { name: 'What to do with The Captain' }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await part('The Captain').waitFor({ state: 'detached' });
  });

  it('lets a reviewer look, and change nothing', async () => {
    const title = await openCast('de');
    const { page: other } = await studio.signIn('reviewer');
    await other.goto(`${studio.url}/titles/${title}/cast`);
    await other.getByRole('button', { name: 'Performer 1: show all faces' }).waitFor();
    expect(await other.getByRole('button', { name: 'Ignore brief appearances…' }).isDisabled()).toBe(true);
    await other.keyboard.press('ArrowRight');
    await other.keyboard.press('r');
    expect(await other.getByRole('textbox').count()).toBe(0);
    await other.getByRole('button', { name: 'Rights of Performer 1' }).click();
    expect(await other.getByRole('button', { name: 'Record a basis' }).isDisabled()).toBe(true);
  });

  it('says what to do while there is no film', async () => {
    const { body } = await studio.client.post<{ id: string }>('/titles', { name: 'Soon', language: 'en' });
    await page.goto(`${studio.url}/titles/${body.id}/cast`);
    await page.getByText('Nobody has been found yet').waitFor();
    await expectAccessible(page);
  });
});

describe('the rights in the faces of a title', () => {
  it('are recorded for several at once, with the signed paper, and revoked for good', async () => {
    const title = await openCast('es-419', 'de');
    const paper = join(await mkdtemp(join(tmpdir(), 'paper-')), 'signed.pdf');
    await writeFile(paper, '%PDF-1.7\n%%EOF\n');
    await card('Performer 1').getByText('missing').first().waitFor();
    await page.getByRole('button', { name: 'German: 8 without' }).click();
    await page.getByRole('button', { name: 'Record a rights basis for all' }).click();
    const form = page.getByRole('dialog', { name: 'Record a basis for 8 performers' });
    await form.getByLabel('Dubbing agreement').check();
    await form.getByRole('button', { name: 'Record for all 8' }).click();
    await form.getByText('Say who signed.').waitFor();
    await form.getByLabel('Signed by').fill('Guild of Performers');
    await form.getByLabel('Signed paper').setInputFiles(paper);
    await expectAccessible(page);
    await picture(page, 'rights-record');
    await form.getByRole('button', { name: 'Record for all 8' }).click();
    await said('The rights basis is recorded for 8 performers.').waitFor();
    await page.getByText('German: all there').waitFor();
    await card('Performer 1').getByText('covered').nth(1).waitFor();

    await page.getByRole('button', { name: 'Rights of Performer 1' }).click();
    const panel = page.getByRole('dialog', { name: 'Rights of Performer 1' });
    await panel.getByText('Guild of Performers').waitFor();
    const download = panel.getByRole('link', { name: 'Download' });
    const signed = await page.request.get(new URL((await download.getAttribute('href'))!, studio.url).href);
    expect(await signed.text()).toBe('%PDF-1.7\n%%EOF\n');
    await panel.getByRole('button', { name: 'Revoke…' }).click();
    await page.getByText('This cannot be taken back.').waitFor();
    await page.getByLabel('Why').fill('The guild took it back');
    await page.getByRole('button', { name: 'Revoke for good' }).click();
    await panel.getByText(/Revoked on .*: The guild took it back/).waitFor();
    await expectAccessible(page);
    await picture(page, 'rights');
    await panel.getByRole('button', { name: 'Close' }).click();
    await card('Performer 1').getByText('revoked on').first().waitFor();
    await page.getByRole('button', { name: 'German: 1 without' }).waitFor();
    const { body } = await studio.client.get<{ items: object[] }>(`/titles/${title}/rights`);
    expect(body.items).toHaveLength(8);
  });

  it('count for whoever somebody turned out to be', async () => {
    await openCast('de');
    await face('Performer 3').focus();
    await page.keyboard.press('b');
    await page.getByLabel('Signed by').fill('Ben Okri');
    await page.getByRole('button', { name: 'Record', exact: true }).click();
    await card('Performer 3').getByText('covered').waitFor();
    await carry(face('Performer 3'), face('Performer 1'));
    await said('Performer 3 is Performer 1 now.').waitFor();
    await card('Performer 1').getByText('covered').waitFor();
    await undo('Performer 3 is Performer 1 now.');
    await card('Performer 3').getByText('covered').waitFor();
    await card('Performer 1').getByText('missing').waitFor();
  });
});
