import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AuditLog } from '../../../apps/backend/src/audit/tables.ts';
import type { Actor } from '../../../apps/backend/src/access/actor.ts';
import { removePerson } from '../../../apps/backend/src/people/changePeople.ts';
import { createFirstAdministrator } from '../../../apps/backend/src/people/firstAdministrator.ts';
import { People } from '../../../apps/backend/src/people/tables.ts';
import { as, clientOf, type Client } from '../client.ts';
import { addOrganisation, startServer, tokenOf, type Somebody, type TestServer } from '../server.ts';
import { askIn, browserAfter, givePassword, signIn } from './browser.ts';

const password = 'three quiet words';
interface Made {
  readonly id: string;
  readonly version: number;
  readonly email: string;
  readonly password: string | null;
  readonly invitation: { readonly token: string; readonly url: string } | null;
}

let server: TestServer;
let somebody: Somebody;
let administrator: Client;
beforeAll(async () => {
  server = await startServer();
  ({ administrator: somebody } = await addOrganisation(server.platform, 'administrator'));
  administrator = as(server, await tokenOf(server, somebody));
});
afterAll(() => server.close());

const add = async (email: string, more: object = {}): Promise<Made> => {
  const made = await administrator.post<Made>('/people', { email, name: 'Ada', role: 'artist', ...more });
  expect(made.status).toBe(201);
  return made.body;
};

describe('the first administrator', () => {
  it('is made once, however many processes start, and not when there is anybody', async () => {
    const fresh = await startServer();
    const made = await Promise.all([1, 2, 3].map(() => createFirstAdministrator(fresh.platform)));
    const first = made.find((one) => one !== null)!;
    expect(made.filter((one) => one !== null)).toHaveLength(1);
    const answer = await askIn(fresh, first);
    expect(answer.body).toMatchObject({ mustChangePassword: true, person: { operator: true } });
    await fresh.close();
    expect(await createFirstAdministrator(server.platform)).toBeNull();
  });

  it('can do nothing before choosing a password of their own', async () => {
    const fresh = await startServer();
    const lent = (await createFirstAdministrator(fresh.platform))!;
    const browser = await signIn(fresh, lent.email, lent.password);
    expect(await browser.get('/titles')).toMatchObject({
      status: 403,
      body: { type: '/problems/password-must-change' },
    });
    const changed = await browser.put<never>('/password', { password: lent.password, newPassword: password });
    expect((await browserAfter(fresh, changed).get('/titles')).status).toBe(200);
    await fresh.close();
  });
});

describe('people', () => {
  it('are invited with a link that works once', async () => {
    const { email, invitation } = await add('Ada.Link@example.org');
    expect(email).toBe('ada.link@example.org');
    expect(invitation!.url).toBe(`http://localhost:3000/invitation#${invitation!.token}`);
    const accept = (chosen: string): Promise<{ status: number }> =>
      clientOf(server).post('/invitations/accept', { token: invitation!.token, password: chosen });
    expect((await accept('short')).status).toBe(422);
    expect((await accept(password)).status).toBe(204);
    expect((await accept(password)).status).toBe(422);
    expect((await askIn(server, { email, password })).status).toBe(201);
  });

  it('are given a password that is lent', async () => {
    const { email, password: lent } = await add('ada.lent@example.org', { signIn: 'password' });
    const answer = await askIn(server, { email, password: lent });
    expect(answer.body.mustChangePassword).toBe(true);
  });

  it('have an e-mail that nobody else has', async () => {
    const body = { email: 'ADA.lent@example.org', name: 'Ada', role: 'artist' };
    expect(await administrator.post('/people', body)).toMatchObject({
      status: 409,
      body: { detail: 'ada.lent@example.org has an account already.' },
    });
  });

  it('are shut out at once and let in again', async () => {
    const made = await add('ada.out@example.org');
    const one = { person: made.id, organisation: somebody.organisation };
    const email = await givePassword(server, one, password);
    const [browser, token] = [await signIn(server, email, password), await tokenOf(server, one)];
    const { version } = (await administrator.get<Made>(`/people/${made.id}`)).body;
    const out = await administrator.patch<Made>(`/people/${made.id}`, version, { disabled: true });
    expect(out.status).toBe(200);
    expect((await browser.get('/session')).status).toBe(401);
    expect((await as(server, token).get('/session')).status).toBe(401);
    expect((await askIn(server, { email, password })).status).toBe(401);
    await administrator.patch(`/people/${made.id}`, out.body.version, { disabled: false });
    expect((await browser.get('/session')).status).toBe(401);
    expect((await askIn(server, { email, password })).status).toBe(201);
  });

  it('are never without an administrator', async () => {
    const path = `/people/${somebody.person}`;
    const refused = { status: 409, body: { type: '/problems/last-administrator' } };
    expect(await administrator.delete(path)).toMatchObject(refused);
    expect(await administrator.patch(path, 1, { role: 'artist' })).toMatchObject(refused);
    expect(await administrator.patch(path, 1, { disabled: true })).toMatchObject(refused);
  });

  it('are never without an administrator when two remove each other at once', async () => {
    const { administrator: first, organisation } = await addOrganisation(server.platform, 'administrator');
    const { manager } = server.platform.database;
    const second = await manager.save(People, {
      ...(await manager.findOneByOrFail(People, { id: first.person })),
      id: crypto.randomUUID(),
      email: 'second@example.org',
    });
    const actor = (person: string): Actor => ({
      ...{ person, organisation, role: 'administrator', operator: false, name: 'A' },
      ...{ mustChangePassword: false, token: null, scopes: null },
    });
    const remove = (by: string, whom: string): Promise<void> =>
      server.platform.database.transaction((tx) => removePerson(tx, actor(by), whom));
    const both = [remove(first.person, second.id), remove(second.id, first.person)];
    const refused = (await Promise.allSettled(both)).filter(({ status }) => status === 'rejected');
    expect(refused).toMatchObject([{ reason: { code: 'last-administrator' } }]);
    expect(await manager.countBy(People, { organisation })).toBe(1);
  });

  it('of an organisation do not change its operator', async () => {
    const { administrator: operator, producer } = await addOrganisation(
      server.platform,
      'administrator',
      'producer',
    );
    const { manager } = server.platform.database;
    await manager.update(People, { id: operator.person }, { operator: true });
    await manager.update(People, { id: producer.person }, { role: 'administrator' });
    const client = as(server, await tokenOf(server, producer));
    const path = `/people/${operator.person}`;
    expect((await client.patch(path, 2, { name: 'Me' })).status).toBe(403);
    expect((await client.post(`${path}/invitation`)).status).toBe(403);
    expect((await client.delete(path)).status).toBe(403);
    expect((await client.patch(`/people/${producer.person}`, 2, { operator: true })).status).toBe(403);
  });
});

describe('organisations', () => {
  it('are made by operators, with their first administrator', async () => {
    const body = { name: 'House', administrator: { email: 'house@example.org', name: 'Grace' } };
    expect((await administrator.post('/organisations', body)).status).toBe(403);
    const { administrator: operator } = await addOrganisation(server.platform, 'administrator');
    await server.platform.database.manager.update(People, { id: operator.person }, { operator: true });
    const client = as(server, await tokenOf(server, operator));
    const made = await client.post<{ id: string; administrator: Made }>('/organisations', body);
    expect(made).toMatchObject({
      status: 201,
      body: { name: 'House', administrator: { role: 'administrator' } },
    });
    expect((await client.get(`/organisations/${made.body.id}`)).status).toBe(404);
  });
});

describe('API tokens', () => {
  interface Token {
    readonly id: string;
    readonly token: string;
  }

  it('are shown once, listed without their secret and revoked', async () => {
    const made = await administrator.post<Token>('/tokens', { name: 'robot', scopes: ['titles:read'] });
    expect(made.body.token).toMatch(/^mw_/);
    const robot = as(server, made.body.token);
    expect((await robot.get('/titles')).status).toBe(200);
    const list = await administrator.get<{ items: Token[] }>('/tokens');
    expect(list.body.items.map(({ id }) => id)).toContain(made.body.id);
    expect(JSON.stringify(list.body)).not.toContain(made.body.token);
    expect((await administrator.delete(`/tokens/${made.body.id}`)).status).toBe(204);
    expect((await robot.get('/titles')).status).toBe(401);
  });

  it('make none that are good for more than themselves or their person', async () => {
    const weak = as(server, await tokenOf(server, somebody, ['tokens:create', 'titles:read']));
    expect((await weak.post('/tokens', { name: 'all' })).status).toBe(403);
    expect((await weak.post('/tokens', { name: 'more', scopes: ['titles:delete'] })).status).toBe(403);
    expect((await weak.post('/tokens', { name: 'same', scopes: ['titles:read'] })).status).toBe(201);
    expect(
      (await administrator.post('/tokens', { name: 'x', scopes: ['organisations:create'] })).status,
    ).toBe(403);
  });

  it('are not told again to an Idempotency-Key, and kept nowhere', async () => {
    const key = { 'idempotency-key': 'the same' };
    const made = await administrator.post<Token>('/tokens', { name: 'once' }, key);
    expect((await administrator.post('/tokens', { name: 'once' }, key)).status).toBe(409);
    const rows: unknown[] = await server.platform.database.query('SELECT * FROM idempotency_keys');
    const audit = await server.platform.database.manager.find(AuditLog);
    expect(JSON.stringify([rows, audit])).not.toContain(made.body.token);
  });
});
