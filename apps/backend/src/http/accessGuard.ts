import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Refusal } from '@mondwerk/film';
import { may } from '../people/access.ts';
import type { Actor } from '../people/actor.ts';
import { ROUTE, type AdmittedRequest } from './controller.ts';
import type { Route } from './route.ts';

/** Tells who asks; `null` when nobody is signed in. @throws Refusal for a session or token that is not good. */
export type Identify = (request: AdmittedRequest) => Promise<Actor | null>;

/** Lets a request through to its route, if whoever asks may. */
export class AccessGuard implements CanActivate {
  readonly #identify: Identify;

  constructor(identify: Identify) {
    this.#identify = identify;
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const route = Reflect.getMetadata(ROUTE, context.getHandler()) as Route | undefined;
    const request = context.switchToHttp().getRequest<AdmittedRequest>();
    // A handler that did not come from a table of routes has no rule, so nobody may use it.
    if (route === undefined) throw new Refusal('not-allowed', 'Nobody may do that.');
    request.actor = await this.#identify(request);
    checkMay(route, request.actor);
    return true;
  }
}

function checkMay({ may: needed, does }: Route, actor: Actor | null): void {
  if (needed === 'anyone') return;
  if (actor === null) {
    throw new Refusal('not-signed-in', 'Sign in, or send an API token as `Authorization: Bearer …`.');
  }
  if (needed === 'signed-in' || may(actor, needed)) return;
  const lacking = actor.token === null ? `As ${actor.role}` : 'With this token';
  throw new Refusal('not-allowed', `${lacking} you may not do that (“${does}” asks for ${needed}).`);
}
