import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { openServer } from './http/openServer.ts';
import { watchRequests } from './operate/watchRequests.ts';
import { identify } from './people/identify.ts';
import type { Platform } from './platform.ts';
import { rooms } from './routes.ts';

/** Makes the web process's server from all rooms; it does not listen yet. */
export async function openWeb(platform: Platform): Promise<NestExpressApplication> {
  const file = join(import.meta.dirname, '../package.json');
  const { version } = JSON.parse(await readFile(file, 'utf8')) as { version: string };
  const { log, metrics } = platform;
  const watch = watchRequests(log, metrics.http);
  return openServer({ platform, rooms, identify: identify(platform), version, log, watch });
}
