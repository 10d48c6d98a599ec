import { randomUUID } from 'node:crypto';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { DynamicModule } from '@nestjs/common';
import type { Response } from 'express';
import helmet from 'helmet';
import { pino, type Logger } from 'pino';
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
  readonly log?: Logger;
}

/** Makes the web process's server; it does not listen yet. */
export async function openServer(parts: Parts): Promise<NestExpressApplication> {
  const { platform, rooms, identify } = parts;
  const { settings } = platform;
  const log = parts.log ?? pino({ level: settings.LOG_LEVEL });
  const app = await NestFactory.create<NestExpressApplication>(moduleOf(parts), {
    bodyParser: false,
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  app.set('trust proxy', settings.TRUST_PROXY);
  app.set('query parser', 'simple');
  app.disable('x-powered-by');
  app.use((request: AdmittedRequest, response: Response, next: () => void) => {
    request.id = randomUUID();
    response.setHeader('X-Request-Id', request.id);
    next();
  });
  app.use(helmet());
  app.enableCors({
    origin: settings.DASHBOARD_URL,
    credentials: true,
    exposedHeaders: ['ETag', 'X-Request-Id', 'Retry-After'],
  });
  app.useBodyParser('json', { limit: '2mb' });
  app.useGlobalGuards(new AccessGuard(identify, paceOf(settings.REQUESTS_PER_MINUTE)));
  app.useGlobalFilters(new ProblemFilter(log));
  const api = describeApi(Object.values(rooms).flat(), parts.version);
  app.use('/openapi.json', (_request: unknown, response: Response) => response.json(api));
  return app;
}

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
