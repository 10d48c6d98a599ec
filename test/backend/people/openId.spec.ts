import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { People } from '../../../apps/backend/src/people/tables.ts';
import { clientOf, type Answered } from '../client.ts';
import { addOrganisation, startServer, type Somebody, type TestServer } from '../server.ts';
import { cookieIn } from './browser.ts';
import { CLIENT, signInAtProvider, startProvider, type IdentityProvider } from './identityProvider.ts';

const accounts = [
  { sub: 'grace', email: 'Grace@example.org', email_verified: true },
  { sub: 'impostor', email: 'grace@example.org', email_verified: true },
  { sub: 'unverified', email: 'edsger@example.org', email_verified: false },
  { sub: 'stranger', email: 'nobody@example.org', email_verified: true },
];

let provider: IdentityProvider;
let server: TestServer;
let grace: Somebody;
beforeAll(async () => {
  provider = await startProvider(accounts);
  server = await startServer({
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: CLIENT.id,
    OIDC_CLIENT_SECRET: CLIENT.secret,
  });
  provider.serve(`${server.url}/session/oidc/callback`);
  const organisation = await addOrganisation(server.platform, 'reviewer', 'artist');
  grace = organisation.reviewer;
  const { manager } = server.platform.database;
  await manager.update(People, { id: grace.person }, { email: 'grace@example.org' });
  await manager.update(People, { id: organisation.artist.person }, { email: 'edsger@example.org' });
});
afterAll(async () => {
  await server.close();
  await provider.close();
});

/** Begins here, signs in there, comes back: the answer to coming back. */
async function comeBackAs(sub: string): Promise<Answered<{ detail?: string }>> {
  const begun = await clientOf(server).get('/session/oidc');
  expect(begun.status).toBe(302);
  const back = await signInAtProvider(begun.headers.get('location')!, sub);
  return clientOf(server, { cookie: cookieIn(begun, 'mondwerk_oidc') }).get(back.slice(server.url.length));
}

const whoIs = (answer: Answered<unknown>): Promise<Answered<object>> =>
  clientOf(server, { cookie: cookieIn(answer) }).get('/session');

describe('signing in with an OpenID Connect provider', () => {
  it('asks with a code challenge, a state and a nonce', async () => {
    const { headers } = await clientOf(server).get('/session/oidc');
    const asked = new URL(headers.get('location')!).searchParams;
    expect(asked.get('code_challenge_method')).toBe('S256');
    for (const name of ['code_challenge', 'state', 'nonce']) expect(asked.get(name)).toMatch(/^.{43}$/);
    expect(headers.getSetCookie()[0]).toMatch(/HttpOnly.*SameSite=Lax/);
  });

  it('finds the person with the e-mail that the provider has verified', async () => {
    const answer = await comeBackAs('grace');
    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toBe('http://localhost:3000');
    expect((await whoIs(answer)).body).toMatchObject({ person: { id: grace.person } });
  });

  it('takes away a password that was only lent', async () => {
    const { manager } = server.platform.database;
    await manager.update(People, { id: grace.person }, { password: 'lent', mustChangePassword: true });
    expect((await whoIs(await comeBackAs('grace'))).body).toMatchObject({ mustChangePassword: false });
    expect(await manager.findOneBy(People, { id: grace.person })).toMatchObject({ password: null });
  });

  it('knows the person again when their e-mail here has changed', async () => {
    await server.platform.database.manager.update(
      People,
      { id: grace.person },
      { email: 'hopper@example.org' },
    );
    expect((await whoIs(await comeBackAs('grace'))).body).toMatchObject({ person: { id: grace.person } });
    await server.platform.database.manager.update(
      People,
      { id: grace.person },
      { email: 'grace@example.org' },
    );
  });

  it.each([
    ['somebody else with the same e-mail', 'impostor', /belongs to another account/],
    ['somebody whose e-mail is not verified', 'unverified', /has not verified your e-mail/],
    ['somebody who is not known here', 'stranger', /^Nobody here has the e-mail nobody@example\.org: ask/],
  ])('refuses %s', async (_, sub, sentence) => {
    const answer = await comeBackAs(sub);
    expect(answer).toMatchObject({ status: 403, body: { type: '/problems/sign-in-refused' } });
    expect(answer.body.detail).toMatch(sentence);
  });

  it('refuses to go on with what was begun in another browser', async () => {
    const [mine, theirs] = [
      await clientOf(server).get('/session/oidc'),
      await clientOf(server).get('/session/oidc'),
    ];
    const back = (await signInAtProvider(mine.headers.get('location')!, 'grace')).slice(server.url.length);
    const wrong: Record<string, string>[] = [
      {},
      { cookie: cookieIn(theirs, 'mondwerk_oidc') },
      { cookie: 'mondwerk_oidc=forged' },
    ];
    for (const headers of wrong) {
      expect(await clientOf(server, headers).get(back)).toMatchObject({
        status: 403,
        body: { type: '/problems/sign-in-refused' },
      });
    }
  });

  it('refuses somebody who is shut out', async () => {
    const { manager } = server.platform.database;
    await manager.update(People, { id: grace.person }, { disabledAt: new Date() });
    expect((await comeBackAs('grace')).body.detail).toMatch(/is shut out here/);
    await manager.update(People, { id: grace.person }, { disabledAt: null });
  });
});

describe('without a provider', () => {
  it('signing in there is refused in a sentence', async () => {
    const plain = await startServer();
    expect(await clientOf(plain).get('/session/oidc')).toMatchObject({
      status: 422,
      body: { type: '/problems/openid-not-set-up' },
    });
    await plain.close();
  });

  it('that answers, too', async () => {
    const plain = await startServer({
      OIDC_ISSUER: 'http://127.0.0.1:9',
      OIDC_CLIENT_ID: CLIENT.id,
      OIDC_CLIENT_SECRET: CLIENT.secret,
    });
    expect(await clientOf(plain).get('/session/oidc')).toMatchObject({
      status: 502,
      body: { detail: 'The sign-in service 127.0.0.1:9 does not answer: try again later.' },
    });
    await plain.close();
  });
});
