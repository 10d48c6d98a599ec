import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from '@mondwerk/media';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeliverOrder } from '../../apps/backend/src/pipeline/orders.ts';
import { Runs } from '../../apps/backend/src/queue/tables.ts';
import { deliveredWith } from '../backend/lighthouse.ts';
import { matched, REPLACED } from '../backend/replacements/replacedFilm.ts';
import { doJobs } from '../backend/toldStages.ts';
import { dropFilesOn } from './dropFiles.ts';
import { region } from './plan/onPage.ts';
import { makePlannableDub, storePictures, type PlannableDub } from './plan/plannedFilm.ts';
import { expectAccessible, openStudio, type Studio } from './studio.ts';

let folder: string;
let studio: Studio;
let page: Page;
let film: PlannableDub;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-replacement-'));
  const small = [
    '-f',
    'lavfi',
    '-i',
    'testsrc2=s=160x90:r=24:d=1',
    '-c:v',
    'libx264',
    '-preset',
    'ultrafast',
  ];
  await runProgram('ffmpeg', ['-v', 'error', ...small, join(folder, 'carla.mp4')]);
  studio = await openStudio();
  page = studio.page;
  await storePictures(studio.server.platform);
  film = await makePlannableDub(studio.server.platform, studio, 'The Lighthouse');
});
afterAll(async () => {
  await studio?.close();
  await rm(folder, { recursive: true, force: true });
});

const dialog = (name: string | RegExp): Locator => page.getByRole('dialog', { name });

const pick = async (label: string, name: string): Promise<void> => {
  await page.getByRole('button', { name: new RegExp(`^${label}`) }).click();
  await page.getByRole('combobox', { name: label }).fill(name);
  await page.keyboard.press('Enter');
};

/** Records a basis of somebody, which is for the whole face from the beginning. */
async function record(name: string): Promise<void> {
  await page.getByRole('button', { name: `Record rights of ${name}` }).click();
  const form = dialog(`Record a basis for ${name}`);
  expect(await form.getByRole('radio', { name: 'Whole face' }).isChecked()).toBe(true);
  await form.getByLabel('Signed by').fill(name);
  await form.getByRole('button', { name: 'Record' }).click();
  await form.waitFor({ state: 'detached' });
}

describe('the replacements of a title', () => {
  it('are a place of their own beside its dubs, which says what they are for', async () => {
    await page.goto(`${studio.url}/titles/${film.title}/dubs`);
    await page.getByRole('link', { name: 'Replacements' }).click();
    await page.getByText('Nobody is replaced yet').waitFor();
    expect(await page.title()).toBe('Replacements · Mondwerk');
    await expectAccessible(page);
  });

  it('begin with whose head it is, whose face it gets, and what is missing of both', async () => {
    await page.keyboard.press('n');
    const form = dialog('New replacement');
    await form.getByRole('button', { name: 'Make the replacement' }).click();
    await form.getByText('Choose whose head it is.').waitFor();
    await form.getByText('Choose whose face it gets.').waitFor();
    await pick('Who is replaced', 'Performer 1');
    await form.getByRole('button', { name: 'Somebody new' }).click();
    await form.getByRole('textbox', { name: 'Name', exact: true }).fill('Carla Ruiz');
    await expectAccessible(page);
    await form.getByRole('button', { name: 'Add', exact: true }).click();
    await form.getByRole('button', { name: 'Record rights of Carla Ruiz' }).waitFor();
    await form.getByText('Somebody who is not in the film needs footage.').waitFor();
    await record('Carla Ruiz');
    await form.getByRole('button', { name: 'Record rights of Carla Ruiz' }).waitFor({ state: 'detached' });
  });

  it('take donor footage that is dropped, and some shots by their pictures', async () => {
    const form = dialog('New replacement');
    const footage = form.getByRole('group', { name: 'Donor footage' });
    await dropFilesOn(footage, { name: 'carla.mp4', path: join(folder, 'carla.mp4') });
    await footage.getByText('arrived').waitFor();
    await form.getByRole('radio', { name: 'Only these' }).check();
    await form.getByRole('checkbox', { name: /^Shot 4/ }).uncheck();
    await expectAccessible(page);
    await form.getByRole('button', { name: 'Make the replacement' }).click();
    await page.waitForURL(/\/dubs\/[0-9a-f-]{36}$/);
    await page.getByRole('heading', { name: 'Performer 1 → Carla Ruiz' }).waitFor();
    await region(page, 'Shown').getByText('covered', { exact: false }).waitFor();
    await page.getByRole('listitem').filter({ hasText: 'carla.mp4' }).getByText('in use').waitFor();
    expect(await page.getByRole('checkbox', { name: /^Shot 4/ }).isChecked()).toBe(false);
    await expectAccessible(page);
  });

  it('are planned: which faces, at what cost, and what the footage lacks', async () => {
    const steps = page.getByRole('navigation', { name: 'Replacements' });
    expect(await steps.getByRole('link').allInnerTexts()).toEqual([
      'Faces and footage',
      'Plan and render',
      'Review',
      'Deliver',
    ]);
    await page.keyboard.press('p');
    await page.getByText('This replacement has not been planned yet').waitFor();
    await page.getByRole('button', { name: 'Plan', exact: true }).click();
    await region(page, 'Planning').getByText('Finding the shown performer').waitFor();
    await doJobs(studio.server.platform, matched({ 0: 48, 2: 40 }));
    const lacks = region(page, 'Donor footage');
    await lacks.getByText('150 of 200 frames with the shown face can be used.').waitFor();
    await lacks.getByText('Carla Ruiz is never seen from the left: film that too.').waitFor();
    await expectAccessible(page);
  });

  it('render nothing before both agreed, and then what was chosen', async () => {
    await page.getByText('2 of the chosen shots cannot be rendered', { exact: false }).waitFor();
    await page.getByRole('link', { name: 'Faces and footage' }).click();
    await record('Performer 1');
    await page
      .getByRole('navigation', { name: 'Replacements' })
      .getByRole('link', { name: 'Plan and render' })
      .click();
    await page.getByText('cannot be rendered', { exact: false }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Render 2 shots' }).click();
    await page.getByText('2 shots are on the way.').first().waitFor();
    await doJobs(studio.server.platform, REPLACED);
    await page.getByRole('link', { name: 'Review take 1: Shot 1' }).waitFor();
  });

  it('are delivered without a voice, and become the source of their title', async () => {
    const dub = page.url().split('/').at(-2)!;
    const takes = await studio.client.get<{ items: { id: string; version: number }[] }>(`/dubs/${dub}/takes`);
    for (const { id, version } of takes.body.items) {
      await studio.client.post(
        `/takes/${id}/verdicts`,
        { verdict: 'approved' },
        { 'if-match': `"${version}"` },
      );
    }
    await page.getByRole('link', { name: 'Deliver', exact: true }).click();
    await page.getByText('2 of 2 planned shots are approved').waitFor();
    expect(await page.getByText('earlier voice').count()).toBe(0);
    await page.getByRole('button', { name: 'Make the delivery' }).click();
    await page.getByText('is being made').waitFor();
    const { body } = await studio.client.get<{ items: { run: string }[] }>(`/dubs/${dub}/deliveries`);
    const { order } = await studio.server.platform.database.manager.findOneByOrFail(Runs, {
      id: body.items[0].run,
    });
    const key = (order as DeliverOrder).out;
    const sealed = { name: 'film_replaced.mov', key, sha256: 'c'.repeat(64), bytes: 12 };
    await doJobs(studio.server.platform, deliveredWith([sealed]));
    await page.getByRole('button', { name: 'Make this the title’s new source…' }).click();
    await dialog('Make it the new source?').getByRole('button', { name: 'Make it the source' }).click();
    await page.getByText('the title’s source', { exact: true }).waitFor();
    await expectAccessible(page);
  });

  it('are told of in the list, with both faces and how far each is', async () => {
    await page
      .getByRole('link', { name: /^Replacements/ })
      .first()
      .click();
    const entry = page.getByRole('list', { name: 'Replacements' }).getByRole('listitem').first();
    await entry.getByRole('img', { name: 'Carla Ruiz on the head of Performer 1' }).waitFor();
    await entry.getByText('2 of 2 approved').waitFor();
    await expectAccessible(page);
  });

  it('have complained of nothing', () => {
    expect(studio.complaints).toEqual([]);
  });
});
