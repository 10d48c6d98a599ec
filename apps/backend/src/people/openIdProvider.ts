import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  discovery,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type Configuration,
} from 'openid-client';
import { Refusal } from '@mondwerk/film';
import type { Settings } from '../settings.ts';

/** What is kept in the browser while somebody signs in at the provider. */
export interface Begun {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Whom the provider says somebody is. */
export interface Claimed {
  readonly issuer: string;
  readonly subject: string;
  readonly email: string | undefined;
  readonly emailVerified: boolean;
}

const found = new WeakMap<Settings, Promise<Configuration>>();

/** Looks the provider up once. @throws Refusal `openid-not-set-up`, `provider-unreachable`. */
async function providerOf(settings: Settings): Promise<Configuration> {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = settings;
  if (OIDC_ISSUER === undefined || OIDC_CLIENT_ID === undefined) {
    throw new Refusal(
      'openid-not-set-up',
      'There is no OpenID Connect provider: set OIDC_ISSUER, or use a password.',
    );
  }
  const issuer = new URL(OIDC_ISSUER);
  // Whoever sets an http: address, such as a provider on this machine, means it.
  const execute = issuer.protocol === 'http:' ? [allowInsecureRequests] : [];
  const looking =
    found.get(settings) ?? discovery(issuer, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, undefined, { execute });
  found.set(settings, looking);
  try {
    return await looking;
  } catch (cause) {
    found.delete(settings);
    throw unreachable(issuer, cause);
  }
}

const unreachable = ({ host }: URL, cause: unknown): Refusal =>
  new Refusal('provider-unreachable', `The sign-in service ${host} does not answer: try again later.`, {
    cause,
  });

/** Begins a sign-in at the provider: where to send the browser, and what it is to keep meanwhile. */
export async function beginAtProvider(
  settings: Settings,
  callback: string,
): Promise<{ readonly url: URL; readonly begun: Begun }> {
  const provider = await providerOf(settings);
  const begun = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
  const url = buildAuthorizationUrl(provider, {
    redirect_uri: callback,
    scope: 'openid email profile',
    state: begun.state,
    nonce: begun.nonce,
    code_challenge: await calculatePKCECodeChallenge(begun.verifier),
    code_challenge_method: 'S256',
  });
  return { url, begun };
}

/** Ends it: asks the provider who came back. @throws Refusal `sign-in-refused`. */
export async function endAtProvider(settings: Settings, cameTo: URL, begun: Begun): Promise<Claimed> {
  const provider = await providerOf(settings);
  try {
    const tokens = await authorizationCodeGrant(provider, cameTo, {
      expectedState: begun.state,
      expectedNonce: begun.nonce,
      pkceCodeVerifier: begun.verifier,
      idTokenExpected: true,
    });
    const { iss: issuer, sub: subject } = tokens.claims()!;
    const told = await fetchUserInfo(provider, tokens.access_token, subject);
    return { issuer, subject, email: told.email?.toLowerCase(), emailVerified: told.email_verified === true };
  } catch (cause) {
    throw new Refusal('sign-in-refused', 'The sign-in service did not confirm who you are: start again.', {
      cause,
    });
  }
}
