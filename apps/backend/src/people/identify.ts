import { Refusal } from '@mondwerk/film';
import type { DataSource } from 'typeorm';
import type { Identify } from '../http/accessGuard.ts';
import type { Platform } from '../platform.ts';
import type { Permission } from '../access/access.ts';
import type { Actor } from '../access/actor.ts';
import type { Role } from '../access/roles.ts';
import { hashOf } from './secrets.ts';
import { sessionSecretIn } from '../access/sessionCookie.ts';

/** How long a session lasts that nobody uses. */
const IDLE_HOURS = 4;

/** Finds out who sends a request: by their API token, else by their browser's session. */
export const identify =
  ({ database }: Platform): Identify =>
  async ({ headers }) => {
    const token = /^Bearer\s+(\S+)$/i.exec(headers.authorization ?? '')?.[1];
    if (token !== undefined) return findByToken(database, token);
    const secret = sessionSecretIn(headers.cookie);
    return secret === undefined ? null : findBySession(database, secret);
  };

interface PersonFound {
  readonly person: string;
  readonly organisation: string;
  readonly role: Role;
  readonly operator: boolean;
  readonly name: string;
  readonly must_change_password: boolean;
  /** Whether it is a minute or more since this was noted as used. */
  readonly unnoted: boolean;
}

const PERSON = 'p.id AS person, p.organisation, p.role, p.operator, p.name, p.must_change_password';

async function findByToken(database: DataSource, token: string): Promise<Actor> {
  const [found]: (PersonFound & { token: string; scopes: Permission[] | null })[] = await database.query(
    `SELECT ${PERSON}, t.id AS token, t.scopes,
      t.last_used_at IS NULL OR t.last_used_at < now() - interval '1 minute' AS unnoted
    FROM tokens t JOIN people p ON p.id = t.person
    WHERE t.secret = $1 AND (t.expires_at IS NULL OR t.expires_at > now()) AND p.disabled_at IS NULL`,
    [hashOf(token)],
  );
  if (!found) {
    throw new Refusal('not-signed-in', 'This API token is not known or has ended: make a new one.');
  }
  if (found.unnoted) {
    await database.query(`UPDATE tokens SET last_used_at = now() WHERE id = $1`, [found.token]);
  }
  return actorOf(found, found.token, found.scopes);
}

async function findBySession(database: DataSource, secret: string): Promise<Actor | null> {
  const [found]: (PersonFound & { session: string })[] = await database.query(
    `SELECT ${PERSON}, s.id AS session, s.seen_at < now() - interval '1 minute' AS unnoted
    FROM sessions s JOIN people p ON p.id = s.person
    WHERE s.secret = $1 AND s.expires_at > now() AND s.seen_at > now() - make_interval(hours => $2)
      AND p.disabled_at IS NULL`,
    [hashOf(secret), IDLE_HOURS],
  );
  if (!found) return null;
  if (found.unnoted)
    await database.query(`UPDATE sessions SET seen_at = now() WHERE id = $1`, [found.session]);
  return actorOf(found, null, null);
}

const actorOf = (found: PersonFound, token: string | null, scopes: Actor['scopes']): Actor => ({
  person: found.person,
  organisation: found.organisation,
  role: found.role,
  operator: found.operator,
  name: found.name,
  mustChangePassword: found.must_change_password,
  token,
  scopes,
});
