import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordConsent } from '../backend/renders/renderedDub.ts';
import { doJobs } from '../backend/toldStages.ts';
import { box, eventually, region, row, rows, sum } from './plan/onPage.ts';
import { makePlannableDub, planned, rendered, storePictures, type PlannableDub } from './plan/plannedFilm.ts';
import { expectAccessible, openStudio, picture, type Studio } from './studio.ts';

describe('the plan of a dub', () => {
  let studio: Studio;
  let page: Page;
  let film: PlannableDub;
  let address: string;

  interface Take {
    readonly id: string;
    readonly index: number;
    readonly number: number;
    readonly version: number;
    readonly settings: object;
  }

  const takes = async (): Promise<Take[]> =>
    (await studio.client.get<{ items: Take[] }>(`/dubs/${film.dub}/takes`)).body.items;

  beforeAll(async () => {
    studio = await openStudio();
    page = studio.page;
    await storePictures(studio.server.platform);
    film = await makePlannableDub(studio.server.platform, studio, 'The Lighthouse');
    address = `${studio.url}/titles/${film.title}/dubs/${film.dub}/plan`;
  });
  afterAll(async () => {
    expect(studio?.complaints).toEqual([]);
    await studio?.close();
  });

  it('is asked for; how far it is is told step by step, and it can be stopped', async () => {
    await page.goto(address);
    await page.getByText('This dub has not been planned yet').waitFor();
    expect(await page.title()).toBe('Plan and render · Mondwerk');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Plan', exact: true }).click();
    const planning = region(page, 'Planning');
    await planning.getByText('Aligning the voice').waitFor();
    await expectAccessible(page);
    await planning.getByRole('button', { name: 'Stop' }).click();
    const asked = page.getByRole('dialog', { name: 'Stop planning?' });
    await asked.getByRole('button', { name: 'Stop' }).click();
    await page.getByText('Planning was stopped before it was done.').waitFor();
  });

  it('says what is missing where a dub cannot be planned, and where to bring it', async () => {
    const { body } = await studio.client.post<{ id: string }>(`/titles/${film.title}/dubs`, {
      language: 'de',
    });
    const other = await studio.administrator.context.newPage();
    await other.goto(`${studio.url}/titles/${film.title}/dubs/${body.id}/plan`);
    await other.getByRole('button', { name: 'Plan', exact: true }).click();
    await other.getByRole('alert').getByText('The dub is incomplete').waitFor();
    const way = other.getByRole('link', { name: 'Go to voice and script' });
    expect(await way.getAttribute('href')).toBe(`/titles/${film.title}/dubs/${body.id}`);
    await other.close();
  });

  it('shows what is worth rendering, why, and what it takes, before it costs anything', async () => {
    await page.keyboard.press('p');
    await region(page, 'Planning').waitFor();
    await doJobs(studio.server.platform, planned);
    await row(page, 'Mamá, ¿me oyes?').getByText('lips open').waitFor();
    await row(page, 'Shot 1').getByText('10:00:00:00').waitFor();
    await row(page, 'Entonces ven.')
      .getByText(/^Speaker uncertain: of 2 faces/)
      .waitFor();
    await row(page, 'No puedo.').getByText('The voice says something else').waitFor();
    expect(await rows(page).count()).toBe(6);
    expect(await sum(page).innerText()).toMatch(/^3 shots · 144 frames · 30 sec of worker time/);
  });

  it('shows what matches already when asked, and what is left out with the reason', async () => {
    await page.getByRole('button', { name: 'All shots (6)' }).click();
    await row(page, 'Sí, te oigo.').getByText('fits').waitFor();
    await row(page, 'Shot 2').getByText('matches already').waitFor();
    expect(await box(page, 2).isChecked()).toBe(false);
    expect(await box(page, 5).count()).toBe(0);
    await page.getByRole('button', { name: 'Lines left out (3)' }).click();
    await row(page, 'Pues voy yo.').getByText('The mouth cannot be followed').waitFor();
    await row(page, 'Espérame.').getByText('No face is on the screen').waitFor();
    await row(page, 'Adiós.').getByText('The voice has no sound for it').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Worth it (3)' }).click();
  });

  it('puts what is off most first, and leaves out what is off by less than somebody minds', async () => {
    await page.getByRole('button', { name: 'Mismatch', exact: true }).click();
    await eventually(() => rows(page).nth(2).innerText()).toContain('Shot 3');
    await page.getByRole('slider', { name: 'Mismatch from' }).fill('0.4');
    await page.getByRole('button', { name: 'Worth it (2)' }).waitFor();
    await eventually(() => sum(page).innerText()).toMatch(/^2 shots · 96 frames/);
    await page.getByRole('slider', { name: 'Mismatch from' }).fill('0');
    await page.keyboard.press('o');
    await eventually(() => rows(page).nth(4).innerText()).toContain('Shot 4');
  });

  it('is chosen from by hand: one by one, by ranges, all and none, with the keyboard', async () => {
    await box(page, 1).uncheck();
    await box(page, 4).click({ modifiers: ['Shift'] });
    await page.getByText('No shot is chosen.').waitFor();
    await page.keyboard.press('a');
    await eventually(() => sum(page).innerText()).toMatch(/^3 shots/);
    await page.keyboard.press('n');
    await page.getByText('No shot is chosen.').waitFor();
    await page.getByRole('button', { name: 'Mismatch', exact: true }).focus();
    for (const key of ['j', 'ArrowDown', 'ArrowDown', 'Space', 'Shift+ArrowDown'])
      await page.keyboard.press(key);
    await eventually(() => box(page, 4).isChecked()).toBe(true);
    expect(await box(page, 1).isChecked()).toBe(false);
    await page.getByRole('button', { name: 'Choose what is worth it' }).click();
    await eventually(() => box(page, 1).isChecked()).toBe(true);
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard map' }).getByText('Render what is chosen').waitFor();
    await page.keyboard.press('Escape');
  });

  it('says whose rights are missing before anything is refused, and lets those shots be left out', async () => {
    const missing = region(page, 'Rights are missing');
    const way = missing.getByRole('link', { name: 'Record rights of Performer 1' });
    expect(await way.getAttribute('href')).toBe(`/titles/${film.title}/cast?performer=${film.performers[0]}`);
    await page.getByText('3 of the chosen shots cannot be rendered').waitFor();
    await picture(page, 'plan-rights');
    await expectAccessible(page);
    const other = await studio.administrator.context.newPage();
    await other.goto(address);
    await other.getByRole('button', { name: 'Render 3 shots' }).click();
    await other.getByRole('alert').getByText('Rights are missing').waitFor();
    expect(await other.getByRole('link', { name: 'Go to the cast' }).getAttribute('href')).toMatch(/\/cast$/);
    await other.close();
    await recordConsent(studio.client, film.performers);
    await missing.waitFor({ state: 'detached' });
  });

  it('is rendered: what was chosen, nothing else; a failure tells its shot, its reason and the way out', async () => {
    await box(page, 3).uncheck();
    await page.getByLabel('Urgency').selectOption('Before all');
    await page.getByRole('button', { name: 'Render 2 shots' }).click();
    await page.getByText('2 shots are on the way.', { exact: true }).waitFor();
    await row(page, 'Shot 1').getByText('rendering').waitFor();
    await region(page, 'Rendering').getByText('Gathering the sources').waitFor();
    await region(page, 'Rendering').getByText('Before all').waitFor();
    expect(await box(page, 1).isDisabled()).toBe(true);
    await expectAccessible(page);
    await doJobs(studio.server.platform, rendered([3]));
    await row(page, 'Shot 1').getByText('to review').waitFor();
    const review = page.getByRole('link', { name: 'Review take 1: Shot 1' });
    expect(await review.getAttribute('href')).toMatch(/\/review\?shot=0$/);
    const failed = region(page, 'What failed');
    await failed.getByText('Rendering the mouths · Shot 4').waitFor();
    await failed.getByText('The disk is full: make room and try again.').waitFor();
    await failed.getByRole('link', { name: 'Go to its lines' }).waitFor();
    expect((await takes()).map(({ index }) => index)).toEqual([0]);
    await picture(page, 'plan-failed');
    await expectAccessible(page);
    await failed.getByRole('button', { name: 'Try again' }).click();
    const why = page.getByRole('dialog', { name: 'Try “Rendering” again' });
    await why.getByRole('button', { name: 'Try again' }).click();
    await row(page, 'Shot 4').getByText('rendering').waitFor();
    expect(await failed.count()).toBe(0);
    await doJobs(studio.server.platform, rendered());
    await row(page, 'Shot 4').getByText('to review').waitFor();
  });

  it('is paused, goes on, and is stopped only when asked twice', async () => {
    await page.getByRole('button', { name: 'Render 1 shot' }).click();
    const rendering = region(page, 'Rendering');
    await rendering.getByRole('button', { name: 'Pause' }).click();
    await rendering.getByText('Paused', { exact: true }).waitFor();
    await rendering.getByRole('button', { name: 'Resume' }).click();
    await rendering.getByText('Waiting', { exact: true }).waitFor();
    await rendering.getByRole('button', { name: 'More urgent' }).click();
    await rendering.getByText('Before all').waitFor();
    await rendering.getByRole('button', { name: 'Stop' }).click();
    const asked = page.getByRole('dialog', { name: 'Stop rendering?' });
    await asked.getByRole('button', { name: 'Stop' }).click();
    await rendering.waitFor({ state: 'detached' });
    await row(page, 'Shot 3').getByText('to render').waitFor();
  });

  it('renders again what was sent back, as the reviewer wished', async () => {
    for (const { id, index, version } of await takes()) {
      const settings = index === 0 ? { delay: -0.08, leaveAlone: [film.performers[1]] } : {};
      const verdict = { verdict: 'sent-back', reason: `too late in shot ${index + 1}`, settings };
      await studio.client.post(`/takes/${id}/verdicts`, verdict, { 'if-match': `"${version}"` });
    }
    const back = region(page, '2 shots sent back');
    await back.getByText('too late in shot 1').waitFor();
    await back.getByText('Mouths 80 ms earlier').waitFor();
    await back.getByText('Left as they were: Performer 2').waitFor();
    await picture(page, 'plan-sent-back');
    await expectAccessible(page);
    await back.getByRole('button', { name: 'Render again', exact: true }).click();
    await back.waitFor({ state: 'detached' });
    await doJobs(studio.server.platform, rendered());
    const again = (await takes()).filter(({ number }) => number === 2);
    expect(again.map(({ index, settings }) => [index, settings])).toEqual([
      [3, { delay: 0, opening: 1, untouched: [], leaveAlone: [] }],
      [0, { delay: -0.08, opening: 1, untouched: [], leaveAlone: [film.performers[1]] }],
    ]);
  });

  it('says that it is outdated once something was changed, and is made anew', async () => {
    const { body } = await studio.client.get<{ items: { id: string; version: number }[] }>(
      `/dubs/${film.dub}/scripts`,
    );
    const lines = await studio.client.get<{ items: { id: string; version: number }[] }>(
      `/scripts/${body.items[0].id}/lines`,
    );
    const [{ id, version }] = lines.body.items;
    await studio.client.patch(`/lines/${id}`, version, { text: 'Mamá, ¿estás?' });
    await page.reload();
    await page.getByText('have changed since this was planned').waitFor();
    await page.getByRole('button', { name: 'Plan again' }).click();
    await region(page, 'Planning').waitFor();
    await doJobs(studio.server.platform, planned);
    await row(page, 'Mamá, ¿estás?').waitFor();
    expect(await page.getByText('have changed since this was planned').count()).toBe(0);
  });

  it('is only looked at by reviewers, and not at all by clients', async () => {
    const reviewer = await studio.signIn('reviewer');
    await reviewer.page.goto(address);
    const render = reviewer.page.getByRole('button', { name: 'Render 1 shot' });
    await render.waitFor();
    expect(await render.isDisabled()).toBe(true);
    expect(await render.getAttribute('title')).toContain('Your role does not allow this');
    expect(await reviewer.page.getByRole('button', { name: 'Plan again' }).isDisabled()).toBe(true);
    const client = await studio.signIn('client');
    await client.page.goto(address);
    await client.page.getByText('Your role does not show you what is rendered').waitFor();
  });
});
