import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from '@mondwerk/film';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { doChores } from './operate/chores.ts';
import type { Platform } from './platform.ts';
import { LIMITS } from './queue/limits.ts';
import { watchWorkers } from './queue/watchWorkers.ts';
import { listeners } from './recorders.ts';
import { openWeb } from './web.ts';

/** After a stop: how long answers that are on their way may take. */
const LAST_ANSWERS_MS = 5000;

/**
 * Serves the API until `stop` is aborted, hands the jobs of dead workers to others, and does what nobody asks for.
 * `served` is told the address. @throws Refusal `port-busy`.
 */
export async function runWeb(
  platform: Platform,
  stop: AbortSignal,
  served: (address: string) => void,
): Promise<void> {
  const { settings, log, events } = platform;
  const app = await openWeb(platform);
  const address = await listen(app, settings.HOST, settings.PORT);
  log.info({ address }, 'serving');
  served(address);
  const ended = new AbortController();
  const signal = AbortSignal.any([stop, ended.signal]);
  const others = [
    watchWorkers({ ...platform, listeners, limits: LIMITS }, signal),
    doChores(platform, signal),
  ];
  if (!stop.aborted) await once(stop, 'abort');
  ended.abort();
  // Streams of events end with the bus, and their readers come back to whoever serves then.
  await events.close();
  await Promise.race([app.close(), sleep(LAST_ANSWERS_MS, undefined, { ref: false })]);
  app.getHttpServer().closeAllConnections();
  await Promise.all(others);
}

async function listen(app: NestExpressApplication, host: string, port: number): Promise<string> {
  try {
    const server = await app.listen(port, host);
    const { port: taken } = server.address() as AddressInfo;
    const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
    return `http://${shown}:${taken}`;
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause)) throw cause;
    const busy = cause.code === 'EADDRINUSE';
    throw new Refusal(
      busy ? 'port-busy' : 'settings-wrong',
      busy
        ? `Another program already listens on port ${port} of ${host}: stop it, or give this one another PORT.`
        : `Nobody can listen on port ${port} of ${host} (${String(cause.code)}): change PORT or HOST.`,
      { cause },
    );
  }
}
