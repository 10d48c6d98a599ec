import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import type { Permission } from '../access/access.ts';
import type { Actor } from '../access/actor.ts';
import type { Platform } from '../platform.ts';

/** The names between braces in a path: `'/titles/{title}'` has `title`. */
type NamesIn<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

type Read<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;
type Given<Schema> = Schema extends z.ZodType ? z.input<Schema> : void;

/** One request, read and checked. */
export interface Call<Path extends string = string, Query = unknown, Body = unknown, Who = Actor> {
  readonly params: Readonly<Record<NamesIn<Path>, string>>;
  readonly query: Query;
  readonly body: Body;
  /** Who asks; `null` only where anyone may and nobody is signed in. */
  readonly actor: Who;
  /** The transaction in which everything that this request does happens, or nothing. */
  readonly tx: EntityManager;
  /** The version that the request means to edit, from If-Match; 0 where the route does not ask for it. */
  readonly expected: number;
  /** Names the request in logs and in the audit log. */
  readonly request: string;
  /** Where it came from. */
  readonly address: string;
  /** Whether it came over https. */
  readonly https: boolean;
  readonly headers: IncomingHttpHeaders;
  /** Adds a header to the answer, sent once everything is in the database. */
  readonly setHeader: (name: string, value: string | readonly string[]) => void;
}

/** A request to be answered by hand: files, streams of events, cookies. */
export interface RawCall<
  Path extends string = string,
  Query = unknown,
  Body = unknown,
  Who = Actor,
> extends Call<Path, Query, Body, Who> {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
}

/**
 * Who may use a route: those with a permission; those who are signed in; those who are signed in themselves, in a
 * browser and not by a token of theirs; or anyone.
 */
export type May = Permission | 'signed-in' | 'in-person' | 'anyone';

/** Where anyone may, nobody need be signed in. */
type WhoMay<M> = M extends 'anyone' ? Actor | null : Actor;

interface Described<Path extends string, Query, Body, M> {
  /** `noun.verb`: the operation's id and what the audit log calls it. */
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  readonly path: Path;
  /** What it does, in a sentence. */
  readonly does: string;
  readonly may: M;
  readonly query?: Query;
  readonly body?: Body;
  /** Whether it edits a version that the request must name with If-Match. */
  readonly edits?: true;
  /** Nobody asks who it is: it answers without the database, and a bearer token means something of its own. */
  readonly unidentified?: true;
  /** What is told to nobody else: what was sent stays out of the audit log, an answer is given once and kept nowhere. */
  readonly secret?: 'body' | 'reply';
}

/** A route that answers with JSON. */
export interface JsonRoute<Path extends string, Query, Body, Reply, M> extends Described<
  Path,
  Query,
  Body,
  M
> {
  readonly reply?: Reply;
  readonly status?: 200 | 201 | 202 | 204;
  /** It must write down also what it refuses, so it opens its transactions and writes the audit log itself. */
  readonly ownTransaction?: true;
  readonly handle: (
    call: Call<Path, Read<Query>, Read<Body>, WhoMay<M>>,
    platform: Platform,
  ) => Promise<Given<Reply>> | Given<Reply>;
}

/** A route that writes its answer itself, of the media type `answers`. */
export interface RawRoute<Path extends string, Query, Body, M> extends Described<Path, Query, Body, M> {
  readonly answers: string;
  readonly send: (
    call: RawCall<Path, Read<Query>, Read<Body>, WhoMay<M>>,
    platform: Platform,
  ) => Promise<void>;
}

type Schema = z.ZodType | undefined;

/** Any route, as the server, the access check and the OpenAPI document see it. */
export interface Route extends Described<string, Schema, Schema, May> {
  readonly reply?: Schema;
  readonly status?: 200 | 201 | 202 | 204;
  readonly answers?: string;
  readonly ownTransaction?: true;
  readonly handle?: (call: Call<string, never, never, never>, platform: Platform) => unknown;
  readonly send?: (call: RawCall<string, never, never, never>, platform: Platform) => Promise<void>;
}

/** Writes a route down: what it reads and answers is checked against its schemas by the compiler. */
export const route = <
  const Path extends string,
  const M extends May,
  Query extends Schema = undefined,
  Body extends Schema = undefined,
  Reply extends Schema = undefined,
>(
  described: JsonRoute<Path, Query, Body, Reply, M>,
): Route => described as unknown as Route;

/** Writes a route down that answers by hand. */
export const rawRoute = <
  const Path extends string,
  const M extends May,
  Query extends Schema = undefined,
  Body extends Schema = undefined,
>(
  described: RawRoute<Path, Query, Body, M>,
): Route => described as unknown as Route;
