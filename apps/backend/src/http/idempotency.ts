import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { Refusal } from '@mondwerk/film';
import type { Actor } from '../access/actor.ts';
import { IdempotencyKeys } from './tables.ts';

/** What a request was answered. */
export interface Answer {
  readonly status: number;
  readonly reply: object | null;
}

interface Asked {
  readonly actor: Actor;
  readonly key: string | undefined;
  /** Route, path and body. */
  readonly request: unknown;
  /** Whether the answer may be kept. */
  readonly keep: boolean;
}

/**
 * Carries a creation out at most once for one Idempotency-Key: a second request waits for the first and gets its
 * answer. Without a key it is simply carried out. @throws Refusal `idempotency-reused` when the key came with another
 * request, `conflict` when the answer was not kept, `request-invalid` for an empty or overlong one.
 */
export async function atMostOnce(
  tx: EntityManager,
  { actor, key, request, keep }: Asked,
  carryOut: () => Promise<Answer>,
): Promise<Answer> {
  if (key === undefined) return carryOut();
  if (key.length === 0 || key.length > 255) {
    throw new Refusal('request-invalid', 'An Idempotency-Key has 1 to 255 characters: a uuid does well.');
  }
  const keys = tx.getRepository(IdempotencyKeys);
  const row = {
    id: newId(),
    organisation: actor.organisation,
    actor: actor.token ?? actor.person,
    key,
    request: createHash('sha256').update(JSON.stringify(request)).digest('hex'),
  };
  // The unique key makes an equal request wait here until the first one is in the database, or gone.
  const inserted = await keys.createQueryBuilder().insert().values(row).orIgnore().returning('id').execute();
  if (inserted.raw.length === 0) {
    const known = await keys.findOneByOrFail({ actor: row.actor, key });
    if (known.request !== row.request) {
      throw new Refusal(
        'idempotency-reused',
        'This Idempotency-Key was already used for another request: take a new one.',
      );
    }
    if (keep) return { status: known.status ?? 200, reply: known.reply };
    throw new Refusal('conflict', 'This was done already, and what it answered is told only once.');
  }
  const answer = await carryOut();
  if (keep) await keys.update({ id: row.id }, answer);
  return answer;
}
