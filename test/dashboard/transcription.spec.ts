import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addSpeechModel } from '../../apps/backend/src/models/addSpeechModel.ts';
import { speechModelsIn } from '../../apps/backend/src/models/speechModels.ts';
import { bringFilm, bringUpload } from '../backend/sampleFilm.ts';
import { writeTalkingModel } from '../speech/transcribe/talkingModel.ts';
import { twoSentences, wavOf } from '../speech/transcribe/voices.ts';
import { expectAccessible, openStudio, picture, type Studio } from './studio.ts';

/** A worker is a process of its own, and so is what understands words. */
const PATIENCE = { timeout: 120_000 };

let studio: Studio;
let page: Page;
let folder: string;
let dub: string;

const panel = (name: string): Locator =>
  page.locator('section').filter({ has: page.getByRole('heading', { name, exact: true, level: 2 }) });

const idOf = async (asked: Promise<{ readonly body: Readonly<Record<string, unknown>> }>): Promise<string> =>
  String((await asked).body.id);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-heard-'));
  studio = await openStudio({ worker: true });
  ({ page } = studio);
  const { client, organisation, server } = studio;
  const title = await idOf(client.post('/titles', { name: 'The Lighthouse', language: 'en' }));
  await bringFilm(server.platform, organisation, title);
  const id = await idOf(client.post(`/titles/${title}/dubs`, { language: 'de' }));
  const { samples } = twoSentences();
  const upload = await bringUpload(server.platform, {
    ...{ organisation, title, purpose: 'stem', name: 'de.wav', content: wavOf(samples) },
    facts: { seconds: samples.length / 16_000, channels: 1, sampleRate: 16_000 },
  });
  expect((await client.post(`/dubs/${id}/stems`, { upload })).status).toBe(201);
  dub = `${studio.url}/titles/${title}/dubs/${id}`;
});
afterAll(async () => {
  await studio?.close();
  await rm(folder, { recursive: true, force: true });
});

describe('a dub without a script', () => {
  it('says how a speech model is added where there is none', async () => {
    await page.goto(dub);
    const script = panel('Script');
    await script.getByText(/No speech model is installed here/).waitFor();
    await script.getByRole('button', { name: 'Transcribe the voice' }).click();
    await script
      .getByRole('alert')
      .getByText(/add one with `mondwerk models add FILE`/)
      .waitFor(PATIENCE);
    await expectAccessible(page);
  });

  it('gets an acoustic draft, which says that it is one', async () => {
    const script = panel('Script');
    await script.getByRole('button', { name: 'Draft from the sound' }).click();
    await script.getByText('An acoustic draft: 2 lines are without words.').waitFor(PATIENCE);
    await script.getByText('acoustic draft.srt').waitFor();
    await script.getByText(/^2 lines/).waitFor();
    expect(await script.getByRole('button', { name: 'Draft from the sound' }).count()).toBe(0);
    await expectAccessible(page);
    await picture(page, 'dub-draft');
  });

  it('is transcribed once there is a speech model, which the models page shows', async () => {
    const file = join(folder, 'ggml-greeter.bin');
    const pieces = [' Guten', ' Mor', 'gen', '.'];
    await writeTalkingModel(file, { ...{ language: 'de', start: 0.2, end: 1.2 }, pieces });
    const models = speechModelsIn(studio.server.platform.settings.DATA_FOLDER);
    await addSpeechModel(models, { file, licence: 'MIT' }, new AbortController().signal);
    await page.goto(`${studio.url}/models`);
    const row = page.getByRole('row').filter({ hasText: 'greeter' });
    await row.getByText('In use').waitFor();
    await row.getByText('MIT').waitFor();
    await expectAccessible(page);
    await page.goto(dub);
    const script = panel('Script');
    await script.getByRole('button', { name: 'Transcribe the voice' }).click();
    await script.getByText('Transcribed by greeter: check the words.').waitFor(PATIENCE);
    await script.getByText('transcribed by greeter.srt').waitFor();
  });

  it('complains of nothing meanwhile', () => {
    expect(studio.complaints).toEqual([]);
  });
});
