import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { recordConsent } from '../../backend/renders/renderedDub.ts';
import { openStudio, picture, type Studio } from '../studio.ts';
import { region } from './onPage.ts';

describe('a real worker', () => {
  let studio: Studio;
  let page: Page;
  let title: string;
  let dub: string;

  beforeAll(async () => {
    studio = await openStudio({ worker: true });
    page = studio.page;
    const { body } = await studio.client.post<{ id: string; dub: string }>('/titles/sample');
    ({ id: title, dub } = body);
    interface Summary {
      readonly source: { readonly state: string };
    }
    const analysed = async (): Promise<boolean> =>
      (await studio.client.get<Summary>(`/titles/${title}/summary`)).body.source.state === 'ready';
    await vi.waitUntil(analysed, { timeout: 240_000, interval: 500 });
    const cast = await studio.client.get<{ items: { id: string }[] }>(`/titles/${title}/performers`);
    await recordConsent(
      studio.client,
      cast.body.items.map(({ id }) => id),
    );
  }, 300_000);
  afterAll(async () => {
    expect(studio?.complaints).toEqual([]);
    await studio?.close();
  });

  it('plans and renders the sample, and is watched while it does', async () => {
    await page.goto(`${studio.url}/titles/${title}/dubs/${dub}/plan`);
    await page.getByRole('button', { name: 'Plan', exact: true }).click();
    await page.getByRole('button', { name: 'Render 3 shots' }).waitFor({ timeout: 120_000 });
    await picture(page, 'plan');
    await page.keyboard.press('r');
    const rendering = region(page, 'Rendering');
    await rendering.getByText(/^\d+ of 114 frames$/).waitFor({ timeout: 60_000 });
    await rendering.getByText(/^About .* left$/).waitFor();
    await rendering.getByText('1 of 3 shots done').waitFor({ timeout: 120_000 });
    await picture(page, 'plan-rendering');
    await rendering.waitFor({ state: 'detached', timeout: 240_000 });
    expect(await page.getByRole('link', { name: /^Review take 1/ }).count()).toBe(3);
  }, 480_000);
});
