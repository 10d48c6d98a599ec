import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { DynamicModule, LoggerService } from '@nestjs/common';
import type { RequestHandler, Response } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import type { Platform } from '../platform.ts';
import { AccessGuard, type Identify } from './accessGuard.ts';
import { controllerOf, PLATFORM, type AdmittedRequest } from './controller.ts';
import { describeApi } from './openApi.ts';
import { paceOf } from './pace.ts';
import { ProblemFilter } from './problemFilter.ts';
import type { Route } from './route.ts';

/** What a server is made of. */
export interface Parts {
  readonly platform: Platform;
  readonly rooms: Readonly<Record<string, readonly Route[]>>;
  readonly identify: Identify;
  readonly version: string;
  readonly log: Logger;
  /** Sees every request first. */
  readonly watch: RequestHandler;
}

/** Makes the web process's server; it does not listen yet. */
export async function openServer(parts: Parts): Promise<NestExpressApplication> {
  const { platform, rooms, identify, log } = parts;
  const { settings } = platform;
  const app = await NestFactory.create<NestExpressApplication>(moduleOf(parts), {
    bodyParser: false,
    logger: nestLogger(log),
    abortOnError: false,
  });
  // One proxy, ours: what stands further left in X-Forwarded-For was said by whoever asks.
  app.set('trust proxy', settings.TRUST_PROXY ? 1 : false);
  app.set('query parser', 'simple');
  app.disable('x-powered-by');
  app.use((request: AdmittedRequest, response: Response, next: () => void) => {
    const given = settings.TRUST_PROXY ? request.get('X-Request-Id') : undefined;
    request.id = given !== undefined && REQUEST_ID.test(given) ? given : randomUUID();
    response.setHeader('X-Request-Id', request.id);
    next();
  });
  app.use(parts.watch);
  app.use(helmet());
  app.enableCors({
    origin: new URL(settings.DASHBOARD_URL).origin,
    credentials: true,
    exposedHeaders: ['ETag', 'X-Request-Id', 'Retry-After', ...UPLOAD_HEADERS],
  });
  app.useBodyParser('json', { limit: '2mb' });
  app.useGlobalGuards(new AccessGuard(identify, paceOf(settings.REQUESTS_PER_MINUTE)));
  app.useGlobalFilters(new ProblemFilter(log));
  const api = describeApi(Object.values(rooms).flat(), parts.version);
  app.use('/openapi.json', (_request: unknown, response: Response) => response.json(api));
  // Half a terabyte takes longer to arrive than Node gives a request; whoever sends nothing is cut off all the same.
  const server = app.getHttpServer() as Server;
  server.requestTimeout = 0;
  server.setTimeout(SILENCE_MS);
  return app;
}

/** How long a connection may be silent in the middle of a request. */
const SILENCE_MS = 120_000;

/** What a browser must be shown of an upload's answers to go on with it. */
const UPLOAD_HEADERS = ['Location', 'Upload-Offset', 'Upload-Length', 'Tus-Resumable'];

/** What a proxy of our own may call a request. */
const REQUEST_ID = /^[\w.-]{8,64}$/;

/** Nest tells of what goes wrong; that it starts and which routes it has is known. */
const nestLogger = (log: Logger): LoggerService => ({
  log: () => undefined,
  warn: (message: unknown) => log.warn({ nest: message }, 'nest'),
  error: (message: unknown, ...more: unknown[]) => log.error({ nest: [message, ...more] }, 'nest'),
});

/** One module a room; the platform is opened by whoever starts the process. */
function moduleOf({ platform, rooms }: Parts): DynamicModule {
  class Web {}
  class Shared {}
  const shared: DynamicModule = {
    module: Shared,
    global: true,
    providers: [{ provide: PLATFORM, useValue: platform }],
    exports: [PLATFORM],
  };
  const modules = Object.entries(rooms).map(([room, routes]): DynamicModule => {
    class Room {}
    Object.defineProperty(Room, 'name', { value: room });
    return { module: Room, controllers: [controllerOf(room, routes)] };
  });
  return { module: Web, imports: [shared, ...modules] };
}
