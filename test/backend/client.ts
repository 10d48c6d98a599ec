import type { TestServer } from './server.ts';

/** What the API answered. */
export interface Answered<Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/** Any JSON object, to be looked at with `toMatchObject`. */
export type Json = Readonly<Record<string, unknown>>;

type More = Readonly<Record<string, string>>;

/** Asks the API as somebody; a refusal is an answer like any other. */
export interface Client {
  ask<B = Json>(method: string, path: string, body?: unknown, headers?: More): Promise<Answered<B>>;
  get<B = Json>(path: string, headers?: More): Promise<Answered<B>>;
  post<B = Json>(path: string, body?: unknown, headers?: More): Promise<Answered<B>>;
  put<B = Json>(path: string, body?: unknown, headers?: More): Promise<Answered<B>>;
  /** Edits the version that is meant. */
  patch<B = Json>(path: string, version: number, body: unknown): Promise<Answered<B>>;
  delete<B = Json>(path: string): Promise<Answered<B>>;
}

/** The API as whoever these headers name: nobody without any. */
export function clientOf({ url }: Pick<TestServer, 'url'>, who: More = {}): Client {
  const ask = async <B>(
    method: string,
    path: string,
    body?: unknown,
    more: More = {},
  ): Promise<Answered<B>> => {
    const answer = await fetch(`${url}${path}`, {
      method,
      redirect: 'manual',
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...who, ...more },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.includes('json');
    return {
      status: answer.status,
      headers: answer.headers,
      body: (isJson ? JSON.parse(text) : text) as B,
    };
  };
  return {
    ask,
    get: (path, headers) => ask('GET', path, undefined, headers),
    post: (path, body, headers) => ask('POST', path, body ?? {}, headers),
    put: (path, body, headers) => ask('PUT', path, body ?? {}, headers),
    patch: (path, version, body) => ask('PATCH', path, body, { 'if-match': `"${version}"` }),
    delete: (path) => ask('DELETE', path),
  };
}

/** The API with a token. */
export const as = (server: Pick<TestServer, 'url'>, token: string): Client =>
  clientOf(server, { authorization: `Bearer ${token}` });
