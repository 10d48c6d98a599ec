import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FLAGGED_FRAME, makeReviewedDub, type ReviewedDub } from './review/reviewedDub.ts';
import { expectAccessible, openStudio, type Studio } from './studio.ts';

/** What the canvas shows: the number of the frame, and whether the picture is of a take. */
const SEEN = `(() => {
  const canvas = document.querySelector('canvas');
  const { width, height } = canvas;
  const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
  const scale = Math.min(width / 160, height / 96);
  const [left, top] = [(width - 160 * scale) / 2, (height - 96 * scale) / 2];
  const light = (across, down) =>
    data[(Math.floor(top + down * 96 * scale) * width + Math.floor(left + across * 160 * scale)) * 4] > 126;
  const stripes = Array.from({ length: 10 }, (_, bit) => (bit + 0.5) / 10);
  return {
    number: stripes.reduce((sum, across, bit) => sum + (light(across, 0.35) ? 2 ** bit : 0), 0),
    take: stripes.slice(8).every((across) => light(across, 0.65)),
  };
})()`;

let folder: string;
let studio: Studio;
let made: ReviewedDub;
let page: Page;
let room: string;

interface Take {
  readonly id: string;
  readonly index: number;
  readonly number: number;
  readonly state: string;
  readonly settings: object;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-review-'));
  studio = await openStudio();
  made = await makeReviewedDub(studio.server.platform, studio, folder);
  room = `${studio.url}/titles/${made.title}/dubs/${made.dub}/review`;
  page = studio.page;
});

afterAll(async () => {
  await studio?.close();
  await rm(folder, { recursive: true, force: true });
});

async function open(at = '', whose = page): Promise<void> {
  await whose.goto(`${room}${at}`);
  await whose.getByRole('toolbar', { name: 'Playback' }).waitFor();
}

/** Waits until a frame is on the screen, and looks at it. */
async function seen(frame: number, whose = page): Promise<unknown> {
  await whose.locator(`canvas[data-frame="${frame}"]`).waitFor();
  return whose.evaluate(SEEN);
}

async function takes(): Promise<Take[]> {
  return (await studio.client.get<{ items: Take[] }>(`/dubs/${made.dub}/takes`)).body.items;
}

const details = () => page.getByRole('complementary', { name: 'About the shot' });

/** Waits until the server knows of something. */
const until = (isSo: (all: Take[]) => boolean): Promise<void> =>
  expect.poll(async () => isSo(await takes()), { timeout: 30_000 }).toBe(true);

describe('the review room', () => {
  beforeEach(() => open());

  it('begins with the first shot to review, and shows exactly the frame that the address says', async () => {
    expect(await seen(10)).toEqual({ number: 10, take: true });
    await open('?shot=2&frame=40');
    expect(await seen(40)).toEqual({ number: 40, take: true });
    await details().getByRole('heading', { name: 'Shot 3' }).waitFor();
    await page.getByLabel('Timecode').fill('50');
    await page.getByLabel('Timecode').press('Enter');
    expect(await seen(50)).toEqual({ number: 50, take: false });
    await page.waitForURL(/shot=3&frame=50/);
  });

  it('steps over a cut, and turns between film and take with one key', async () => {
    await open('?shot=1&frame=10');
    expect(await seen(10)).toEqual({ number: 10, take: true });
    await page.keyboard.press('ArrowLeft');
    expect(await seen(9)).toEqual({ number: 9, take: false });
    await details().getByRole('heading', { name: 'Shot 1' }).waitFor();
    await page.keyboard.press('Shift+ArrowRight');
    expect(await seen(19)).toEqual({ number: 19, take: true });
    await page.keyboard.press('a');
    await page.getByRole('button', { name: 'Original', exact: true, pressed: true }).first().waitFor();
    expect(await seen(19)).toEqual({ number: 19, take: false });
    await page.keyboard.press('w');
    await page.getByRole('slider', { name: 'Edge between original and dub' }).waitFor();
    await page.keyboard.press('s');
    await page.getByText('Take 1').first().waitFor();
    await page.keyboard.press('s');
    expect(await seen(19)).toEqual({ number: 19, take: true });
  });

  it('plays the shot over and over', async () => {
    await seen(10);
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Pause' }).waitFor();
    await seen(30);
    await seen(12);
    await page.keyboard.press('k');
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
    await details().getByRole('heading', { name: 'Shot 2' }).waitFor();
  });

  it('leads to lips that were flagged, and close to them', async () => {
    await details().getByText('The lips of “m” do not close enough.').waitFor();
    await page.keyboard.press('.');
    expect(await seen(FLAGGED_FRAME)).toEqual({ number: FLAGGED_FRAME, take: true });
    await page.keyboard.press('m');
    await page.getByRole('button', { name: 'Close to the mouth', pressed: true }).waitFor();
    await page.keyboard.press('m');
    await page.getByRole('button', { name: 'Close to the mouth', pressed: false }).waitFor();
  });

  it('is open to everybody, and so are its keys', async () => {
    await seen(10);
    await expectAccessible(page);
    await page.keyboard.press('n');
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await page.keyboard.press('x');
    await page.getByRole('dialog').waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await page.getByText('Compare with the take before').waitFor();
  });

  it('keeps a note on a frame with a drawing over it', async () => {
    await open('?shot=1&frame=15');
    await seen(15);
    await page.keyboard.press('n');
    await page.getByRole('textbox', { name: /Note at/ }).waitFor();
    await page.getByRole('button', { name: 'Yellow' }).click();
    const canvas = (await page.getByRole('img', { name: 'Draw here' }).boundingBox())!;
    await page.mouse.move(canvas.x + canvas.width / 4, canvas.y + canvas.height / 2);
    await page.mouse.down();
    await page.mouse.move(canvas.x + canvas.width / 2, canvas.y + canvas.height / 2, { steps: 4 });
    await page.mouse.up();
    // Who draws goes on writing: no letter is a shortcut.
    await page.keyboard.type('The lips should meet.');
    await page.keyboard.press('Control+Enter');
    const notes = details().getByRole('list', { name: 'Notes' });
    await notes.getByText('The lips should meet.').waitFor();
    const { body } = await studio.client.get<{ items: object[] }>(`/dubs/${made.dub}/notes`);
    expect(body.items).toMatchObject([
      {
        ...{ start: 15, end: 16, text: 'The lips should meet.' },
        drawing: { strokes: [{ colour: '#ffd60a', points: expect.arrayContaining([[0.25, 0.5]]) }] },
      },
    ]);
    await page.getByRole('button', { name: 'Shot 2', exact: false }).getByText('1 open note').waitFor();
    await notes.getByRole('button', { name: 'Done' }).click();
    await notes.getByText('done', { exact: true }).waitFor();
  });

  it('sends nothing that is taken back in time', async () => {
    await seen(10);
    await page.keyboard.press('y');
    await page.getByText('Shot 2, take 1: approved').waitFor();
    await details().getByRole('heading', { name: 'Shot 3' }).waitFor();
    await page.keyboard.press('Control+z');
    await details().getByRole('heading', { name: 'Shot 2' }).waitFor();
    await page.getByText('Shot 2, take 1: approved').waitFor({ state: 'detached' });
    await open();
    expect((await takes()).map(({ state }) => state)).toEqual(['to-review', 'to-review']);
  });

  it('sends a take back with what the next one shall be, and shows that as soon as it is there', async () => {
    await seen(10);
    await page.keyboard.press('x');
    const dialog = page.getByRole('dialog', { name: 'Send back take 1 of shot 2' });
    await dialog.getByLabel('What is wrong with it').fill('Too late.');
    await dialog.getByLabel('Move the mouths, in frames').fill('-2');
    await dialog.getByRole('button', { name: /^Add / }).click();
    await dialog.getByRole('button', { name: 'Send back' }).click();
    await details().getByRole('heading', { name: 'Shot 3' }).waitFor();
    await until((all) => all.some(({ index, state }) => index === 1 && state === 'sent-back'));
    await page.keyboard.press('ArrowUp');
    await page.getByRole('button', { name: /^All takes/ }).click();
    await page.keyboard.press('ArrowUp');
    await details().getByText('rendering').first().waitFor();
    await made.render();
    const history = details().getByRole('list', { name: 'Takes' });
    await history.getByText('Take 2').waitFor();
    await history.getByText(/-2 frames \(earlier\) · one span left as filmed/).waitFor();
    await history.getByText('Too late.').waitFor();
    const [second] = await takes();
    expect(second).toMatchObject({
      ...{ index: 1, number: 2, state: 'to-review' },
      settings: { delay: expect.closeTo(-0.0834, 3), untouched: [{ start: 10, end: 11 }] },
    });
    const shown = history.getByRole('listitem').filter({ hasText: 'Take 2' });
    await shown.getByRole('button', { name: 'Show', pressed: true }).waitFor();
    await page.keyboard.press('c');
    await history.getByRole('button', { name: 'Compare', pressed: true }).waitFor();
    await page.keyboard.press('a');
    expect(await seen(10)).toEqual({ number: 10, take: true });
  });

  it('does what was decided when the page is left at once', async () => {
    await open('?shot=2');
    await seen(31);
    await page.keyboard.press('Enter');
    await page.getByText('Shot 3, take 1: approved').waitFor();
    await page.goto('about:blank');
    await until((all) => all.some(({ index, state }) => index === 2 && state === 'approved'));
  });
});

describe('somebody of the client', () => {
  it('looks at takes, writes and decides, but neither renders nor sees who plays', async () => {
    const client = await studio.signIn('client');
    await open('', client.page);
    expect(await seen(10, client.page)).toEqual({ number: 10, take: true });
    await client.page.keyboard.press('x');
    await client.page.getByText('The studio renders the next take.').waitFor();
    await expectAccessible(client.page);
    await client.page.keyboard.press('Escape');
    await client.page.keyboard.press('y');
    await until((all) =>
      all.every(({ number, index, state }) => state === 'approved' || (index === 1 && number === 1)),
    );
    await client.page.getByText('All shots are reviewed.').waitFor();
  });
});

describe('a dub without takes', () => {
  it('says so, and where takes are made', async () => {
    const { body } = await studio.client.post<{ id: string }>(`/titles/${made.title}/dubs`, {
      language: 'de',
    });
    await page.goto(`${studio.url}/titles/${made.title}/dubs/${body.id}/review`);
    await page.getByText('Nothing has been rendered yet').waitFor();
    await page.locator('main a.bg-accent-deep', { hasText: 'Plan and render' }).waitFor();
    await expectAccessible(page);
  });
});

describe('all of it', () => {
  it('has complained of nothing', () => {
    expect(studio.complaints).toEqual([]);
  });
});
