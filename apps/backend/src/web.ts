import type { NestExpressApplication } from '@nestjs/platform-express';
import { openServer } from './http/openServer.ts';
import { watchRequests } from './operate/watchRequests.ts';
import { identify } from './people/identify.ts';
import type { Platform } from './platform.ts';
import { rooms } from './routes.ts';
import { versionOf } from './version.ts';

/** Makes the web process's server from all rooms; it does not listen yet. */
export async function openWeb(platform: Platform): Promise<NestExpressApplication> {
  const { log, metrics } = platform;
  const watch = watchRequests(log, metrics.http);
  return openServer({
    platform,
    rooms,
    identify: identify(platform),
    version: await versionOf(),
    log,
    watch,
  });
}
