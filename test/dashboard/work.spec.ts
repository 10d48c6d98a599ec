import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Json } from '../backend/client.ts';
import { plannedDub, readyDub } from '../backend/dubs/plannedDub.ts';
import { startMondwerk, type Running } from '../backend/mondwerk.ts';
import { recordConsent, renderingOf } from '../backend/renders/renderedDub.ts';
import { doJobs } from '../backend/toldStages.ts';
import { makeFiles } from '../backend/uploads/files.ts';
import { expectAccessible, openStudio, picture, type Studio } from './studio.ts';

let studio: Studio;
let page: Page;
let folder: string;
let plan: string;
beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'mondwerk-work-')));
  studio = await openStudio({ environment: { IMPORT_ROOTS: folder } });
  ({ page } = studio);
});
afterAll(async () => {
  await studio?.close();
  await rm(folder, { recursive: true, force: true });
});

const eventually = <Value>(look: () => Promise<Value>) => expect.poll(look, { timeout: 20_000 });

const region = (name: string): Locator => page.getByRole('region', { name, exact: true });

const rowOf = (list: string): Locator =>
  region(list)
    .getByRole('row', { name: /Rendering/ })
    .first();

async function render(): Promise<string> {
  const { body } = await studio.client.post<{ run: { id: string } }>(`/plans/${plan}/renders`);
  return body.run.id;
}

async function openMenuOf(row: Locator): Promise<void> {
  await row.getByRole('button', { name: /^Menu/ }).click();
}

it('says on an empty installation that nobody works, and what to do about it', async () => {
  await page.goto(`${studio.url}/work`);
  await page.getByText('No worker is there').waitFor();
  await page.getByText('Nothing waits and nothing is being done').waitFor();
  expect(await page.title()).toBe('Workers · Mondwerk');
  await expectAccessible(page);
});

describe('the queue', () => {
  beforeAll(async () => {
    const { platform } = studio.server;
    const { performers, dub } = await readyDub(platform, studio.client, studio.organisation);
    await recordConsent(studio.client, performers);
    plan = await plannedDub(platform, studio.client, dub, [10, 10, 10]);
  });

  it('shows what waits; it is made more urgent, paused, and goes on', async () => {
    await render();
    await page.goto(`${studio.url}/work`);
    const row = rowOf('Queue');
    await row.getByText('Waiting', { exact: true }).waitFor();
    await row.getByText('Normal').waitFor();
    await row.getByText('A film').waitFor();
    await row.getByText('A administrator').waitFor();
    await openMenuOf(row);
    await page.getByRole('menuitem', { name: 'More urgent' }).click();
    await row.getByText('Before all').waitFor();
    await row.getByRole('button', { name: /^Pause/ }).click();
    await row.getByText('Paused', { exact: true }).waitFor();
    await row.getByRole('button', { name: /^Resume/ }).click();
    await row.getByText('Waiting', { exact: true }).waitFor();
  });

  it('stops what waits only when asked twice, and tries it again with a reason', async () => {
    await openMenuOf(rowOf('Queue'));
    await page.getByRole('menuitem', { name: 'Stop' }).click();
    const asked = page.getByRole('dialog', { name: 'Stop “Rendering · A film · Spanish”?' });
    await asked.getByText('What is done stays done').waitFor();
    await asked.getByRole('button', { name: 'Stop' }).click();
    const row = rowOf('Ended');
    await row.getByText('Stopped').waitFor();
    await row.getByRole('button', { name: /^Try again/ }).click();
    const why = page.getByRole('dialog', { name: /^Try “Rendering/ });
    await why.getByLabel('Why it may work now').fill('The client wants it after all.');
    await why.getByRole('button', { name: 'Try again' }).click();
    await rowOf('Queue').getByText('Waiting', { exact: true }).waitFor();
    const { body } = await studio.client.get<{ items: Json[] }>('/runs?state=running');
    expect(body.items).toMatchObject([{ reason: 'The client wants it after all.' }]);
    await expectAccessible(page);
    await picture(page, 'workers');
  });

  it('is only looked at by who may not change it', async () => {
    const reviewer = await studio.signIn('reviewer');
    await reviewer.page.goto(`${studio.url}/work`);
    const pause = reviewer.page.getByRole('button', { name: /^Pause/ });
    await pause.waitFor();
    expect(await pause.isDisabled()).toBe(true);
    expect(await pause.getAttribute('title')).toContain('Your role does not allow this');
    expect(await reviewer.page.getByRole('link', { name: 'Webhooks' }).count()).toBe(0);
  });

  it('tells of a run with thousands of steps what failed, why, and the way out', async () => {
    const { platform } = studio.server;
    await doJobs(platform, renderingOf());
    const run = await render();
    await doJobs(platform, renderingOf());
    await platform.database.query(
      `INSERT INTO jobs (id, organisation, run, stage, shot, state, priority, capability)
       SELECT gen_random_uuid(), organisation, id, 'renderMouths', n, 'done', 50, 'cpu'
       FROM runs, generate_series(3, 2500) n WHERE runs.id = $1`,
      [run],
    );
    await platform.database.query(
      `UPDATE jobs SET state = 'failed', reason = 'The disk is full.', hint = 'Make room, then try it again.'
       WHERE run = $1 AND shot IN (0, 1, 2, 9)`,
      [run],
    );
    await platform.database.query(`UPDATE runs SET state = 'failed-in-part' WHERE id = $1`, [run]);
    await page.goto(`${studio.url}/work`);
    await rowOf('Ended').getByText('Failed in part').waitFor();
    await rowOf('Ended').getByRole('link', { name: 'Rendering' }).click();
    await page.getByText('Shots 1–3, 10').waitFor();
    await page.getByText('Way out: Make room, then try it again.').waitFor();
    const steps = page.getByRole('list', { name: 'Steps' });
    await steps.getByRole('listitem').first().waitFor();
    expect(await steps.getByRole('listitem').count()).toBeLessThan(60);
    await expectAccessible(page);
    await picture(page, 'steps');
    await page.getByLabel('State').selectOption('Failed');
    await eventually(() => steps.getByRole('listitem').count()).toBe(4);
    await page.getByLabel('State').selectOption('Every state');
    await eventually(() => steps.getByRole('listitem').count()).toBeGreaterThan(10);
    await steps.focus();
    await eventually(async () => {
      await page.keyboard.press('End');
      return steps.getByRole('listitem').last().getAttribute('aria-setsize');
    }).toBe('2503');
  });
});

it('shows a real worker, and what it has done', async () => {
  const { film } = await makeFiles(folder);
  const { DATABASE_URL, DATA_FOLDER } = studio.server.platform.settings;
  const { body: title } = await studio.client.post<{ id: string }>('/titles', { name: 'Test card' });
  const worker: Running = startMondwerk(['worker', '--concurrency', '1'], tmpdir(), {
    DATABASE_URL,
    DATA_FOLDER,
  });
  try {
    await page.goto(`${studio.url}/work`);
    const workers = page.getByRole('listitem').filter({ hasText: '1 job at once' });
    await workers.filter({ hasText: 'Idle' }).filter({ hasText: 'CPU' }).first().waitFor();
    await studio.client.post(`/titles/${title.id}/imports`, { path: film, purpose: 'source' });
    const row = region('Ended').getByRole('row', { name: /Analysis of the film.*Test card/ });
    await row.getByText('Done').waitFor({ timeout: 60_000 });
    await row.getByRole('link', { name: 'Analysis of the film' }).click();
    await page.getByRole('listitem').filter({ hasText: 'Finding the cuts' }).getByText('Done').waitFor();
  } finally {
    worker.child.kill('SIGTERM');
    await worker.ended;
  }
});

it('says of every model under which licence it comes and what that allows', async () => {
  await page.goto(`${studio.url}/models`);
  await page.getByRole('heading', { name: 'blazeface' }).waitFor();
  expect(await page.getByText('Commercial use allowed').count()).toBe(3);
  await page.getByText('Nobody has checked it: that is no permission.').waitFor();
  await studio.administrator.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Copy: faceres, Weights' }).click();
  await page.getByRole('button', { name: 'Copied: faceres, Weights' }).waitFor();
  const copied: string = await page.evaluate('navigator.clipboard.readText()');
  expect(copied).toMatch(/^2c7d2d62[0-9a-f]{56}$/);
  await expectAccessible(page);
  await picture(page, 'models');
});

it('has complained of nothing', () => {
  expect(studio.complaints).toEqual([]);
});
