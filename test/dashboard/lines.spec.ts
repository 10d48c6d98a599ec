import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordConsent } from '../backend/renders/renderedDub.ts';
import { bringUpload } from '../backend/sampleFilm.ts';
import { eventually } from './plan/onPage.ts';
import { expectAccessible, openStudio, picture, type Studio } from './studio.ts';

/** The sample title, analysed and checked by a real worker. */
let studio: Studio;
let page: Page;
let title: string;
let dub: string;
let address: string;

interface Line {
  readonly id: string;
  readonly index: number;
  readonly text: string;
  readonly character: string | null;
  readonly offScreen: boolean;
  readonly version: number;
  readonly settings: { readonly offset: number; readonly cues: readonly object[] };
}

interface List<Item> {
  readonly items: readonly Item[];
}

const items = async <Item>(path: string): Promise<readonly Item[]> =>
  (await studio.client.get<List<Item>>(path)).body.items;

async function linesNow(): Promise<readonly Line[]> {
  const [{ id }] = await items<{ id: string }>(`/dubs/${dub}/scripts`);
  return items<Line>(`/scripts/${id}/lines`);
}

beforeAll(async () => {
  studio = await openStudio({ worker: true });
  ({ page } = studio);
  const sample = await studio.client.post<{ id: string; dub: string }>('/titles/sample');
  ({ id: title, dub } = sample.body);
  address = `${studio.url}/titles/${title}/dubs/${dub}/lines`;
});
afterAll(() => studio?.close());

const list = (): Locator => page.getByRole('listbox', { name: 'Lines' });
const sounds = (): Locator => page.getByRole('listbox', { name: 'Sounds of the line' });
const heading = (number: number): Locator => page.getByRole('heading', { name: `Line ${number}` });

/** A real worker needs its time. */
const PATIENT = 300_000;

describe('the line editor', () => {
  it(
    'has the script checked when that was not done yet, and shows how far that is',
    async () => {
      const [{ id }] = await items<{ id: string }>(`/titles/${title}/sources`);
      const source = async () => (await studio.client.get<{ state: string }>(`/sources/${id}`)).body.state;
      await expect.poll(source, { timeout: PATIENT, interval: 500 }).toBe('ready');
      await page.goto(address);
      await page.getByText('No curves yet').waitFor();
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Check script against voice' }).click();
      await page.getByRole('progressbar', { name: 'Checking script against voice' }).waitFor();
      await sounds().waitFor({ timeout: PATIENT });
    },
    PATIENT,
  );

  it('goes through the lines from the keyboard, and the address keeps which one it is', async () => {
    await page.goto(address);
    await heading(1).waitFor();
    await sounds().waitFor();
    await list().and(page.locator(':focus')).waitFor();
    await page.keyboard.press('ArrowDown');
    await heading(2).waitFor();
    await page.waitForURL(/\?line=2$/);
    await page.reload();
    await heading(2).waitFor();
    await page.keyboard.press('Home');
    await heading(1).waitFor();
    await page.getByText('mouth as filmed').waitFor();
    await page
      .getByRole('img', { name: /^Picture of / })
      .or(page.locator('canvas[data-frame]'))
      .first()
      .waitFor();
    await expectAccessible(page);
  });

  it('bends single sounds, takes that back, and saves it when one goes on', async () => {
    await sounds().waitFor();
    await page.keyboard.press(']');
    const sound = sounds().getByRole('option', { selected: true });
    await page.keyboard.press('Alt+ArrowRight');
    await page.keyboard.press('Alt+ArrowRight');
    await page.keyboard.press('Alt+Shift+ArrowRight');
    const later = page.getByRole('spinbutton', { name: 'Later by (ms)' }).last();
    expect(await later.inputValue()).toBe('21');
    await page.getByText('with your changes, about').waitFor();
    await page.keyboard.press('m');
    expect(await sound.getAttribute('aria-label')).toMatch(/mouth edited/);
    await page.keyboard.press('Control+z');
    expect(await later.inputValue()).toBe('21');
    await page.keyboard.press('Control+z');
    expect(await later.inputValue()).toBe('0');
    await page.keyboard.press('Control+Shift+z');
    expect(await later.inputValue()).toBe('21');
    await page.getByText('not saved').waitFor();
    await expectAccessible(page);
    await picture(page, 'lines-sounds');
    await page.keyboard.press('ArrowDown');
    await heading(2).waitFor();
    await eventually(async () => (await linesNow())[0].settings.cues).toMatchObject([{ shift: 0.021 }]);
    await page.getByText('Something was changed since the last check').waitFor();
  });

  it('moves the whole line when no sound is chosen, and saves when asked', async () => {
    await sounds().waitFor();
    await page.keyboard.press('Alt+ArrowLeft');
    expect(await page.getByRole('spinbutton', { name: 'Later by (ms)' }).first().inputValue()).toBe('-10');
    await page.keyboard.press('Control+s');
    await eventually(async () => (await linesNow())[1].settings.offset).toBe(-0.01);
    await page.getByRole('button', { name: 'As the voice says it' }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await eventually(async () => (await linesNow())[1].settings.offset).toBe(0);
  });

  it('says whose rights are missing for a draft, and where to record them', async () => {
    await page.keyboard.press('d');
    const refused = page.getByRole('region', { name: 'Draft' });
    await refused.getByRole('alert').waitFor();
    const way = refused.getByRole('link', { name: 'To the cast and their rights' });
    expect(await way.getAttribute('href')).toBe(`/titles/${title}/cast`);
    await expectAccessible(page);
  });

  it('drafts a line within seconds and compares it with the film', async () => {
    const performers = await items<{ id: string }>(`/titles/${title}/performers`);
    await recordConsent(
      studio.client,
      performers.map(({ id }) => id),
    );
    await page.keyboard.press('d');
    const draft = page.getByRole('region', { name: 'Draft' });
    await draft.getByText(/mouths? (was|were) changed/).waitFor({ timeout: 120_000 });
    const film = draft.getByRole('button', { name: 'Film', exact: true });
    expect(await film.getAttribute('aria-pressed')).toBe('false');
    await picture(page, 'lines-draft');
    await page.keyboard.press('a');
    expect(await film.getAttribute('aria-pressed')).toBe('true');
    await page.keyboard.press('k');
    await page.keyboard.press('Alt+ArrowRight');
    await draft.getByText('with other settings').waitFor();
    await page.keyboard.press('Control+z');
    await draft.getByText('with other settings').waitFor({ state: 'detached' });
  });

  it('edits words with Enter and says that a line is off-screen, with a way back', async () => {
    await list().focus();
    await page.keyboard.press('Enter');
    const text = page.getByRole('textbox', { name: 'Edit the text' });
    const before = await text.inputValue();
    await text.fill(`${before} Sí.`);
    await text.press('Enter');
    await eventually(async () => (await linesNow())[1].text).toBe(`${before} Sí.`);
    await page.getByText(/^of the text as it was/).waitFor();
    await page.keyboard.press('o');
    await eventually(async () => (await linesNow())[1].offScreen).toBe(true);
    await list().getByText('off-screen').first().waitFor({ state: 'attached' });
    await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
    await eventually(async () => (await linesNow())[1].offScreen).toBe(false);
  });

  it('gives many lines to somebody at once', async () => {
    const [character] = await items<{ id: string; name: string }>(`/titles/${title}/characters`);
    await list().focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('x');
    await page.keyboard.press('Shift+ArrowDown');
    await page.getByText('2 lines marked').waitFor();
    await expectAccessible(page);
    await page.getByLabel('Who says the marked lines').selectOption({ label: character.name });
    await eventually(async () => (await linesNow()).slice(0, 2).map((line) => line.character)).toEqual([
      character.id,
      character.id,
    ]);
    await page.getByRole('button', { name: 'Mark none' }).click();
  });

  it('finds lines by what they say, and sifts them', async () => {
    await page.getByRole('searchbox', { name: 'Search text, name or number' }).fill('nothing like it');
    await page.getByText('No line is like that.').waitFor();
    await page.getByRole('button', { name: 'Show all lines' }).click();
    await page.getByLabel('Only these lines').selectOption({ label: 'mouth edited' });
    await eventually(() => list().getByRole('option').count()).toBe(1);
    await page.getByLabel('Only these lines').selectOption({ label: 'All lines' });
  });

  it('has both changes count where two people changed something else of a line', async () => {
    await list().focus();
    await page.keyboard.press('End');
    await heading(3).waitFor();
    await sounds().waitFor();
    const third = (await linesNow())[2];
    await page.keyboard.press('Alt+ArrowRight');
    await studio.client.patch(`/lines/${third.id}`, third.version, { text: 'Vamos.' });
    await page.keyboard.press('Control+s');
    await eventually(async () => (await linesNow())[2]).toMatchObject({
      ...{ text: 'Vamos.', settings: { offset: 0.01 } },
    });
    await page.getByRole('heading', { name: 'Line 3 was changed meanwhile' }).waitFor({ state: 'hidden' });
    await list().getByText('Vamos.').waitFor();
  });

  it('asks whose change counts when somebody else was faster', async () => {
    await list().focus();
    await page.keyboard.press('Home');
    await heading(1).waitFor();
    await sounds().waitFor();
    const [first] = await linesNow();
    await page.keyboard.press('Alt+ArrowRight');
    await studio.client.patch(`/lines/${first.id}`, first.version, { settings: { offset: 0.3 } });
    await page.keyboard.press('Control+s');
    const asked = page.getByRole('dialog', { name: 'Line 1 was changed meanwhile' });
    await asked.getByText('A administrator changed it while you did. Which change counts?').waitFor();
    await asked.getByText('300 ms later', { exact: false }).waitFor();
    await expectAccessible(page);
    await picture(page, 'lines-conflict');
    await asked.getByRole('button', { name: 'Use mine' }).click();
    await asked.waitFor({ state: 'detached' });
    await eventually(async () => (await linesNow())[0].settings.offset).toBe(0.01);
  });

  it('shows a reviewer the curves, and lets them bend nothing', async () => {
    const reviewer = await studio.signIn('reviewer');
    await reviewer.page.goto(address);
    await reviewer.page.getByRole('listbox', { name: 'Sounds of the line' }).waitFor();
    await reviewer.page.keyboard.press('Alt+ArrowRight');
    expect(await reviewer.page.getByRole('slider', { name: 'Later by' }).isDisabled()).toBe(true);
    expect(await reviewer.page.getByText('not saved').count()).toBe(0);
    await expectAccessible(reviewer.page);
  });

  it('goes through 3,000 lines with only those in view on the page', async () => {
    const { body } = await studio.client.post<{ id: string }>(`/titles/${title}/dubs`, { language: 'de' });
    await page.goto(`${studio.url}/titles/${title}/dubs/${body.id}/lines`);
    await page.getByText('There is no script yet').waitFor();
    await expectAccessible(page);
    const content = Array.from({ length: 3000 }, (_, at) => `Zeile Nummer ${at + 1}.`).join('\n');
    const { organisation, server } = studio;
    const upload = await bringUpload(server.platform, {
      ...{ organisation, title, purpose: 'script', name: 'de.txt', content },
    });
    await studio.client.post(`/dubs/${body.id}/scripts`, { upload });
    await page.reload();
    await page.getByText('3,000 lines').waitFor();
    await page.getByText('The script has not been checked against the voice yet').waitFor();
    await list().focus();
    await page.keyboard.press('End');
    await heading(3000).waitFor();
    await list().getByText('Zeile Nummer 3000.').waitFor();
    expect(await list().getByRole('option').count()).toBeLessThan(60);
    await page.keyboard.press('PageUp');
    await heading(3000).waitFor({ state: 'detached' });
    await expectAccessible(page);
  });

  it('has complained of nothing but missing rights and the change that came too late', () => {
    expect(studio.complaints.filter((each) => !/40[19]|412/.test(each))).toEqual([]);
  });
});
