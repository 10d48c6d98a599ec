import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openChromium } from '../../dashboard/chromium.ts';
import { make, scratch } from '../clips.ts';
import { splice } from './spliced.ts';

const folder = scratch();
let browser: Browser;

beforeAll(async () => {
  browser = await openChromium();
});

afterAll(() => browser.close());

/** Runs in the page: jumps to each instant of a film and sums up the picture that is shown there. */
const SUM_AT = `async (src, instants) => {
  const video = Object.assign(document.createElement('video'), { muted: true, src });
  const canvas = Object.assign(document.createElement('canvas'), { width: 96, height: 64 });
  const pen = canvas.getContext('2d');
  await new Promise((ready, fail) => {
    video.onloadeddata = ready;
    video.onerror = () => fail(new Error(video.error.message));
  });
  const sums = [];
  for (const instant of instants) {
    await new Promise((shown) => {
      const look = (now, { mediaTime }) =>
        mediaTime <= instant && mediaTime > instant - 0.04 ? shown() : video.requestVideoFrameCallback(look);
      video.requestVideoFrameCallback(look);
      video.currentTime = instant;
    });
    pen.drawImage(video, 0, 0);
    const { data } = pen.getImageData(0, 0, 96, 64);
    sums.push(data.reduce((sum, value, at) => (sum * 31 + value * (at % 251)) % 1000000007, 7));
  }
  return sums;
}`;

/** What a film shows at some instants, in a real browser, jumping from one to the next: a sum of each picture. */
async function seenAt(path: string, instants: readonly number[]): Promise<number[]> {
  const page = await browser.newPage();
  try {
    const source = `data:video/mp4;base64,${(await readFile(path)).toString('base64')}`;
    return await page.evaluate<number[]>(`(${SUM_AT})('${source}', ${JSON.stringify(instants)})`);
  } finally {
    await page.close();
  }
}

test('a browser shows the copied pictures as the film has them, wherever it jumps to', async () => {
  const film = join(folder, 'film.mp4');
  const x264 = '-c:v libx264 -preset veryfast -x264-params keyint=15:min-keyint=15:scenecut=0';
  await make(folder, `-f lavfi -i testsrc2=s=96x64:d=3:r=25 ${x264} -pix_fmt yuv420p`, 'film.mp4');
  await make(folder, '-f lavfi -i sine=f=300:d=3', 'voice.wav');
  const wish = { touched: [35, 36], name: 'out.mp4', voice: join(folder, 'voice.wav') };
  const { out, copied } = await splice(folder, film, wish);
  expect(copied.map(({ span }) => [span.start, span.end])).toEqual([
    [0, 30],
    [45, 75],
  ]);
  const instants = (frames: readonly number[]): number[] => frames.map((frame) => (frame + 0.5) / 25);
  const kept = instants([70, 3, 45, 29, 52, 0, 59, 14]);
  expect(await seenAt(out.path, kept)).toEqual(await seenAt(film, kept));
  const anew = await seenAt(out.path, instants([44, 30, 37]));
  expect(new Set(anew).size).toBe(3);
});
