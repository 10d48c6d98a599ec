import { AxeBuilder } from '@axe-core/playwright';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as newId } from 'uuid';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Role } from '../../apps/backend/src/access/roles.ts';
import { hashPassword } from '../../apps/backend/src/people/password.ts';
import { Organisations, People } from '../../apps/backend/src/people/tables.ts';
import { as, type Client } from '../backend/client.ts';
import { startMondwerk, type Running } from '../backend/mondwerk.ts';
import { startServer, tokenOf, type TestServer } from '../backend/server.ts';
import { openChromium } from './chromium.ts';
import { dashboardBuilt } from './dashboardBuilt.ts';
import { servePages, type Pages } from './pages.ts';

const PASSWORD = 'correct horse battery staple';

/** Somebody who looks at the dashboard. */
export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly person: string;
  readonly email: string;
}

/** A studio with a real server and database, the built dashboard, a real browser, and a worker if wished. */
export interface Studio {
  /** The dashboard. */
  readonly url: string;
  readonly server: TestServer;
  readonly organisation: string;
  /** The page of an administrator who is signed in. */
  readonly page: Page;
  readonly administrator: Visitor;
  /** The API as the administrator, for what a test does not want to click. */
  readonly client: Client;
  /** Lets somebody with a role in, in a browser window of their own. */
  signIn(role: Role, options?: Window): Promise<Visitor>;
  /** What the browser complained of: errors in the console, pages that broke, requests to elsewhere. */
  readonly complaints: string[];
  close(): Promise<void>;
}

interface Window {
  readonly width?: number;
  readonly height?: number;
  readonly language?: string;
}

interface StudioOptions extends Window {
  /** Whether a real worker process does the jobs. */
  readonly worker?: boolean;
  readonly environment?: NodeJS.ProcessEnv;
}

/** Opens one. */
export async function openStudio({
  worker = false,
  environment,
  ...window
}: StudioOptions = {}): Promise<Studio> {
  const server = await startServer({ TRUST_PROXY: 'true', REQUESTS_PER_MINUTE: '1000000', ...environment });
  await dashboardBuilt();
  const pages = await servePages(server.url);
  const browser = await openChromium();
  const working = worker ? startWorker(server) : undefined;
  const organisation = newId();
  await server.platform.database.manager.save(Organisations, {
    id: organisation,
    name: 'Studio',
    quota: null,
  });
  const complaints: string[] = [];
  const signIn = (role: Role, options: Window = {}): Promise<Visitor> =>
    letIn({ server, pages, browser, organisation, complaints }, role, { ...window, ...options });
  const administrator = await signIn('administrator');
  const token = await tokenOf(server, { person: administrator.person, organisation });
  return {
    url: pages.url,
    ...{ server, organisation, administrator, signIn, complaints },
    page: administrator.page,
    client: as(server, token),
    close: async () => {
      await browser.close();
      await pages.close();
      working?.child.kill('SIGTERM');
      await working?.ended;
      await server.close();
    },
  };
}

function startWorker({ platform }: TestServer): Running {
  const { DATABASE_URL, DATA_FOLDER } = platform.settings;
  return startMondwerk(['worker', '--concurrency', '1'], tmpdir(), { DATABASE_URL, DATA_FOLDER });
}

interface Door {
  readonly server: TestServer;
  readonly pages: Pages;
  readonly browser: Browser;
  readonly organisation: string;
  readonly complaints: string[];
}

async function letIn(door: Door, role: Role, window: Window): Promise<Visitor> {
  const { width = 1366, height = 768, language = 'en-GB' } = window;
  const person = newId();
  const email = `${role}.${person.slice(-6)}@example.org`;
  await door.server.platform.database.manager.save(People, {
    ...{ id: person, organisation: door.organisation, email, role, operator: false, disabledAt: null },
    name: `A ${role}`,
    password: await hashPassword(PASSWORD),
  });
  const context = await door.browser.newContext({
    viewport: { width, height },
    locale: language,
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(30_000);
  const data = { email, password: PASSWORD };
  const answer = await context.request.post(`${door.pages.url}/api/session`, { data });
  expect(answer.ok(), await answer.text()).toBe(true);
  const page = await context.newPage();
  listenToComplaints(page, door);
  return { page, context, person, email };
}

function listenToComplaints(page: Page, { pages, complaints }: Door): void {
  page.on('pageerror', (error) => complaints.push(String(error.stack ?? error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('request', (request) => {
    if (!/^(blob|data):/.test(request.url()) && !request.url().startsWith(pages.url))
      complaints.push(request.url());
  });
}

/** Has axe look at a page by the rules of WCAG 2.2 AA; it must find nothing. */
export async function expectAccessible(page: Page): Promise<void> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  const found = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map(({ html }) => html).join('\n  ')}`,
  );
  expect(found).toEqual([]);
}

const PICTURES = join(import.meta.dirname, '../../docs/screens');

/** Takes a picture of a page for the documentation, when MONDWERK_PICTURES=true asks for it. */
export async function picture(page: Page, name: string): Promise<void> {
  if (process.env.MONDWERK_PICTURES !== 'true') return;
  await mkdir(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${name}.png`) });
}
