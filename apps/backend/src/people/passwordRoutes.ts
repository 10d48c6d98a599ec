import { z } from 'zod';
import { Refusal } from '@mondwerk/film';
import { route } from '../http/route.ts';
import { checkPassword, hashPassword, isPassword, MOST_LENGTH } from './password.ts';
import { endSessions, startSession } from './sessions.ts';
import { sessionCookie } from '../access/sessionCookie.ts';
import { actorIn, Session, showSession } from './sessionView.ts';
import { beginTry, note } from './signIn.ts';
import { People } from './tables.ts';

const NewPassword = z.object({
  password: z.string().min(1).max(MOST_LENGTH).describe('The one so far'),
  newPassword: z.string().max(MOST_LENGTH),
});

/** One's own password. */
export const passwordRoutes = [
  route({
    name: 'password.change',
    method: 'PUT',
    path: '/password',
    does: 'Change your password; you are signed out everywhere else',
    may: 'in-person',
    secret: 'body',
    ownTransaction: true,
    body: NewPassword,
    reply: Session,
    async handle({ tx: manager, actor, body, address, request, https, setHeader }, platform) {
      const origin = { address, request };
      const person = await manager.findOneByOrFail(People, { id: actor.person });
      const now = await beginTry(platform, person.email, person, origin);
      if (!(await isPassword(body.password, person.password))) {
        throw new Refusal('password-wrong', 'The password so far is wrong.');
      }
      await now.succeed();
      checkPassword(body.newPassword, person.email);
      if (body.newPassword === body.password) {
        throw new Refusal('password-weak', 'The new password is the old one: choose another.');
      }
      const password = await hashPassword(body.newPassword);
      const { secret, expiresAt } = await platform.database.transaction(async (tx) => {
        await tx.update(People, { id: person.id }, { password, mustChangePassword: false });
        await endSessions(tx, person.id);
        await note(tx, person, 'password.change', origin);
        return startSession(tx, person, platform.settings.SESSION_HOURS);
      });
      setHeader('Set-Cookie', sessionCookie(secret, https, expiresAt));
      return showSession(manager, actorIn({ ...person, mustChangePassword: false }), secret);
    },
  }),
];
