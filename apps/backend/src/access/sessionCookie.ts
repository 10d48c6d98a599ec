import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { parseCookie, stringifySetCookie } from 'cookie';
import { Refusal } from '@mondwerk/film';

/** The cookie of a session; scripts in the page cannot read it, other sites cannot send it with their forms. */
export const SESSION_COOKIE = 'mondwerk_session';

/** What a browser's cookies say: its session's secret, if it has one. */
export const sessionSecretIn = (cookies: string | undefined): string | undefined =>
  cookies === undefined ? undefined : parseCookie(cookies)[SESSION_COOKIE] || undefined;

/** The header that gives a browser its session, or with `null` takes it away. */
export const sessionCookie = (secret: string | null, https: boolean, expires?: Date): string =>
  stringifySetCookie(SESSION_COOKIE, secret ?? '', {
    httpOnly: true,
    sameSite: 'lax',
    secure: https,
    path: '/',
    ...(secret === null ? { maxAge: 0 } : expires ? { expires } : {}),
  });

/** The token that a page shows to prove that it is ours: other sites can send the cookie but not read this. */
export const forgeryToken = (sessionSecret: string): string =>
  createHmac('sha256', sessionSecret).update('X-CSRF-Token').digest('base64url');

/** Checks that a writing request with a session comes from our own page. @throws Refusal `forgery-suspected`. */
export function checkForgery(headers: IncomingHttpHeaders): void {
  const secret = sessionSecretIn(headers.cookie);
  const wanted = Buffer.from(secret === undefined ? '' : forgeryToken(secret));
  const shown = Buffer.from(String(headers['x-csrf-token'] ?? ''));
  if (wanted.length > 0 && shown.length === wanted.length && timingSafeEqual(shown, wanted)) return;
  throw new Refusal(
    'forgery-suspected',
    'A change from a browser needs the header X-CSRF-Token with the `csrfToken` that GET /session tells.',
  );
}
