import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { EntityManager } from 'typeorm';
import type { EventBus, Notice } from './eventBus.ts';
import { readMissed, type StreamFilter } from './readMissed.ts';

/** Where a stream begins. */
export interface StreamStart {
  readonly tx: EntityManager;
  readonly filter: StreamFilter;
  /** The id of the last event that was heard before; `null` for one who only wants what comes. */
  readonly after: string | null;
}

/** Proxies close connections on which nothing is said. */
/** How long a stream may outlive the right to it. */
const AT_MOST_MS = 5 * 60_000;

const HEARTBEAT_MS = 15_000;

/** Who does not read for so long is gone, or will come back and ask for what was missed. */
const MOST_WAITING_BYTES = 1 << 20;

/** How long a browser waits before it comes back. */
const RETRY_MS = 2000;

/**
 * Sends events until the one who listens goes away, or the bus has missed something: then it ends, and whoever comes
 * back with Last-Event-ID hears what was missed, or `reload` when that was too much. Something may be told twice around
 * that moment; ids tell.
 */
export async function openEventStream(
  outgoing: ServerResponse,
  bus: EventBus,
  start: StreamStart,
): Promise<void> {
  const { filter } = start;
  const early: Notice[] = [];
  let hear = (notice: Notice): void => void early.push(notice);
  const gone = once(outgoing, 'close');
  const stop = await bus.listen({
    hear: (notice) => wants(filter, notice) && hear(notice),
    missed: () => outgoing.end(),
  });
  const heartbeat = setInterval(() => outgoing.write(': still here\n\n'), HEARTBEAT_MS);
  // Who may hear is asked when a stream begins: readers come back, miss nothing, and are asked again.
  const ending = setTimeout(() => outgoing.end(), AT_MOST_MS);
  try {
    outgoing.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      // Else nginx keeps what is said until there is more of it.
      'x-accel-buffering': 'no',
    });
    outgoing.write(`retry: ${RETRY_MS}\n\n`);
    const missed = start.after === null ? [] : await readMissed(start.tx, filter, start.after);
    const told = new Set(missed?.map(({ id }) => id));
    const send = (notice: Notice): void => {
      outgoing.write(textOf(notice));
      if (outgoing.writableLength > MOST_WAITING_BYTES) outgoing.destroy();
    };
    if (missed === undefined) outgoing.write('event: reload\ndata: {}\n\n');
    for (const notice of missed ?? []) send(notice);
    for (const notice of early) if (!told.has(String(notice.id))) send(notice);
    hear = send;
    await gone;
  } finally {
    clearInterval(heartbeat);
    clearTimeout(ending);
    stop();
  }
}

const wants = ({ organisation, title, dub }: StreamFilter, notice: Notice): boolean =>
  notice.organisation === organisation &&
  (title === undefined || notice.title === title) &&
  (dub === undefined || notice.dub === dub);

/** What the stream calls it: an event by its kind, a job by its state. Only what is kept has an id. */
function textOf({ kind, ...data }: Notice): string {
  const id = typeof data.id === 'string' ? `id: ${data.id}\n` : '';
  return `${id}event: ${kind}\ndata: ${JSON.stringify(data)}\n\n`;
}
