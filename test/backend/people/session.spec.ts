import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AuditLog } from '../../../apps/backend/src/audit/tables.ts';
import { Sessions } from '../../../apps/backend/src/people/signInTables.ts';
import { as, clientOf } from '../client.ts';
import { addOrganisation, startServer, tokenOf, type Somebody, type TestServer } from '../server.ts';
import { askIn, browserAfter, cookieIn, givePassword, signIn } from './browser.ts';

const password = 'three quiet words';
let server: TestServer;
let producer: Somebody;
let email: string;
beforeAll(async () => {
  server = await startServer();
  ({ producer } = await addOrganisation(server.platform, 'producer'));
  email = await givePassword(server, producer, password);
});
afterAll(() => server.close());

describe('signing in', () => {
  it('tells who one is and gives a cookie that no script can read', async () => {
    const answer = await askIn(server, { email: ` ${email.toUpperCase()}`, password });
    expect(answer).toMatchObject({
      status: 201,
      body: {
        person: { id: producer.person, role: 'producer' },
        organisation: { id: producer.organisation },
      },
    });
    expect(answer.headers.getSetCookie()[0]).toMatch(/^mondwerk_session=mws_.+HttpOnly.*SameSite=Lax/);
    expect(answer.headers.getSetCookie()[0]).not.toContain('Secure');
    const again = await browserAfter(server, answer).get('/session');
    expect(again.body).toEqual(answer.body);
  });

  it('keeps only a hash of what the cookie holds', async () => {
    const { cookie } = await signIn(server, email, password);
    const rows = await server.platform.database.manager.find(Sessions);
    expect(JSON.stringify(rows)).not.toContain(cookie.split('=')[1]);
  });

  it('says the same of a wrong password and of an unknown e-mail', async () => {
    const wrong = await askIn(server, { email, password: 'something else' });
    const unknown = await askIn(server, { email: 'nobody@example.org', password });
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(wrong.body.detail).toBe(unknown.body.detail);
  });

  it('ends the session that the browser had before', async () => {
    const before = await signIn(server, email, password);
    await askIn(server, { email, password }, { cookie: before.cookie });
    expect((await before.get('/session')).status).toBe(401);
  });

  it('is written into the audit log, and so is what was refused', async () => {
    const acts = await server.platform.database.manager.findBy(AuditLog, { person: producer.person });
    expect(acts.map(({ act }) => act)).toEqual(expect.arrayContaining(['session.create', 'session.refused']));
    expect(JSON.stringify(acts)).not.toContain(password);
  });
});

describe('a session', () => {
  it('is refused every change without its CSRF token', async () => {
    const { cookie, csrfToken } = await signIn(server, email, password);
    const other = await signIn(server, email, password);
    const change = (headers: Record<string, string>): Promise<{ status: number; body: object }> =>
      clientOf(server).post('/titles', { name: 'A film' }, { cookie, ...headers });
    const refused = { status: 403, body: { type: '/problems/forgery-suspected' } };
    expect(await change({})).toMatchObject(refused);
    expect(await change({ 'x-csrf-token': other.csrfToken })).toMatchObject(refused);
    expect(await change({ 'x-csrf-token': csrfToken })).toMatchObject({ status: 201 });
  });

  it('ends with signing out', async () => {
    const browser = await signIn(server, email, password);
    const out = await browser.delete('/session');
    expect(out.status).toBe(204);
    expect(cookieIn(out)).toBe('mondwerk_session=');
    expect((await browser.get('/session')).status).toBe(401);
  });

  it('ends when nobody uses it, and at its hour', async () => {
    const { manager } = server.platform.database;
    for (const changes of [{ seenAt: new Date(Date.now() - 5 * 3_600_000) }, { expiresAt: new Date() }]) {
      const browser = await signIn(server, email, password);
      await manager.update(Sessions, { person: producer.person }, changes);
      expect((await browser.get('/session')).status).toBe(401);
    }
  });

  it('has a cookie for https only when it is asked for over https', async () => {
    const proxied = await startServer({ TRUST_PROXY: 'true' });
    const { artist } = await addOrganisation(proxied.platform, 'artist');
    const answer = await askIn(
      proxied,
      { email: await givePassword(proxied, artist, password), password },
      { 'x-forwarded-proto': 'https' },
    );
    expect(answer.headers.getSetCookie()[0]).toContain('; Secure');
    await proxied.close();
  });

  it('can do what a token cannot: change the password', async () => {
    const client = as(server, await tokenOf(server, producer));
    expect((await client.get('/session')).body).toMatchObject({ csrfToken: null });
    expect((await client.put('/password', { password, newPassword: 'x' })).status).toBe(403);
  });
});

describe('changing the password', () => {
  const next = 'other quiet words';

  it('asks for the one so far and a long one', async () => {
    const browser = await signIn(server, email, password);
    const change = (body: object): Promise<{ status: number; body: object }> =>
      browser.put('/password', body);
    expect(await change({ password: 'wrong', newPassword: next })).toMatchObject({
      status: 422,
      body: { type: '/problems/password-wrong' },
    });
    for (const newPassword of ['short', email.toUpperCase(), password]) {
      expect(await change({ password, newPassword })).toMatchObject({
        status: 422,
        body: { type: '/problems/password-weak' },
      });
    }
  });

  it('ends every other session and begins a new one', async () => {
    const [here, there] = [await signIn(server, email, password), await signIn(server, email, password)];
    const answer = await here.put<never>('/password', { password, newPassword: next });
    expect(answer.status).toBe(200);
    expect((await there.get('/session')).status).toBe(401);
    expect((await here.get('/session')).status).toBe(401);
    expect((await browserAfter(server, answer).get('/session')).status).toBe(200);
    expect((await askIn(server, { email, password })).status).toBe(401);
  });
});
