import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { TOTP } from 'otpauth';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendDue } from '../../apps/backend/src/events/sendMessages.ts';
import { clientOf } from '../backend/client.ts';
import { expectAccessible, openStudio, picture, type Studio } from './studio.ts';

const PASSWORD = 'correct horse battery staple';

let studio: Studio;
let page: Page;
beforeAll(async () => {
  studio = await openStudio();
  ({ page } = studio);
});
afterAll(() => studio?.close());

const eventually = <Value>(look: () => Promise<Value>) => expect.poll(look, { timeout: 20_000 });

const goTo = (path: string): Promise<unknown> => page.goto(`${studio.url}${path}`);

const dialog = (name?: string): Locator => page.getByRole('dialog', { name });

/** What is shown once in the window that is open. */
const shownSecret = (label: RegExp): Promise<string> => dialog().getByLabel(label).inputValue();

/** Takes note of what is shown once. */
const done = (): Promise<void> => dialog().getByRole('button', { name: 'I have it' }).click();

describe('people', () => {
  const rowOf = (name: string): Locator => page.getByRole('row', { name: new RegExp(name) });

  const choose = async (name: string, act: string): Promise<void> => {
    await rowOf(name).getByRole('button', { name: /^Menu/ }).click();
    await page.getByRole('menuitem', { name: act }).click();
  };

  it('are invited with a link that is shown once, and come in with it', async () => {
    await goTo('/people');
    await page.getByRole('heading', { name: 'What each role may do' }).waitFor();
    await page.keyboard.press('n');
    await dialog().getByLabel('Name').fill('Ana López');
    await dialog().getByLabel('E-mail').fill('ana@example.org');
    await dialog().getByLabel('Role').selectOption('Producer');
    await dialog().getByText('approves takes and delivers').waitFor();
    await expectAccessible(page);
    await dialog().getByRole('button', { name: 'Add somebody' }).click();
    await dialog().getByText('This is shown once.').waitFor();
    const link = new URL(await shownSecret(/^Link for Ana/));
    await expectAccessible(page);
    await done();
    await rowOf('Ana López').getByText('Producer').waitFor();

    const guest = await (await studio.signIn('client')).context.browser()!.newContext({ locale: 'en-GB' });
    const door = await guest.newPage();
    await door.goto(`${studio.url}${link.pathname}${link.hash}`);
    await door.getByLabel('New password').fill(PASSWORD);
    await door.getByRole('button', { name: 'Save' }).click();
    await door.getByLabel('E-mail').fill('ana@example.org');
    await door.getByLabel('Password').fill(PASSWORD);
    await door.getByRole('button', { name: 'Sign in' }).click();
    await door.getByRole('button', { name: 'Ana López' }).waitFor();
    await guest.close();
  });

  it('get another name and role', async () => {
    await choose('Ana López', 'Change…');
    await dialog().getByLabel('Name').fill('Ana López Díaz');
    await dialog().getByLabel('Role').selectOption('Reviewer');
    await dialog().getByRole('button', { name: 'Save' }).click();
    await rowOf('Ana López Díaz').getByText('Reviewer').waitFor();
  });

  it('are shut out, which can be undone', async () => {
    await choose('Ana López Díaz', 'Shut out');
    await rowOf('Ana López Díaz').getByText('Shut out').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await rowOf('Ana López Díaz').getByText('May sign in').waitFor();
    await picture(page, 'people');
  });

  it('are removed only when asked twice, and cannot remove themselves by accident', async () => {
    await choose('Ana López Díaz', 'Remove…');
    await dialog('Remove Ana López Díaz?').getByRole('button', { name: 'Remove' }).click();
    await rowOf('Ana López Díaz').waitFor({ state: 'detached' });
    await rowOf('A administrator.*you').getByRole('button', { name: /^Menu/ }).click();
    expect(await page.getByRole('menuitem', { name: 'Remove…' }).getAttribute('aria-disabled')).toBe('true');
    await page.keyboard.press('Escape');
  });

  it('are not found by a name that nobody has', async () => {
    await page.getByLabel('Find by name or e-mail').fill('zzz');
    await page.getByText('Nobody is called that').waitFor();
  });
});

describe('API tokens', () => {
  it('are good for what is chosen, are shown once, and end when revoked', async () => {
    await goTo('/tokens');
    await page.getByText('Make one for each program').or(page.getByRole('row')).first().waitFor();
    await page.getByRole('button', { name: 'Make a token' }).click();
    await dialog().getByLabel('Name of the program').fill('Asset manager');
    await dialog().getByLabel('Only what is chosen here').check();
    const make = dialog().getByRole('button', { name: 'Make a token' });
    expect(await make.isDisabled()).toBe(true);
    await dialog().getByRole('checkbox', { name: 'Titles: See', exact: true }).check();
    await expectAccessible(page);
    await picture(page, 'token');
    await make.click();
    const token = await shownSecret(/^Token of/);
    await done();
    const program = clientOf(studio.server, { authorization: `Bearer ${token}` });
    expect((await program.get('/titles')).status).toBe(200);
    expect((await program.get('/people')).status).toBe(403);

    const row = page.getByRole('row', { name: /Asset manager/ });
    await row.getByText('Titles: See').waitFor();
    await row.getByRole('button', { name: /^Revoke/ }).click();
    await dialog('Revoke the token of “Asset manager”?').getByRole('button', { name: 'Revoke' }).click();
    await dialog().waitFor({ state: 'detached' });
    await row.waitFor({ state: 'detached' });
    expect((await program.get('/titles')).status).toBe(401);
  });
});

describe('webhooks', () => {
  let receiver: Server;
  let answer = 204;
  beforeAll(async () => {
    receiver = createServer((incoming, outgoing) => {
      incoming.resume().on('end', () => outgoing.writeHead(answer).end());
    });
    receiver.listen(0, '127.0.0.1');
    await once(receiver, 'listening');
  });
  afterAll(() => receiver.close());

  const send = (): Promise<unknown> => sendDue({ ...studio.server.platform, allowPrivate: true });

  it('are made with a secret that is shown once', async () => {
    await goTo('/webhooks');
    await page.getByText('No other program is told what happens').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Add a webhook' }).click();
    const address = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
    await dialog().getByLabel('Address').fill(address);
    await dialog().getByLabel('Only what is chosen here').check();
    await dialog().getByLabel('Take to review').check();
    await dialog().getByRole('button', { name: 'Add a webhook' }).click();
    expect(await shownSecret(/^Secret/)).toMatch(/^whsec_/);
    await done();
    await page.getByRole('heading', { name: address }).waitFor();
  });

  it('are tested; a message that failed is sent again', async () => {
    answer = 500;
    await page.getByRole('button', { name: 'Send a test' }).click();
    const message = page.getByRole('row', { name: /Test/ });
    await message.waitFor();
    await send();
    await message.getByText(/answered 500/).waitFor();
    answer = 204;
    await message.getByRole('button', { name: 'Send again' }).click();
    await eventually(async () => {
      await send();
      return message.getByText('Delivered').count();
    }).toBe(1);
    await expectAccessible(page);
    await picture(page, 'webhooks');
    await message.getByRole('button', { name: /^Text of the message/ }).click();
    await dialog('Text of the message').getByText('"kind": "test"').waitFor();
    await page.keyboard.press('Escape');
  });

  it('are turned off, which can be undone, changed, and deleted when asked twice', async () => {
    await page.getByRole('button', { name: 'Turn off' }).click();
    await page.getByText(/^off since/).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('On', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    await dialog().getByLabel('Everything, also what comes later').check();
    await dialog().getByRole('button', { name: 'Save' }).click();
    await page.getByText('Everything, also what comes later').waitFor();
    await page.getByRole('button', { name: 'Delete' }).click();
    await dialog('Delete the webhook?').getByRole('button', { name: 'Delete' }).click();
    await page.getByText('No other program is told what happens').waitFor();
  });
});

describe('the audit log', () => {
  it('says who did what to what, and finds it', async () => {
    await goTo('/audit');
    const list = page.getByRole('list', { name: 'Audit log' });
    const added = list.getByRole('listitem').filter({ hasText: 'Person added' });
    await added.getByText('Ana López').waitFor();
    await added.getByText('A administrator').waitFor();
    await page.getByLabel('Find in what is loaded').fill('webhook deleted');
    await eventually(() => list.getByRole('listitem').count()).toBe(1);
    await list.getByText(/^http:/).waitFor();
    await page.getByLabel('Find in what is loaded').fill('');
    await expectAccessible(page);
    await picture(page, 'audit');
    await added.getByRole('button', { name: /^Details/ }).click();
    await dialog('Person added').getByText('people.create').waitFor();
    await page.keyboard.press('Escape');
    await page.getByLabel('Who').selectOption('A client');
    await list.getByText('Signed in').first().waitFor();
    await eventually(() => added.count()).toBe(0);
  });
});

describe('settings', () => {
  it('set up an authenticator app with its QR code, and do without it again', async () => {
    const visitor = await studio.signIn('artist');
    const own = visitor.page;
    await own.goto(`${studio.url}/settings`);
    await own.getByRole('button', { name: 'Set it up' }).waitFor();
    await expectAccessible(own);
    await picture(own, 'settings');
    await own.getByRole('button', { name: 'Set it up' }).click();
    await own.getByRole('img', { name: 'QR code for the authenticator app' }).waitFor();
    await expectAccessible(own);
    await picture(own, 'authenticator');
    const totp = new TOTP({ secret: await own.locator('code').innerText() });
    await own.getByLabel('First code that it shows').fill(totp.generate());
    await own.getByRole('button', { name: 'Confirm' }).click();
    await own.getByText('Each lets you in once without the app.').waitFor();
    const codes = await own
      .getByRole('list', { name: 'Recovery codes' })
      .getByRole('listitem')
      .allInnerTexts();
    expect(codes).toHaveLength(10);
    await own.getByRole('button', { name: 'I have it' }).click();
    await own.getByText('10 recovery codes are left.').waitFor();

    await own.getByLabel('Code of the app, or a recovery code').fill('000000');
    await own.getByRole('button', { name: 'Turn it off' }).click();
    await own.getByRole('alert').getByText('The code is wrong').waitFor();
    await own.getByLabel('Code of the app, or a recovery code').fill(codes[0]);
    await own.getByRole('button', { name: 'Turn it off' }).click();
    await own.getByRole('button', { name: 'Set it up' }).waitFor();
  });

  it('speak another language at once', async () => {
    const { page: own } = await studio.signIn('producer');
    await own.goto(`${studio.url}/settings`);
    await own.getByLabel('Language').selectOption('Deutsch');
    await own.getByRole('heading', { name: 'Einstellungen' }).waitFor();
    await own.getByLabel('Sprache').selectOption('Français');
    await own.getByRole('heading', { name: 'Réglages' }).waitFor();
  });

  it('turn keys of a single letter off', async () => {
    await goTo('/settings');
    await page.getByLabel('Keys of a single letter').uncheck();
    await goTo('/people');
    await page.getByRole('button', { name: 'Add somebody' }).waitFor();
    await page.keyboard.press('n');
    expect(await dialog().count()).toBe(0);
    await page.keyboard.press('g');
    await page.keyboard.press('s');
    await page.getByLabel('Keys of a single letter').check();
  });

  it('rename the organisation', async () => {
    await goTo('/settings');
    const form = page.locator('form').filter({ hasText: 'Room for files' });
    await form.getByLabel('Name').fill('Studio Seven');
    await form.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.').first().waitFor();
    const { body } = await studio.client.get(`/organisations/${studio.organisation}`);
    expect(body).toMatchObject({ name: 'Studio Seven' });
  });

  it('lead a client only where clients may go', async () => {
    const { page: own } = await studio.signIn('client');
    await own.goto(`${studio.url}/settings`);
    const places = own.getByRole('navigation', { name: 'Administration' }).getByRole('link');
    await eventually(() => places.allInnerTexts()).toEqual(['Settings']);
  });
});

it('has complained of nothing but the wrong code', () => {
  expect(studio.complaints.filter((complaint) => !complaint.includes('a status of 422'))).toEqual([]);
});
