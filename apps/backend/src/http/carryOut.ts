import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { EntityManager } from 'typeorm';
import { writeAudit } from '../audit/writeAudit.ts';
import { tellDone } from '../events/routeEvents.ts';
import type { Actor } from '../access/actor.ts';
import type { Platform } from '../platform.ts';
import { atMostOnce, type Answer } from './idempotency.ts';
import { readWith } from './invalidRequest.ts';
import { checkOwn, referencesInPath, versionFrom } from './params.ts';
import { referencesIn } from './references.ts';
import type { RawCall, Route } from './route.ts';

/** A request as the server got it, from somebody who may make it. */
export interface Received {
  readonly incoming: IncomingMessage & { readonly body?: unknown };
  readonly outgoing: ServerResponse;
  readonly params: Readonly<Record<string, string>>;
  readonly query: unknown;
  readonly actor: Actor | null;
  readonly request: string;
  readonly address: string;
  readonly https: boolean;
}

type AnyCall = RawCall<string, unknown, unknown, Actor | null>;

/**
 * Carries a request out and answers it: what it writes, its entry in the audit log and the answer kept for its
 * Idempotency-Key are one transaction. @throws Refusal, and then nothing has happened.
 */
export async function carryOut(route: Route, platform: Platform, received: Received): Promise<void> {
  const headers: [string, string | readonly string[]][] = [];
  const { manager } = platform.database;
  // First of all: what a request says is of interest only to those whose things it is about.
  if (received.actor !== null) await checkOwn(manager, received.actor, referencesInPath(received.params));
  const read = readRequest(route, received, (name, value) => headers.push([name, value]));
  if (route.send !== undefined) {
    await checkReferences(manager, route, read);
    await route.send({ ...read, tx: manager } as never, platform);
    return;
  }
  const answer = async (tx: EntityManager): Promise<Answer> => {
    await checkReferences(tx, route, read);
    const value = await route.handle!({ ...read, tx } as never, platform);
    const reply = route.reply === undefined ? null : (route.reply.parse(value) as object);
    return { status: statusOf(route), reply };
  };
  const alone = route.method === 'GET' || route.ownTransaction;
  const answered = alone ? await answer(manager) : await write(route, platform, read, answer);
  for (const [name, value] of headers) received.outgoing.setHeader(name, value);
  sendAnswer(received, answered);
}

function readRequest(
  route: Route,
  { incoming, outgoing, params, query, actor, request, address, https }: Received,
  setHeader: AnyCall['setHeader'],
): Omit<AnyCall, 'tx'> {
  return {
    params,
    query: route.query && readWith(route.query, query, 'query'),
    body: route.body && readWith(route.body, incoming.body ?? {}, 'body'),
    expected: route.edits ? versionFrom(incoming.headers['if-match']) : 0,
    headers: incoming.headers,
    actor,
    request,
    address,
    https,
    setHeader,
    incoming,
    outgoing,
  };
}

async function checkReferences(tx: EntityManager, route: Route, read: Omit<AnyCall, 'tx'>): Promise<void> {
  if (read.actor === null) return;
  await checkOwn(tx, read.actor, [
    ...(route.query ? referencesIn(route.query, read.query) : []),
    ...(route.body ? referencesIn(route.body, read.body) : []),
  ]);
}

function write(
  route: Route,
  { database }: Platform,
  { actor, headers, params, body, request }: Omit<AnyCall, 'tx'>,
  answer: (tx: EntityManager) => Promise<Answer>,
): Promise<Answer> {
  return database.transaction(async (tx) => {
    if (actor === null) return answer(tx);
    const audited = async (): Promise<Answer> => {
      const answered = await answer(tx);
      const { organisation, person } = actor;
      const thing = thingOf(answered.reply, params);
      await tellDone(tx, { route: route.name, organisation, person, thing, params, reply: answered.reply });
      await writeAudit(tx, {
        ...{ organisation, person, thing },
        token: actor.token,
        act: route.name,
        detail: route.secret === 'body' ? {} : { ...(body as object | undefined) },
        request,
      });
      return answered;
    };
    const key = route.method === 'POST' ? headers['idempotency-key'] : undefined;
    const asked = { actor, key: key === undefined ? key : String(key), request: [route.name, params, body] };
    return atMostOnce(tx, { ...asked, keep: route.secret === undefined }, audited);
  });
}

const STATUS = { GET: 200, POST: 201, PATCH: 200, PUT: 200, DELETE: 204 } as const;

/** With which status a route answers when all goes well. */
export const statusOf = ({ status, method, reply }: Route): number =>
  status ?? (reply === undefined ? 204 : STATUS[method]);

function thingOf(reply: object | null, params: Readonly<Record<string, string>>): string | null {
  if (reply !== null && 'id' in reply && typeof reply.id === 'string') return reply.id;
  return Object.values(params).at(-1) ?? null;
}

/** Something that has a version gets an ETag that begins with it, and is not sent again to those who have all of it. */
function sendAnswer({ incoming, outgoing }: Received, { status, reply }: Answer): void {
  if (!outgoing.hasHeader('Cache-Control')) outgoing.setHeader('Cache-Control', 'private, no-cache');
  if (reply === null) {
    outgoing.writeHead(status).end();
    return;
  }
  const text = JSON.stringify(reply);
  if ('version' in reply) {
    // What is shown may change without a new version: how far a run is, say.
    const etag = `"${String(reply.version)}.${createHash('sha256').update(text).digest('base64url').slice(0, 12)}"`;
    outgoing.setHeader('ETag', etag);
    if (incoming.method === 'GET' && incoming.headers['if-none-match'] === etag) {
      outgoing.writeHead(304).end();
      return;
    }
  }
  outgoing.setHeader('Content-Type', 'application/json; charset=utf-8');
  outgoing.writeHead(status).end(text);
}
