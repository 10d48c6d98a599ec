import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { EVENTS } from '../queue/jobEvents.ts';

/** What is told on the channel of events; whoever listens looks into it as far as it needs. */
export interface Notice {
  readonly organisation: string;
  readonly kind: string;
  readonly [field: string]: unknown;
}

/** Somebody who listens. */
export interface Listener {
  hear(notice: Notice): void;
  /** Something may have been missed: ask the database what. */
  missed(): void;
}

/** Hears what all processes tell, on one connection, however many listen. */
export interface EventBus {
  /** How many listen now. */
  readonly listeners: number;
  /** Adds one who listens, once notices reach this process. Returns how to stop. */
  listen(listener: Listener): Promise<() => void>;
  close(): Promise<void>;
}

interface BusLog {
  warn(fields: object, words: string): void;
}

const AGAIN_AFTER_MS = 500;
const KEEP_ALIVE_MS = 10_000;

/** Makes a bus; it connects when somebody listens first, and again whenever the connection breaks. */
export function openEventBus(url: string, log: BusLog): EventBus {
  const listeners = new Set<Listener>();
  const stop = new AbortController();
  let running: Promise<void> | undefined;
  let ready = Promise.withResolvers<void>();
  let connected = false;

  const deliver = ({ payload = '' }: pg.Notification): void => {
    const notice = readNotice(payload);
    if (notice) for (const listener of listeners) listener.hear(notice);
  };
  const run = async (): Promise<void> => {
    while (!stop.signal.aborted) {
      try {
        await hearUntilBroken(url, stop.signal, {
          heard: deliver,
          connected: () => {
            connected = true;
            ready.resolve();
          },
        });
      } catch (error) {
        if (!stop.signal.aborted) log.warn({ err: error }, 'events are not heard');
      }
      if (connected) ready = Promise.withResolvers();
      connected = false;
      for (const listener of listeners) listener.missed();
      await sleep(AGAIN_AFTER_MS, undefined, { signal: stop.signal }).catch(() => undefined);
    }
  };
  return {
    get listeners() {
      return listeners.size;
    },
    async listen(listener) {
      running ??= run();
      await ready.promise;
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      stop.abort();
      ready.resolve();
      await running;
    },
  };
}

interface Ears {
  heard(notification: pg.Notification): void;
  connected(): void;
}

async function hearUntilBroken(url: string, signal: AbortSignal, ears: Ears): Promise<void> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'mondwerk events',
    connectionTimeoutMillis: KEEP_ALIVE_MS,
    query_timeout: KEEP_ALIVE_MS,
    keepAlive: true,
  });
  const broken = new AbortController();
  client.on('error', () => broken.abort());
  client.on('end', () => broken.abort());
  client.on('notification', ears.heard);
  try {
    await client.connect();
    await client.query(`LISTEN ${EVENTS}`);
    ears.connected();
    const either = AbortSignal.any([broken.signal, signal]);
    while (!either.aborted) {
      await sleep(KEEP_ALIVE_MS, undefined, { signal: either }).catch(() => undefined);
      if (!either.aborted) await client.query('SELECT 1');
    }
  } finally {
    await client.end().catch(() => undefined);
  }
}

function readNotice(payload: string): Notice | undefined {
  try {
    return JSON.parse(payload) as Notice;
  } catch {
    return undefined;
  }
}
