import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Json } from '../backend/client.ts';
import { makeFiles } from '../backend/uploads/files.ts';
import { dropFiles, type Dropped } from './dropFiles.ts';
import { layShakyLine, type ShakyLine } from './shakyLine.ts';
import { expectAccessible, openStudio, picture, type Studio } from './studio.ts';

let folder: string;
let files: Awaited<ReturnType<typeof makeFiles>>;
let studio: Studio;
let line: ShakyLine;
let page: Page;
/** At which byte each request began that sent something. */
let offsets: number[];
let created: number;

const SLOW = 4_000_000;
const LARGE = 40_000_000;

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'mondwerk-films-')));
  files = await makeFiles(folder);
  studio = await openStudio({ environment: { IMPORT_ROOTS: folder } });
  line = await layShakyLine(studio.url);
});
afterAll(async () => {
  await line?.close();
  await studio?.close();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  line.mend();
  line.slow(null);
  ({ page } = await studio.signIn('producer'));
  [offsets, created] = [[], 0];
  page.on('dialog', (dialog) => void dialog.accept());
  page.on('request', (request) => {
    if (!request.url().includes('/api/uploads')) return;
    if (request.method() === 'POST') created++;
    if (request.method() === 'PATCH') offsets.push(Number(request.headers()['upload-offset']));
  });
  await page.goto(line.url);
  await page.getByRole('heading', { name: 'Titles' }).waitFor();
});

const panel = (): Locator => page.getByRole('region', { name: 'Uploads' });

/** Begins a title with a film that takes about ten seconds to send. */
async function begin(name: string): Promise<Dropped> {
  const film = { name: `${name}.mp4`, path: files.film, padding: LARGE };
  line.slow(SLOW);
  await dropFiles(page, film);
  const dialog = page.getByRole('dialog', { name: 'New title' });
  await expectName(dialog, name);
  await dialog.getByRole('button', { name: 'Create and upload' }).click();
  await onItsWay();
  return film;
}

/** Waits until bytes are seen to move. */
const onItsWay = (): Promise<void> =>
  panel()
    .getByText(/ MB\/s · .* left/)
    .waitFor();

const expectName = async (dialog: Locator, name: string): Promise<void> =>
  expect(await dialog.getByLabel('Name of the title').inputValue()).toBe(name);

const arrived = (name: string): Promise<void> =>
  panel()
    .filter({ hasText: `${name}.mp4Has arrived` })
    .waitFor();

const uploadsOf = async (name: string): Promise<Json[]> => {
  const { body } = await studio.client.get<{ items: Json[] }>('/uploads');
  return body.items.filter((upload) => upload.name === `${name}.mp4`);
};

describe('a film on its way to the server', () => {
  it('shows how fast it goes, pauses, goes on from there, also while one moves on', async () => {
    await begin('Harbour');
    await panel()
      .getByText(/ MB\/s · .* left/)
      .waitFor();
    await expectAccessible(page);
    await picture(page, 'uploads');
    await page.getByRole('button', { name: 'Pause: Harbour.mp4' }).click();
    await panel().getByText('Paused').waitFor();
    const [before] = await uploadsOf('Harbour');
    expect(before).toMatchObject({ state: 'receiving' });
    await page.getByRole('link', { name: 'Workers' }).click();
    line.slow(null);
    await page.getByRole('button', { name: 'Resume' }).click();
    await arrived('Harbour');
    const [first, ...later] = offsets;
    expect(first).toBe(0);
    expect(later.length).toBeGreaterThan(0);
    expect(Math.min(...later)).toBeGreaterThan(0);
    expect(await uploadsOf('Harbour')).toMatchObject([{ state: 'ready', used: true }]);
  });

  it('goes on by itself when the connection comes back', async () => {
    await begin('Storm');
    line.cut();
    await panel().getByText('The connection was lost. It goes on by itself.').waitFor();
    await page.getByRole('button', { name: 'Try now' }).waitFor();
    line.slow(null);
    line.mend();
    await arrived('Storm');
    expect(created).toBe(1);
    expect(offsets.at(-1)).toBeGreaterThan(0);
  });

  it('goes on from where it was after a reload, with the same file and no other', async () => {
    const film = await begin('Lighthouse');
    await page.reload();
    await panel().getByText('Interrupted: drop this file here again and it goes on').waitFor();
    await expectAccessible(page);
    line.slow(null);
    await dropFiles(page, { ...film, padding: LARGE + 1 });
    // Another film begins another title.
    await page.getByRole('dialog', { name: 'New title' }).getByRole('button', { name: 'Cancel' }).click();
    await dropFiles(page, { ...film, name: 'a copy of it.mp4' });
    await arrived('Lighthouse');
    expect(created).toBe(1);
    expect(offsets.at(-1)).toBeGreaterThan(0);
    expect(await page.evaluate('Object.keys(localStorage).filter((key) => /upload/.test(key))')).toEqual([]);
  });

  it('goes on by itself after a reload where the browser may still read the file', async () => {
    // A file of the browser's own, which asks nobody: choosing one is up to the browser's window.
    await page.addInitScript(`window.showOpenFilePicker = async () => {
      const store = await navigator.storage.getDirectory();
      return [await store.getFileHandle('Kept.mp4')];
    }`);
    await page.reload();
    await page.evaluate(`(async () => {
      const store = await navigator.storage.getDirectory();
      const writer = await (await store.getFileHandle('Kept.mp4', { create: true })).createWritable();
      await writer.write(new Uint8Array(${LARGE}));
      await writer.close();
    })()`);
    await page.keyboard.press('n');
    await page.getByRole('button', { name: 'Choose films' }).click();
    line.slow(SLOW);
    await page.getByRole('button', { name: 'Create and upload' }).click();
    await onItsWay();
    await page.reload();
    line.slow(null);
    // It is nothing but zeros.
    await panel()
      .getByText(/^Refused: /)
      .waitFor();
    expect(created).toBe(1);
    expect(offsets.at(-1)).toBeGreaterThan(0);
  });

  it('is refused in a sentence that says why, and may be put away', async () => {
    await dropFiles(page, { name: 'Noise.mov', path: files.noise });
    await page.getByRole('button', { name: 'Create and upload' }).click();
    await panel()
      .getByText(/^Refused: .*Noise\.mov/)
      .waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Remove from the list: Noise.mov' }).click();
    await panel().waitFor({ state: 'detached' });
  });

  it('asks once before it is cancelled, and leaves nothing behind', async () => {
    await begin('Regret');
    await page.getByRole('button', { name: 'Cancel the upload: Regret.mp4' }).click();
    const question = page.getByRole('dialog', { name: 'Cancel “Regret.mp4”?' });
    await expectAccessible(page);
    await question.getByRole('button', { name: 'Cancel the upload' }).click();
    await question.waitFor({ state: 'detached' });
    await panel().waitFor({ state: 'detached' });
    expect(await uploadsOf('Regret')).toMatchObject([{ state: 'removed' }]);
    await page.reload();
    await page.getByRole('heading', { name: 'Titles' }).waitFor();
    expect(await panel().count()).toBe(0);
  });
});

describe('a film in a folder of the server', () => {
  it('is imported by its path, and only from where that is allowed', async () => {
    await page.keyboard.press('n');
    await page.getByLabel('Name of the title').fill('Without a film');
    await page.getByRole('button', { name: 'Create the title' }).click();
    const row = page.getByRole('listitem').filter({ hasText: 'Without a film' });
    await row.getByRole('button', { name: 'Import from a folder of the server' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Path of the film on the server').fill('/etc/passwd');
    await dialog.getByRole('button', { name: 'Import' }).click();
    await dialog.getByRole('alert').filter({ hasText: 'IMPORT_ROOTS' }).waitFor();
    await expectAccessible(page);
    await dialog.getByLabel('Path of the film on the server').fill(files.film);
    await dialog.getByRole('button', { name: 'Import' }).click();
    await row.getByText('Analysing the film').waitFor();
  });
});
