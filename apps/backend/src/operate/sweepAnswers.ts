import type { DataSource } from 'typeorm';

/** For how long a creation can be asked for again with its Idempotency-Key. */
const KEPT = '2 days';

/** Forgets what is of use for a while only: answers kept for Idempotency-Keys, sessions and links that have ended. */
export async function sweepAnswers(database: DataSource): Promise<void> {
  await database.query(`DELETE FROM idempotency_keys WHERE made_at < now() - interval '${KEPT}'`);
  await database.query('DELETE FROM sessions WHERE expires_at < now()');
  await database.query('DELETE FROM invitations WHERE expires_at < now()');
  await database.query('DELETE FROM rate_limits WHERE expire < extract(epoch FROM now()) * 1000');
}
