import { parseCookie, stringifySetCookie } from 'cookie';
import { z } from 'zod';
import { Refusal } from '@mondwerk/film';
import type { Sealing } from '../database/sealing.ts';
import { rawRoute } from '../http/route.ts';
import type { Settings } from '../settings.ts';
import { personClaimed } from './openIdPerson.ts';
import { beginAtProvider, endAtProvider, type Begun } from './openIdProvider.ts';
import { sessionCookie, sessionSecretIn } from '../access/sessionCookie.ts';
import { beginSession } from './signIn.ts';

const CALLBACK = '/session/oidc/callback';
const COOKIE = 'mondwerk_oidc';
const MINUTES = 10;

const Kept = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), until: z.number() });

/** Where the provider sends browsers back to. */
function callbackOf({ PUBLIC_URL }: Settings, host: string | undefined, https: boolean): string {
  const here = PUBLIC_URL ?? `${https ? 'https' : 'http'}://${host}`;
  return `${here.replace(/\/$/, '')}${CALLBACK}`;
}

/** Sealed, so that only we can have written it. */
const keep = (sealing: Sealing, begun: Begun | null, https: boolean): string =>
  stringifySetCookie(
    COOKIE,
    begun === null ? '' : sealing.seal(JSON.stringify({ ...begun, until: Date.now() + MINUTES * 60_000 })),
    {
      httpOnly: true,
      sameSite: 'lax',
      secure: https,
      path: '/session/oidc',
      maxAge: begun ? MINUTES * 60 : 0,
    },
  );

function kept(sealing: Sealing, cookies: string | undefined): Begun {
  const cookie = cookies === undefined ? undefined : parseCookie(cookies)[COOKIE];
  try {
    const begun = Kept.parse(JSON.parse(sealing.open(cookie ?? '')));
    if (begun.until > Date.now()) return begun;
  } catch {
    // Not ours: told below.
  }
  throw new Refusal(
    'sign-in-refused',
    'This sign-in was not begun in this browser, or too long ago: start again.',
  );
}

/** Signing in with OpenID Connect: code flow with PKCE, state and nonce. */
export const openIdRoutes = [
  rawRoute({
    name: 'session.oidc',
    method: 'GET',
    path: '/session/oidc',
    does: 'Send the browser to the OpenID Connect provider to sign in',
    may: 'anyone',
    answers: 'text/plain',
    async send({ headers, https, outgoing }, { settings, sealing }) {
      const { url, begun } = await beginAtProvider(settings, callbackOf(settings, headers.host, https));
      outgoing
        .writeHead(302, {
          Location: url.href,
          'Set-Cookie': keep(sealing, begun, https),
          'Cache-Control': 'no-store',
        })
        .end();
    },
  }),
  rawRoute({
    name: 'session.oidcCallback',
    method: 'GET',
    path: CALLBACK,
    does: 'Begin the session of somebody who comes back from the OpenID Connect provider',
    may: 'anyone',
    answers: 'text/plain',
    async send({ headers, https, incoming, outgoing, address, request }, platform) {
      const { settings, sealing, database } = platform;
      const cameTo = new URL(callbackOf(settings, headers.host, https));
      cameTo.search = new URL(incoming.url ?? '', cameTo).search;
      const claimed = await endAtProvider(settings, cameTo, kept(sealing, headers.cookie));
      const person = await database.transaction((tx) => personClaimed(tx, claimed));
      const origin = { address, request };
      const old = sessionSecretIn(headers.cookie);
      const { secret, expiresAt } = await beginSession(platform, person, { origin, old, how: 'openid' });
      const cookies = [sessionCookie(secret, https, expiresAt), keep(sealing, null, https)];
      outgoing
        .writeHead(302, {
          Location: settings.DASHBOARD_URL,
          'Set-Cookie': cookies,
          'Cache-Control': 'no-store',
        })
        .end();
    },
  }),
];
