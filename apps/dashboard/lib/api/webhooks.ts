import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import type { paths } from '@mondwerk/client';
import { useChange } from './change.ts';
import { answerOf, api, ifMatch, type Schemas } from './client.ts';
import { allPages, MOST } from './pages.ts';
import { useStream, type Stream } from './stream.ts';

/** An address that is told what happens. */
export type Webhook = Schemas['Webhook'];

/** Something that one was told, and what came of it. */
export type WebhookMessage = Schemas['WebhookMessage'];

type Body = NonNullable<paths['/webhooks']['post']['requestBody']>['content']['application/json'];

/** What kind of thing happened. */
export type EventKind = NonNullable<Body['kinds']>[number];

const KINDS: Readonly<Record<Exclude<EventKind, 'test'>, true>> = {
  'title.created': true,
  'dub.created': true,
  'upload.ready': true,
  'upload.refused': true,
  'take.ready': true,
  'draft.ready': true,
  'draft.failed': true,
  'verdict.given': true,
  'note.written': true,
  'delivery.ready': true,
  'delivery.failed': true,
  'rights.changed': true,
  'run.started': true,
  'run.paused': true,
  'run.done': true,
  'run.failed': true,
  'run.cancelled': true,
};

/** Everything that a webhook can be told of; a test is sent by hand. */
export const eventKinds = Object.keys(KINDS) as readonly EventKind[];

interface WebhookChanges {
  readonly url?: string;
  readonly kinds?: EventKind[];
  readonly enabled?: boolean;
}

/** All webhooks of the organisation. */
export const useWebhooks = (): UseQueryResult<Webhook[]> =>
  useQuery({
    queryKey: ['webhooks'],
    queryFn: () =>
      allPages((after) => answerOf(api.GET('/webhooks', { params: { query: { after, limit: MOST } } }))),
    staleTime: 0,
  });

/** How often a log is read again while something is about to be sent: no event tells what came of it. */
const LOOK_AGAIN_MS = 3000;

/** What is to be tried again later than that is looked at when somebody comes back. */
const SOON_MS = 60_000;

const isDueSoon = ({ state, nextAt }: WebhookMessage): boolean =>
  state === 'waiting' && (nextAt === null || Date.parse(nextAt) - Date.now() < SOON_MS);

/** What a webhook was told, the newest first. */
export const useWebhookMessages = (webhook: string): Stream<WebhookMessage> =>
  useStream(
    ['webhooks', webhook, 'messages'],
    (after) =>
      answerOf(api.GET('/webhooks/{webhook}/messages', { params: { path: { webhook }, query: { after } } })),
    { staleTime: 0, again: (messages) => messages.some(isDueSoon) && LOOK_AGAIN_MS },
  );

/** What is done with webhooks. */
export function useWebhookActs(): {
  readonly make: (webhook: {
    readonly url: string;
    readonly kinds: EventKind[];
  }) => Promise<Webhook & { readonly secret: string }>;
  readonly change: (webhook: Webhook, changes: WebhookChanges) => Promise<Webhook>;
  readonly remove: (webhook: string) => Promise<unknown>;
  readonly test: (webhook: string) => Promise<WebhookMessage>;
  readonly sendAgain: (webhook: string, message: string) => Promise<WebhookMessage>;
} {
  const queries = useQueryClient();
  const changed = useChange('webhooks');
  const at = (webhook: string) => ({ params: { path: { webhook } } });
  return {
    make: (body) => changed(answerOf(api.POST('/webhooks', { body }))),
    change: ({ id: webhook, version }, body) =>
      changed(
        answerOf(
          api.PATCH('/webhooks/{webhook}', {
            params: { path: { webhook }, header: ifMatch(version) },
            body,
          }),
        ),
      ),
    remove: async (webhook) => {
      await api.DELETE('/webhooks/{webhook}', at(webhook));
      // The messages of one that is gone are not asked for again.
      await queries.invalidateQueries({ queryKey: ['webhooks'], exact: true });
    },
    test: (webhook) => changed(answerOf(api.POST('/webhooks/{webhook}/test', at(webhook)))),
    sendAgain: (webhook, message) =>
      changed(
        answerOf(
          api.POST('/webhooks/{webhook}/messages/{message}/retry', {
            params: { path: { webhook, message } },
          }),
        ),
      ),
  };
}
