import { z } from 'zod';
import { rawRoute } from '../http/route.ts';
import { idOf } from '../http/schemas.ts';
import { openEventStream } from '../events/eventStream.ts';
import type { StreamFilter } from '../events/readMissed.ts';
import { isId } from '../database/ids.ts';

const StreamQuery = z.object({
  title: idOf('titles').optional().describe('Only what is about this title'),
  dub: idOf('dubs').optional().describe('Only what is about this dub'),
  after: z.uuid().optional().describe('The id of the last event heard, where Last-Event-ID cannot be sent'),
});

/** What happens, as it happens. */
export const streamRoute = rawRoute({
  name: 'events.stream',
  method: 'GET',
  path: '/events',
  does: 'Stream what happens as server-sent events: with Last-Event-ID first what was missed; job events, which tell progress, have no id and are not kept',
  may: 'events:read',
  query: StreamQuery,
  answers: 'text/event-stream',
  send: async ({ tx, actor, query, headers, outgoing }, { events }) => {
    const last = String(headers['last-event-id'] ?? query.after ?? '');
    const filter: StreamFilter = { organisation: actor.organisation, title: query.title, dub: query.dub };
    await openEventStream(outgoing, events, { tx, filter, after: isId(last) ? last : null });
  },
});
