import {
  Controller,
  Inject,
  Req,
  RequestMapping,
  RequestMethod,
  Res,
  SetMetadata,
  type Type,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Actor } from '../access/actor.ts';
import type { Platform } from '../platform.ts';
import { carryOut } from './carryOut.ts';
import type { Route } from './route.ts';

/** The token under which the modules share the platform. */
export const PLATFORM = Symbol('platform');

/** The metadata under which guards find a handler's route. */
export const ROUTE = 'mondwerk:route';

/** A request that the guards have let through. */
export interface AdmittedRequest extends Request {
  /** Who asks; set by the access guard. */
  actor?: Actor | null;
  /** Names the request in logs, answers and the audit log. */
  id: string;
}

type Handler = (request: AdmittedRequest, response: Response) => Promise<void>;

/** Makes the controller of some routes: decorators are called as functions, because type stripping cannot run them. */
export function controllerOf(room: string, routes: readonly Route[]): Type {
  class Routes {
    readonly platform: Platform;

    constructor(platform: Platform) {
      this.platform = platform;
    }
  }
  Object.defineProperty(Routes, 'name', { value: `${room}Routes` });
  Inject(PLATFORM)(Routes, undefined, 0);
  Controller()(Routes);
  for (const route of routes) addHandler(Routes.prototype, route);
  return Routes;
}

function addHandler(prototype: object, route: Route): void {
  const descriptor: TypedPropertyDescriptor<Handler> = {
    configurable: true,
    writable: true,
    async value(this: { platform: Platform }, incoming, outgoing) {
      await carryOut(route, this.platform, {
        incoming,
        outgoing,
        params: incoming.params as Record<string, string>,
        query: incoming.query,
        actor: incoming.actor ?? null,
        request: incoming.id,
        address: incoming.ip ?? '',
        https: incoming.secure || this.platform.settings.PUBLIC_URL?.startsWith('https:') === true,
      });
    },
  };
  const key = route.name;
  Object.defineProperty(prototype, key, descriptor);
  RequestMapping({
    method: RequestMethod[route.method],
    path: route.path.replaceAll(/\{(\w+)\}/g, ':$1'),
  })(prototype, key, descriptor);
  SetMetadata(ROUTE, route)(prototype, key, descriptor);
  Req()(prototype, key, 0);
  Res()(prototype, key, 1);
}
