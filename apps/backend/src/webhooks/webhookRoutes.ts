import { Refusal } from '@mondwerk/film';
import { v7 as newId } from 'uuid';
import { z } from 'zod';
import { edit } from '../database/edit.ts';
import { readPage } from '../database/page.ts';
import { route } from '../http/route.ts';
import { Moment, PageQuery, pageOf } from '../http/schemas.ts';
import { eventKinds } from '../events/eventKinds.ts';
import { queueMessage, retryMessage } from '../events/queueMessage.ts';
import { WebhookDeliveries, Webhooks } from '../events/tables.ts';
import { newWebhookSecret } from '../events/webhookSignature.ts';

const Address = z
  .url({ protocol: /^https?$/ })
  .max(2000)
  .refine((url) => !/^\w+:\/\/[^/]*@/.test(url), 'an address without a name or password in it');
const Kinds = z.array(z.enum(eventKinds)).max(50);

const Webhook = z
  .object({
    id: z.uuid(),
    url: z.string(),
    kinds: z.array(z.string()).describe('What it hears of; everything when empty'),
    failures: z.int().describe('Tries that failed since one succeeded'),
    disabledAt: Moment.nullable(),
    disabledReason: z.string().nullable(),
    madeAt: Moment,
    version: z.int(),
  })
  .meta({ id: 'Webhook' });

const NewWebhook = z.object({ url: Address, kinds: Kinds.default([]) });

const WebhookChanges = z
  .object({ url: Address, kinds: Kinds, enabled: z.boolean() })
  .partial()
  .refine((changes) => Object.keys(changes).length > 0, 'say what shall change');

const Message = z
  .object({
    id: z.uuid(),
    event: z.uuid(),
    kind: z.string(),
    body: z.string(),
    state: z.enum(['waiting', 'delivered', 'failed']),
    attempts: z.int(),
    nextAt: Moment.nullable(),
    status: z.int().nullable(),
    problem: z.string().nullable(),
    milliseconds: z.int().nullable(),
    madeAt: Moment,
    endedAt: Moment.nullable(),
  })
  .meta({ id: 'WebhookMessage' });

/** Telling other programs what happens. */
export const webhookRoutes = [
  route({
    name: 'webhooks.list',
    method: 'GET',
    path: '/webhooks',
    does: 'List the webhooks of the organisation',
    may: 'webhooks:read',
    query: PageQuery,
    reply: pageOf(Webhook),
    handle: ({ tx, actor: { organisation }, query }) =>
      readPage(tx, Webhooks, query, { where: { organisation } }) as never,
  }),
  route({
    name: 'webhooks.create',
    method: 'POST',
    path: '/webhooks',
    does: 'Have an address told what happens; the secret that signs the messages is shown this once',
    may: 'webhooks:create',
    secret: 'reply',
    body: NewWebhook,
    reply: Webhook.extend({ secret: z.string() }),
    handle: async ({ tx, actor, body }, { sealing }) => {
      const secret = newWebhookSecret();
      const { organisation, person: madeBy } = actor;
      const row = { id: newId(), organisation, madeBy, ...body, secret: sealing.seal(secret) };
      const saved = await tx.save(Webhooks, { ...row, disabledAt: null, disabledReason: null, failures: 0 });
      return { ...saved, kinds: [...saved.kinds], secret };
    },
  }),
  route({
    name: 'webhooks.read',
    method: 'GET',
    path: '/webhooks/{webhook}',
    does: 'Show a webhook',
    may: 'webhooks:read',
    reply: Webhook,
    handle: ({ tx, params }) => tx.findOneByOrFail(Webhooks, { id: params.webhook }) as never,
  }),
  route({
    name: 'webhooks.edit',
    method: 'PATCH',
    path: '/webhooks/{webhook}',
    does: 'Change where a webhook is and what it hears of, turn it off, or on again after it failed too often',
    may: 'webhooks:edit',
    edits: true,
    body: WebhookChanges,
    reply: Webhook,
    handle: ({ tx, params, expected, body: { enabled, ...changes } }) =>
      edit(
        tx,
        Webhooks,
        { id: params.webhook, expected },
        {
          ...changes,
          ...(enabled === true ? { disabledAt: null, disabledReason: null, failures: 0 } : {}),
          ...(enabled === false ? { disabledAt: new Date(), disabledReason: 'It was turned off.' } : {}),
        },
      ) as never,
  }),
  route({
    name: 'webhooks.delete',
    method: 'DELETE',
    path: '/webhooks/{webhook}',
    does: 'Delete a webhook and its messages',
    may: 'webhooks:delete',
    handle: async ({ tx, params }) => {
      await tx.delete(Webhooks, { id: params.webhook });
    },
  }),
  route({
    name: 'webhooks.test',
    method: 'POST',
    path: '/webhooks/{webhook}/test',
    does: 'Send a webhook a message of the kind `test`, also one that is turned off',
    may: 'webhooks:edit',
    status: 202,
    reply: Message,
    handle: ({ tx, params, actor }) => queueMessage(tx, params.webhook, actor.person),
  }),
  route({
    name: 'webhooks.messages',
    method: 'GET',
    path: '/webhooks/{webhook}/messages',
    does: 'List what a webhook was told and what came of it, the newest first',
    may: 'webhooks:read',
    query: PageQuery,
    reply: pageOf(Message),
    handle: ({ tx, params, query }) =>
      readPage(tx, WebhookDeliveries, query, { where: { webhook: params.webhook }, newestFirst: true }),
  }),
  route({
    name: 'webhooks.retry',
    method: 'POST',
    path: '/webhooks/{webhook}/messages/{message}/retry',
    does: 'Send a message to a webhook again, now',
    may: 'webhooks:edit',
    status: 202,
    reply: Message,
    handle: async ({ tx, params }) => {
      const message = await tx.findOneByOrFail(WebhookDeliveries, { id: params.message });
      if (message.webhook !== params.webhook) {
        throw new Refusal('not-found', 'That message was sent to another webhook.');
      }
      return retryMessage(tx, message);
    },
  }),
];
