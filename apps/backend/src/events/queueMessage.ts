import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { WebhookDeliveries, Webhooks, type WebhookDeliveryRow } from './tables.ts';

/** Queues a message of the kind `test` for one webhook. */
export async function queueMessage(
  tx: EntityManager,
  webhook: string,
  askedBy: string,
): Promise<WebhookDeliveryRow> {
  const { organisation } = await tx.findOneByOrFail(Webhooks, { id: webhook });
  const event = newId();
  const at = new Date();
  const body = JSON.stringify({
    ...{ id: event, kind: 'test', at: at.toISOString(), thing: webhook, title: null, dub: null },
    data: { askedBy },
  });
  const message = {
    id: newId(),
    organisation,
    webhook,
    event,
    kind: 'test',
    body,
    state: 'waiting',
  } as const;
  await tx.insert(WebhookDeliveries, { ...message, nextAt: at });
  return tx.findOneByOrFail(WebhookDeliveries, { id: message.id });
}

/** Has a message sent again at once, with all its tries before it. */
export async function retryMessage(
  tx: EntityManager,
  { id }: Pick<WebhookDeliveryRow, 'id'>,
): Promise<WebhookDeliveryRow> {
  await tx.update(
    WebhookDeliveries,
    { id },
    { state: 'waiting', attempts: 0, nextAt: new Date(), endedAt: null },
  );
  return tx.findOneByOrFail(WebhookDeliveries, { id });
}
