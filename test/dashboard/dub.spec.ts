import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { store } from '../backend/lighthouse.ts';
import { PLANNED_FILES } from '../backend/toldLines.ts';
import { doJobs } from '../backend/toldStages.ts';
import { dropFiles } from './dropFiles.ts';
import { eventually, region } from './plan/onPage.ts';
import { makePlannableDub, planned, storePictures, type PlannableDub } from './plan/plannedFilm.ts';
import { expectAccessible, openStudio, picture, type Studio } from './studio.ts';

const FILM_SECONDS = 12;

const SCRIPT = `1
00:00:01,000 --> 00:00:02,000
ANNA: Mama, hörst du mich?

2
00:00:03,000 --> 00:00:04,000
BEN: Ja.
`;

let studio: Studio;
let page: Page;
let folder: string;
let film: PlannableDub;
let home: string;

interface List<Item> {
  readonly items: readonly Item[];
}

/** A panel, by its title. */
const panel = (name: string): Locator =>
  page.locator('section').filter({ has: page.getByRole('heading', { name, exact: true, level: 2 }) });

/** Scrolls a part of the page to its top, for a picture. */
const toTop = (part: Locator): Promise<void> =>
  part.evaluate((element) => (element as unknown as { scrollIntoView(): void }).scrollIntoView());

const file = (name: string) => ({ name, path: join(folder, name) });

/** Writes a voice of some length. */
async function sing(name: string, seconds: number): Promise<void> {
  const tone = `sine=frequency=220:duration=${seconds}:sample_rate=16000`;
  await promisify(execFile)('ffmpeg', ['-v', 'error', '-f', 'lavfi', '-i', tone, join(folder, name)]);
}

beforeAll(async () => {
  studio = await openStudio();
  ({ page } = studio);
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-dub-'));
  await Promise.all([
    sing('Lighthouse_DE_Anna.wav', FILM_SECONDS),
    sing('Lighthouse_DE_M&E.wav', FILM_SECONDS),
    sing('Lighthouse_DE_Ben_short.wav', 3),
    writeFile(join(folder, 'Lighthouse_DE.srt'), SCRIPT),
    writeFile(join(folder, 'Lighthouse_English.srt'), SCRIPT),
    writeFile(join(folder, 'notes.pdf'), '%PDF-1.7'),
  ]);
  const { platform } = studio.server;
  await storePictures(platform);
  await store(platform, PLANNED_FILES.peaks.key, PLANNED_FILES.peaks.content);
  film = await makePlannableDub(platform, studio, 'The Lighthouse');
  home = `${studio.url}/titles/${film.title}/dubs`;
});
afterAll(async () => {
  await studio?.close();
  await rm(folder, { recursive: true, force: true });
});

describe('adding a language', () => {
  it('finds it by its name and goes to it', async () => {
    await page.goto(home);
    const search = page.getByRole('combobox', { name: 'Find a language' });
    await search.fill('nothing of the kind');
    await page.getByText('No language is called “nothing of the kind”.').waitFor();
    await search.fill('span');
    await page
      .getByRole('option', { name: /^Spanish/ })
      .getByText('there already')
      .waitFor();
    await search.fill('deutsch');
    await page.getByRole('button', { name: 'Add German' }).waitFor();
    await expectAccessible(page);
    await picture(page, 'dub-new');
    await search.press('Enter');
    await page.waitForURL(/dubs\/[0-9a-f-]{36}$/);
    await page.getByText('No voice yet').waitFor();
    await expectAccessible(page);
  });
});

describe('the voice and the script of a dub', () => {
  const brought = (): Locator => panel('Brought, not used yet');
  const voice = (): Locator => panel('Voice');

  it('takes what is dropped for what its name says, and says what it cannot use', async () => {
    await dropFiles(
      page,
      ...['Lighthouse_DE_Anna.wav', 'Lighthouse_DE_M&E.wav', 'Lighthouse_DE_Ben_short.wav'].map(file),
      ...['Lighthouse_DE.srt', 'Lighthouse_English.srt', 'notes.pdf'].map(file),
    );
    await page
      .getByText(/It cannot use: notes\.pdf/)
      .first()
      .waitFor();
    await eventually(() => brought().getByText('arrived').count()).toBe(5);
    const kind = (name: string): Locator => brought().getByLabel(`What ${name} is`);
    expect(await kind('Lighthouse_DE_Anna.wav').inputValue()).toBe('dialogue');
    expect(await kind('Lighthouse_DE_M&E.wav').inputValue()).toBe('music-and-effects');
    expect(await kind('Lighthouse_DE.srt').inputValue()).toBe('script');
    expect(await kind('Lighthouse_English.srt').inputValue()).toBe('original-script');
    const whose = brought().getByLabel('Whose voice Lighthouse_DE_Anna.wav is');
    expect(await whose.locator('option:checked').innerText()).toBe('ANNA');
    await expectAccessible(page);
    await picture(page, 'dub-brought');
  });

  it('uses all of it at once; a voice of another length waits for somebody to say what to do', async () => {
    await page.getByRole('button', { name: 'Use all 5' }).click();
    await page.getByText('2 lines · 2 characters').first().waitFor();
    await voice().getByTitle('Lighthouse_DE_M&E.wav', { exact: true }).waitFor();
    await brought()
      .getByRole('alert')
      .getByText(/lasts 3\.0 s but/)
      .waitFor();
    await brought().getByRole('button', { name: 'Fit it to the film' }).click();
    await voice().getByText('9 sec shorter than the film: silence is added at the end.').waitFor();
    expect(await page.getByLabel('Fit the voice to the film').isChecked()).toBe(true);
    await page.getByLabel('Fit the voice to the film').uncheck();
    await voice()
      .getByText(/This voice is 9 sec shorter than the film/)
      .waitFor();
    await expectAccessible(page);
  });

  it('gives a file to somebody else, and takes one away only when that was asked', async () => {
    const name = 'Lighthouse_DE_Ben_short.wav';
    const whose = voice().getByLabel('Whose voice Lighthouse_DE_Anna.wav is');
    await whose.selectOption({ label: 'VOICE' });
    await eventually(() => whose.locator('option:checked').innerText()).toBe('VOICE');
    const what = voice().getByLabel('What Lighthouse_DE_M&E.wav is');
    await what.selectOption({ label: 'Full mix' });
    await voice()
      .getByText('Not listened to: where there are dialogue files, those are the voice.')
      .waitFor();
    await what.selectOption({ label: 'Music and effects' });
    await eventually(() => what.locator('option:checked').innerText()).toBe('Music and effects');
    await voice()
      .getByRole('button', { name: `Remove ${name}` })
      .click();
    const asked = page.getByRole('dialog', { name: `Remove ${name} from the voice?` });
    await asked.getByRole('button', { name: 'Remove' }).click();
    await voice().getByTitle(name, { exact: true }).waitFor({ state: 'detached' });
  });

  it('replaces a script, and has the one before count again when the new one goes', async () => {
    const script = panel('Script');
    await writeFile(join(folder, 'second.srt'), SCRIPT.slice(0, SCRIPT.indexOf('\n2\n') + 1));
    await dropFiles(page, file('second.srt'));
    await brought().getByRole('button', { name: 'Use: second.srt' }).click();
    await script.getByText('1 line · 1 character').waitFor();
    await script.getByRole('button', { name: 'Remove second.srt' }).click();
    await page.getByText('The script before it, Lighthouse_DE.srt, counts again.').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await script.getByText('2 lines · 2 characters').waitFor();
  });

  it('gives a script out again as it was brought, or in another format', async () => {
    const script = panel('Script');
    const download = async (format: string): Promise<{ name: string; content: string }> => {
      await script.getByRole('button', { name: 'Download' }).click();
      const waiting = page.waitForEvent('download');
      await page.getByRole('menuitem', { name: format, exact: true }).click();
      const saved = await waiting;
      return { name: saved.suggestedFilename(), content: await readFile(await saved.path(), 'utf8') };
    };
    expect(await download('As it was brought')).toEqual({ name: 'Lighthouse_DE.srt', content: SCRIPT });
    const band = await download('detX');
    expect(band.name).toBe('Lighthouse_DE.detx');
    expect(band.content).toContain('<role id="ANNA" name="ANNA"');
  });
});

describe('the check of a script against its voice', () => {
  const group = (name: string): Locator => region(page, name);
  const row = (text: string): Locator => page.getByRole('listitem').filter({ hasText: text });

  it('lists what is wrong, group by group', async () => {
    await page.goto(`${home}/${film.dub}`);
    await page.getByText('Not checked yet').waitFor();
    await page.getByRole('button', { name: 'Check script against voice' }).click();
    await page
      .getByRole('status')
      .getByText(/Aligning the voice|The check waits/)
      .waitFor();
    await doJobs(studio.server.platform, planned);
    await page.getByText('4 of 7 lines are worth a look.').waitFor();
    await group('Other words are said').getByText('No puedo.').waitFor();
    await group('Not heard').getByText('Adiós.').waitFor();
    await group('Nobody is seen saying it').getByText('Espérame.').waitFor();
    await group('Who says it is a guess')
      .getByText('Of 2 faces, the one whose mouth moved most was taken.')
      .waitFor();
    await expectAccessible(page);
    await toTop(panel('Script against voice'));
    await picture(page, 'dub-check');
  });

  it('suggests who plays whom, and takes over all suggestions at once', async () => {
    const board = panel('Characters, performers, voices');
    await board.getByRole('row', { name: /ANNA/ }).getByText('3 of 3 lines').waitFor();
    await toTop(board);
    await picture(page, 'dub-matching');
    await page.getByRole('button', { name: 'Accept all 2 suggestions' }).click();
    await page.getByText('2 suggestions were accepted.').first().waitFor();
    await board.getByRole('button', { name: 'Accept', exact: true }).first().waitFor({ state: 'detached' });
    const { body } = await studio.client.get<List<{ name: string; performer: string | null }>>(
      `/titles/${film.title}/characters`,
    );
    const cast = new Map(body.items.map(({ name, performer }) => [name, performer]));
    expect(cast.get('ANNA')).toBe(film.performers[0]);
    expect(cast.get('BEN')).toBe(film.performers[1]);
  });

  it('lets a line be put right in place, and says that it has to be checked again', async () => {
    await page.getByRole('button', { name: 'No puedo.' }).click();
    const text = page.getByLabel('Edit the text of line 4');
    await text.fill('No podemos.');
    await text.press('Enter');
    await row('No podemos.').getByText('put right, check again').waitFor();
    await row('Espérame.').getByRole('button', { name: 'Off-screen' }).click();
    await row('Espérame.').getByText('put right, check again').waitFor();
    await page.getByText('changed since').waitFor();
    await page.getByText('Line 6 is changed.').first().waitFor();
    const lines = async () => {
      const { body: scripts } = await studio.client.get<List<{ id: string }>>(`/dubs/${film.dub}/scripts`);
      const { body } = await studio.client.get<List<{ text: string; offScreen: boolean }>>(
        `/scripts/${scripts.items[0].id}/lines`,
      );
      return body.items;
    };
    expect((await lines())[3].text).toBe('No podemos.');
    expect((await lines())[5].offScreen).toBe(true);
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await eventually(async () => (await lines())[5].offScreen).toBe(false);
  });

  it('leaves a mouth as it is, or forgets times, from the menu of a line', async () => {
    await row('Adiós.').getByRole('button', { name: 'More for line 7' }).click();
    await page.getByRole('menuitem', { name: 'Leave the mouth as it is' }).click();
    await row('Adiós.').getByText('put right, check again').waitFor();
  });

  it('shows a reviewer what is there, and lets them change nothing', async () => {
    const reviewer = await studio.signIn('reviewer');
    await reviewer.page.goto(`${home}/${film.dub}`);
    await reviewer.page.getByText('Who says it is a guess').waitFor();
    expect(await reviewer.page.getByRole('button', { name: 'Add files' }).isDisabled()).toBe(true);
    expect(await reviewer.page.getByRole('button', { name: 'Off-screen' }).count()).toBe(0);
    await expectAccessible(reviewer.page);
  });

  it('has complained of nothing but the voice that is too short', () => {
    expect(studio.complaints.filter((each) => !each.includes('422'))).toEqual([]);
    expect(studio.complaints.length).toBeLessThanOrEqual(1);
  });
});
