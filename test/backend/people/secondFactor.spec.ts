import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SecondFactors } from '../../../apps/backend/src/people/signInTables.ts';
import { as } from '../client.ts';
import { addOrganisation, startServer, tokenOf, type Somebody, type TestServer } from '../server.ts';
import { askIn, givePassword, signIn, type Browser } from './browser.ts';

const password = 'three quiet words';
let server: TestServer;
let organisation: { producer: Somebody; administrator: Somebody };
let email: string;
let browser: Browser;
let totp: TOTP;
let recoveryCodes: readonly string[];

const halfMinutes = (count: number): string => totp.generate({ timestamp: Date.now() + count * 30_000 });

beforeAll(async () => {
  server = await startServer();
  organisation = await addOrganisation(server.platform, 'producer', 'administrator');
  email = await givePassword(server, organisation.producer, password);
  browser = await signIn(server, email, password);
});
afterAll(() => server.close());

describe('an authenticator app', () => {
  it('is asked for only once its first code was confirmed', async () => {
    const { status, body } = await browser.post<{ secret: string; uri: string }>('/second-factor');
    expect(status).toBe(201);
    expect(body.uri).toMatch(/^otpauth:\/\/totp\/Mondwerk:.*secret=[A-Z2-7]{32}/);
    totp = new TOTP({ secret: Secret.fromBase32(body.secret) });
    expect((await askIn(server, { email, password })).status).toBe(201);
    expect((await browser.post('/second-factor/confirm', { code: '000000' })).status).toBe(422);
    const confirmed = await browser.post<{ recoveryCodes: string[] }>('/second-factor/confirm', {
      code: halfMinutes(-1),
    });
    ({ recoveryCodes } = confirmed.body);
    expect(recoveryCodes).toHaveLength(10);
    expect((await browser.get('/second-factor')).body).toEqual({ enabled: true, recoveryCodesLeft: 10 });
  });

  it('is sealed in the database, and its recovery codes are hashed', async () => {
    const kept = JSON.stringify(await server.platform.database.manager.find(SecondFactors));
    expect(kept).not.toContain(totp.secret.base32);
    expect(kept).not.toContain(recoveryCodes[0]);
  });

  it('is needed to sign in', async () => {
    expect(await askIn(server, { email, password })).toMatchObject({
      status: 401,
      body: { type: '/problems/second-factor-needed' },
    });
    expect((await askIn(server, { email, password, code: '123' })).status).toBe(401);
    expect((await askIn(server, { email, password, code: halfMinutes(0) })).status).toBe(201);
  });

  it('has no code that is taken twice', async () => {
    const code = halfMinutes(1);
    const twice = await Promise.all([1, 2].map(() => askIn(server, { email, password, code })));
    expect(twice.map(({ status }) => status).sort()).toEqual([201, 401]);
  });

  it('can be done without by each recovery code once', async () => {
    const [code] = recoveryCodes;
    expect((await askIn(server, { email, password, code: code.toUpperCase() })).status).toBe(201);
    expect((await askIn(server, { email, password, code })).status).toBe(401);
    expect((await browser.get('/second-factor')).body).toMatchObject({ recoveryCodesLeft: 9 });
  });

  it('is not replaced by a second one, and not disabled without a code', async () => {
    expect((await browser.post('/second-factor')).status).toBe(409);
    expect((await browser.post('/second-factor/disable', { code: '000000' })).status).toBe(422);
  });

  it('is locked after too many wrong codes, though the password was right', async () => {
    const codes = Array.from({ length: 10 }, (_, digit) => String(digit).repeat(6));
    const statuses: number[] = [];
    for (const code of codes) {
      await askIn(server, { email, password });
      statuses.push((await askIn(server, { email, password, code })).status);
    }
    expect(statuses).toContain(429);
    await server.platform.database.query('DELETE FROM rate_limits');
  });

  it('is disabled with a code', async () => {
    expect((await browser.post('/second-factor/disable', { code: recoveryCodes[1] })).status).toBe(204);
    expect((await askIn(server, { email, password })).status).toBe(201);
  });

  it('is taken away from somebody who lost it, by an administrator', async () => {
    const { body } = await browser.post<{ secret: string }>('/second-factor');
    const code = new TOTP({ secret: Secret.fromBase32(body.secret) }).generate();
    expect((await browser.post('/second-factor/confirm', { code })).status).toBe(200);
    const administrator = as(server, await tokenOf(server, organisation.administrator));
    const { status } = await administrator.delete(`/people/${organisation.producer.person}/second-factor`);
    expect(status).toBe(204);
    expect((await askIn(server, { email, password })).status).toBe(201);
  });
});
