import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChromium } from '../chromium.ts';
import type { Drive, TimelineBench } from './bench.ts';
import { serveTimeline } from './serveTimeline.ts';

/** In the page; here only its types are used. */
declare const window: TimelineBench;

const WIDTH = 1366;
const FRAMES = 120;

let served: Awaited<ReturnType<typeof serveTimeline>>;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  served = await serveTimeline();
  browser = await openChromium();
  page = await (await browser.newContext({ viewport: { width: WIDTH, height: 768 } })).newPage();
  await page.goto(served.url);
  await page.waitForFunction("document.title === 'Ready'");
});

afterAll(async () => {
  await browser?.close();
  served?.close();
});

const driven = (zooms: boolean): Promise<Drive> =>
  page.evaluate(([frames, zoom]) => window.drive(frames, zoom), [FRAMES, zooms] as const);

const at = (sorted: readonly number[], share: number): string =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(1);

/** Machines differ and are busy: times are told, not judged. */
function tell(what: string, { between, script, mostItems, longTasks }: Drive): void {
  console.log(
    `${what}: frames ${at(between, 0.5)} ms, worst ${at(between, 1)} ms; script ${at(script, 0.5)} ms, ` +
      `95 % within ${at(script, 0.95)} ms; at most ${mostItems} items; ${longTasks} long tasks`,
  );
}

describe('the timeline of a film with 2,000 shots, 6,000 faces and 6,000 lines', () => {
  it('draws no more than its pixels have room for, however far one zooms', async () => {
    const drive = await driven(true);
    tell('zooming', drive);
    // 14,000 things and a million samples: sixteen rows are in sight, and not even half of their pixels get a stroke.
    expect(drive.mostItems).toBeLessThan(WIDTH * 8);
    expect(drive.mostItems).toBeGreaterThan(100);
    expect(drive.pictures).toBeGreaterThan(FRAMES / 2);
  });

  it('draws only what is in sight while it scrolls', async () => {
    await page.evaluate(() => window.show(false));
    const drive = await driven(false);
    tell('scrolling', drive);
    // The sound in every pixel, and some 20 shots, faces and lines in each row.
    expect(drive.mostItems).toBeLessThan(WIDTH + 700);
  });

  it('draws no more where the last faces are', async () => {
    await page.evaluate(() => {
      window.scrollDown();
      window.show(true);
    });
    const drive = await driven(true);
    tell('zooming, scrolled down', drive);
    expect(drive.mostItems).toBeLessThan(WIDTH * 8);
  });

  it('draws nothing while nothing changes', async () => {
    const before = await page.evaluate(() => window.settle());
    expect(await page.evaluate(() => window.settle(10))).toEqual(before);
  });

  it('moves only the playhead while the film plays in sight', async () => {
    await page.evaluate(() => window.show(false));
    const before = await page.evaluate(() => window.settle());
    await page.evaluate(() => window.play(0, 100));
    expect(await page.evaluate(() => window.settle())).toEqual({ ...before, frame: 99 });
  });

  it('turns the page when the film plays out of sight', async () => {
    await page.evaluate(() => window.play(5000, 5001));
    const { start } = await page.evaluate(() => window.settle());
    expect(start).toBeGreaterThan(4000);
    expect(start).toBeLessThan(5000);
  });

  it('scrubs when somebody drags on the ruler, and moves when they drag below it', async () => {
    const { start } = await page.evaluate(() => window.settle());
    const dragged = async (y: number, from: number, to: number) => {
      await page.mouse.move(from, y);
      await page.mouse.down();
      await page.mouse.move(to, y, { steps: 4 });
      await page.mouse.up();
      return page.evaluate(() => window.settle());
    };
    expect(await dragged(10, 100, 300)).toMatchObject({ start, frame: Math.floor(start + 300) });
    expect((await dragged(200, 600, 400)).start).toBeCloseTo(start + 200);
  });
});
