import { Refusal } from '@mondwerk/film';
import createClient, { type Client, type Middleware } from 'openapi-fetch';
import type { paths } from './api.ts';
import { readProblem } from './problem.ts';

/** Where the API is, and who asks. */
export interface ClientOptions {
  /** The address of the API, such as `http://localhost:4000`. */
  readonly server: string;
  /** An API token; nobody, or a browser's session, without one. */
  readonly token?: string;
}

/** The API, with the types of everything that it takes and answers. */
export type ApiClient = Client<paths>;

/**
 * Opens the API. What it answers is checked by the compiler; what it refuses is thrown. A call throws ApiProblem for a
 * refusal, Refusal `server-unreachable` when nobody answers.
 */
export function openClient({ server, token }: ClientOptions): ApiClient {
  const client = createClient<paths>({
    baseUrl: server.replace(/\/+$/, ''),
    ...(token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } }),
  });
  client.use(throwing(server));
  return client;
}

const throwing = (server: string): Middleware => ({
  async onResponse({ response }) {
    if (!response.ok) throw await readProblem(response);
  },
  onError({ error }) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const reason = cause instanceof Error ? cause.message || cause.name : String(cause);
    return new Refusal(
      'server-unreachable',
      `${server} does not answer (${reason}): see that the server runs and that the address is right.`,
      { cause: error },
    );
  },
});
