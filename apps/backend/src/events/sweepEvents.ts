import type { DataSource } from 'typeorm';

/** Messages to webhooks are kept longer than events: people look into their log when something was missed. */
const MESSAGE_DAYS = 30;

/** Forgets what happened longer ago than `days`. Messages that still wait stay. */
export async function sweepEvents(database: DataSource, days: number): Promise<void> {
  await database.query('DELETE FROM events WHERE made_at < now() - make_interval(days => $1)', [days]);
  await database.query(
    `DELETE FROM webhook_deliveries WHERE state <> 'waiting' AND made_at < now() - make_interval(days => $1)`,
    [MESSAGE_DAYS],
  );
}
