import { z } from 'zod';
import { route } from '../http/route.ts';
import { MOST_LENGTH } from './password.ts';
import { endSession } from './sessions.ts';
import { sessionCookie, sessionSecretIn } from '../access/sessionCookie.ts';
import { actorIn, Session, showSession } from './sessionView.ts';
import { beginSession, checkCredentials } from './signIn.ts';

const SignIn = z.object({
  email: z.string().trim().toLowerCase().min(1).max(254),
  password: z.string().min(1).max(MOST_LENGTH),
  code: z.string().max(40).optional().describe('Six digits of the authenticator app, or a recovery code'),
});

/** The session: signing in, who am I, signing out. */
export const sessionRoutes = [
  route({
    name: 'session.create',
    method: 'POST',
    path: '/session',
    does: 'Sign in with e-mail and password; the session is in a cookie',
    may: 'anyone',
    secret: 'body',
    ownTransaction: true,
    body: SignIn,
    reply: Session,
    async handle({ tx, body, address, request, headers, https, setHeader }, platform) {
      const origin = { address, request };
      const person = await checkCredentials(platform, body, origin);
      const old = sessionSecretIn(headers.cookie);
      const { secret, expiresAt } = await beginSession(platform, person, { origin, old, how: 'password' });
      setHeader('Set-Cookie', sessionCookie(secret, https, expiresAt));
      return showSession(tx, actorIn(person), secret);
    },
  }),
  route({
    name: 'session.read',
    method: 'GET',
    path: '/session',
    does: 'Tell who is signed in, what they may do and the CSRF token of their session',
    may: 'signed-in',
    reply: Session,
    handle: ({ tx, actor, headers }) =>
      showSession(tx, actor, actor.token === null ? sessionSecretIn(headers.cookie) : undefined),
  }),
  route({
    name: 'session.delete',
    method: 'DELETE',
    path: '/session',
    does: 'Sign out',
    may: 'in-person',
    async handle({ tx, headers, https, setHeader }) {
      await endSession(tx, sessionSecretIn(headers.cookie));
      setHeader('Set-Cookie', sessionCookie(null, https));
    },
  }),
];
