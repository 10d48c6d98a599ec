import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { startPostgres } from '../apps/backend/src/database/embeddedPostgres.ts';
import { migrate } from '../apps/backend/src/schema/migrate.ts';
import { openChromium } from '../test/dashboard/chromium.ts';
import { servePages } from '../test/dashboard/pages.ts';
import { PRODUCER, startServer } from './apiServer.ts';

/** How often a page is opened, each time by a browser that was never there. */
const OPENED = 15;

const folder = await mkdtemp(join(tmpdir(), 'mondwerk-bench-'));
await chmod(folder, 0o755); // a root's PostgreSQL runs as another user
const postgres = await startPostgres(join(folder, 'database'), { durable: false });
try {
  await migrate(postgres.url);
  const server = await startServer(postgres.url, folder);
  const pages = await servePages(server.url);
  const browser = await openChromium();
  console.log(`filled: ${await server.describe()}`);
  console.log(`load of this machine: ${loadavg()[0].toFixed(1)} on ${cpus().length} cores\n`);
  await openFirstPage(browser, pages.url); // so that nothing is done for the first time
  const times: number[] = [];
  for (let i = 0; i < OPENED; i++) times.push(await openFirstPage(browser, pages.url));
  times.sort((a, b) => a - b);
  const [least, median, most] = [times[0], times[times.length >> 1], times.at(-1)!].map((ms) =>
    ms.toFixed(0),
  );
  console.log(
    `first page until its titles are seen: ${least} / ${median} / ${most} ms (least, median, most of ${OPENED})`,
  );
  await browser.close();
  await pages.close();
  await server.close();
} finally {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}

/** Milliseconds from asking for the first page, with nothing in the browser's cache, until its titles are there. */
async function openFirstPage(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'en-GB' });
  const answer = await context.request.post(`${url}/api/session`, { data: PRODUCER });
  if (!answer.ok()) throw new Error(await answer.text());
  const page = await context.newPage();
  const before = performance.now();
  await page.goto(url, { waitUntil: 'commit' });
  await page
    .getByText(/^Title \d+$/)
    .first()
    .waitFor();
  const took = performance.now() - before;
  await context.close();
  return took;
}
