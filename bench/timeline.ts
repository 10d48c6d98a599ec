import { openChromium } from '../test/dashboard/chromium.ts';
import type { Drive, TimelineBench } from '../test/dashboard/timeline/bench.ts';
import { serveTimeline } from '../test/dashboard/timeline/serveTimeline.ts';

/** In the page; here only its types are used. */
declare const window: TimelineBench;

/** From the smallest screen that the dashboard is made for to a wall. */
const SIZES = [
  [1366, 768],
  [2560, 1440],
  [3840, 2160],
] as const;

const FRAMES = 240;

const at = (sorted: readonly number[], share: number): string =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(1).padStart(6);

const row = (size: string, what: string, { between, script, mostItems, longTasks }: Drive): string =>
  [
    size.padEnd(11) + what.padEnd(10),
    ...[at(between, 0.5), at(between, 0.95), at(between, 1)],
    ...[at(script, 0.5), at(script, 0.95)],
    ...[String(mostItems).padStart(6), String(longTasks).padStart(5)],
  ].join(' ');

const served = await serveTimeline();
const browser = await openChromium();
console.log(
  '2,000 shots, 6,000 faces of 40 people, 3,000 lines in each of 2 languages; Chromium without a GPU',
);
console.log('screen     moving    frame ms: median, 95 %, worst; script ms: median, 95 %; items; long tasks');
for (const [width, height] of SIZES) {
  const page = await (await browser.newContext({ viewport: { width, height } })).newPage();
  await page.goto(served.url);
  await page.waitForFunction("document.title === 'Ready'");
  const driven = (zooms: boolean): Promise<Drive> =>
    page.evaluate(([frames, zoom]) => window.drive(frames, zoom), [FRAMES, zooms] as const);
  console.log(row(`${width}×${height}`, 'zooming', await driven(true)));
  await page.evaluate(() => window.show(false));
  console.log(row(`${width}×${height}`, 'scrolling', await driven(false)));
  await page.close();
}
await browser.close();
served.close();
