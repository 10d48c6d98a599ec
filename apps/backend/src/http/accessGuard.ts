import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Refusal } from '@mondwerk/film';
import { may } from '../access/access.ts';
import type { Actor } from '../access/actor.ts';
import { checkForgery } from '../access/sessionCookie.ts';
import { ROUTE, type AdmittedRequest } from './controller.ts';
import type { Pace } from './pace.ts';
import type { Route } from './route.ts';

/** Tells who asks; `null` when nobody is signed in. @throws Refusal for a token that is not good. */
export type Identify = (request: AdmittedRequest) => Promise<Actor | null>;

/** Lets a request through to its route, if whoever asks may and it comes from our own page. */
export class AccessGuard implements CanActivate {
  readonly #identify: Identify;
  readonly #pace: Pace;

  constructor(identify: Identify, pace: Pace) {
    this.#identify = identify;
    this.#pace = pace;
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const route = Reflect.getMetadata(ROUTE, context.getHandler()) as Route | undefined;
    const request = context.switchToHttp().getRequest<AdmittedRequest>();
    // A handler that did not come from a table of routes has no rule, so nobody may use it.
    if (route === undefined) throw new Refusal('not-allowed', 'Nobody may do that.');
    if (route.may === 'anyone' && route.unidentified) return true;
    const actor = await this.#identifyInTime(request);
    checkMay(route, actor);
    if (actor !== null && actor.token === null && route.may !== 'anyone' && route.method !== 'GET') {
      checkForgery(request.headers);
    }
    request.actor = actor;
    return true;
  }

  /** Whoever guesses tokens is counted by where they are. */
  async #identifyInTime(request: AdmittedRequest): Promise<Actor | null> {
    const address = request.ip ?? '';
    try {
      const actor = await this.#identify(request);
      await this.#pace(actor === null ? address : (actor.token ?? actor.person));
      return actor;
    } catch (error) {
      if (error instanceof Refusal && error.code === 'not-signed-in') await this.#pace(address);
      throw error;
    }
  }
}

/** What one may do before one has changed a password that was only lent. */
const WITH_LENT_PASSWORD: readonly string[] = ['session.read', 'session.delete', 'password.change'];

function checkMay({ may: needed, does, name }: Route, actor: Actor | null): void {
  if (needed === 'anyone') return;
  if (actor === null) {
    throw new Refusal('not-signed-in', 'Sign in, or send an API token as `Authorization: Bearer …`.');
  }
  if (actor.mustChangePassword && !WITH_LENT_PASSWORD.includes(name)) {
    throw new Refusal(
      'password-must-change',
      'Your password was only lent to you: choose one of your own first.',
    );
  }
  if (needed === 'signed-in') return;
  if (needed === 'in-person') {
    if (actor.token === null) return;
    throw new Refusal('not-allowed', `A token may not do that (“${does}”): sign in in a browser.`);
  }
  if (may(actor, needed)) return;
  const lacking = actor.token === null ? `As ${actor.role}` : 'With this token';
  throw new Refusal('not-allowed', `${lacking} you may not do that (“${does}” asks for ${needed}).`);
}
