import type { DataSource } from 'typeorm';
import type { Sealing } from '../database/sealing.ts';
import { rows } from '../queue/rows.ts';
import { postMessage, type Posted } from './postMessage.ts';
import { signatureOf } from './webhookSignature.ts';

/** Seconds to wait before each further try: together about two days. */
export const RETRY_AFTER: readonly number[] = [10, 60, 300, 1800, 7200, 21_600, 43_200, 86_400];

/** So many tries that fail one after the other, of whatever messages, turn a webhook off. */
export const MOST_FAILURES = 50;

/** For how long a message is in the hands of one sender; a killed one's goes to another then. */
const HELD_SECONDS = 60;

const AT_ONCE = 10;

/** What sending takes. */
export interface Sender {
  readonly database: DataSource;
  readonly sealing: Sealing;
  /** Whether webhooks may be inside our own network. */
  readonly allowPrivate: boolean;
}

interface Message {
  readonly id: string;
  readonly webhook: string;
  readonly event: string;
  readonly kind: string;
  readonly body: string;
  readonly attempts: number;
  readonly url: string;
  readonly secret: string;
}

/** Sends the messages that are due, some at once, and notes what came of each. Returns how many there were. */
export async function sendDue(sender: Sender): Promise<number> {
  const messages = await takeDue(sender.database);
  await Promise.all(messages.map((message) => sendOne(sender, message)));
  return messages.length;
}

/** A message is taken by pushing its time into the future, so that no transaction is open while others answer. */
const takeDue = (database: DataSource): Promise<Message[]> =>
  rows<Message>(
    database,
    `UPDATE webhook_deliveries d SET next_at = now() + interval '${HELD_SECONDS} seconds', attempts = attempts + 1
     FROM webhooks w
     WHERE w.id = d.webhook AND d.id IN (
       SELECT m.id FROM webhook_deliveries m JOIN webhooks h ON h.id = m.webhook
       WHERE m.state = 'waiting' AND m.next_at <= now() AND (h.disabled_at IS NULL OR m.kind = 'test')
       ORDER BY m.next_at LIMIT ${AT_ONCE} FOR UPDATE OF m SKIP LOCKED)
     RETURNING d.id, d.webhook, d.event, d.kind, d.body, d.attempts, w.url, w.secret`,
  );

async function sendOne(sender: Sender, message: Message): Promise<void> {
  const started = performance.now();
  const secret = secretOf(sender, message);
  const posted = secret === undefined ? UNREADABLE : await post(sender, message, secret);
  await note(sender.database, message, posted, Math.round(performance.now() - started));
}

function post({ allowPrivate }: Sender, { event: id, body, url }: Message, secret: string): Promise<Posted> {
  const signature = signatureOf(secret, { id, body, seconds: Math.floor(Date.now() / 1000) });
  const headers = { 'content-type': 'application/json', 'user-agent': 'Mondwerk', ...signature };
  return postMessage({ url, headers, body, allowPrivate });
}

const UNREADABLE: Posted = {
  status: null,
  problem: 'its secret was sealed with another SECRET_KEY: make the webhook anew',
};

function secretOf({ sealing }: Sender, { secret }: Message): string | undefined {
  try {
    return sealing.open(secret);
  } catch {
    return undefined;
  }
}

async function note(
  database: DataSource,
  { id, webhook, attempts }: Message,
  { status, problem }: Posted,
  milliseconds: number,
): Promise<void> {
  const wait = problem === null ? undefined : RETRY_AFTER[attempts - 1];
  const state = problem === null ? 'delivered' : wait === undefined ? 'failed' : 'waiting';
  await database.query(
    `UPDATE webhook_deliveries SET state = $2, status = $3, problem = $4, milliseconds = $5,
       next_at = now() + make_interval(secs => $6), ended_at = CASE WHEN $2 = 'waiting' THEN NULL ELSE now() END
     WHERE id = $1`,
    [id, state, status, problem, milliseconds, wait ?? null],
  );
  await database.query(
    `UPDATE webhooks SET failures = CASE WHEN $2::text IS NULL THEN 0 ELSE failures + 1 END,
       disabled_at = CASE WHEN $2::text IS NOT NULL AND failures + 1 >= $3 THEN now() ELSE disabled_at END,
       disabled_reason = CASE WHEN $2::text IS NOT NULL AND failures + 1 >= $3 AND disabled_at IS NULL
         THEN 'It was turned off after ' || $3 || ' tries that failed; the last one: ' || $2 ELSE disabled_reason END
     WHERE id = $1`,
    [webhook, problem, MOST_FAILURES],
  );
}
