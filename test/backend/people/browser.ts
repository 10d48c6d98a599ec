import { hashPassword } from '../../../apps/backend/src/people/password.ts';
import { People } from '../../../apps/backend/src/people/tables.ts';
import { clientOf, type Answered, type Client } from '../client.ts';
import type { Somebody, TestServer } from '../server.ts';

/** Gives somebody a password, and tells with which e-mail they sign in. */
export async function givePassword(
  { platform: { database } }: TestServer,
  { person }: Somebody,
  password: string,
): Promise<string> {
  await database.manager.update(People, { id: person }, { password: await hashPassword(password) });
  return (await database.manager.findOneByOrFail(People, { id: person })).email;
}

/** What signing in answers. */
export interface SessionBody {
  readonly csrfToken: string;
  readonly mustChangePassword: boolean;
  readonly detail: string;
  readonly type: string;
}

/** A browser: it keeps the cookie that it got. */
export interface Browser extends Client {
  readonly cookie: string;
  readonly csrfToken: string;
}

/** Asks to sign in. */
export const askIn = (
  server: Pick<TestServer, 'url'>,
  credentials: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answered<SessionBody>> => clientOf(server).post<SessionBody>('/session', credentials, headers);

/** The cookie that an answer sets, as it is sent back. */
export const cookieIn = ({ headers }: Answered<unknown>, name = 'mondwerk_session'): string =>
  headers
    .getSetCookie()
    .find((cookie) => cookie.startsWith(`${name}=`))!
    .split(';')[0];

/** The API with a session that began with this answer. */
export function browserAfter(server: Pick<TestServer, 'url'>, answered: Answered<SessionBody>): Browser {
  const cookie = cookieIn(answered);
  const { csrfToken } = answered.body;
  return { cookie, csrfToken, ...clientOf(server, { cookie, 'x-csrf-token': csrfToken }) };
}

/** Signs in. */
export async function signIn(
  server: Pick<TestServer, 'url'>,
  email: string,
  password: string,
): Promise<Browser> {
  return browserAfter(server, await askIn(server, { email, password }));
}
