import { openClient, type ApiClient, type components } from '@mondwerk/client';

/** The shapes of what the API answers, by name. */
export type Schemas = components['schemas'];

/** The path under which the dashboard's own server reaches the API. */
export const API = '/api';

let forgeryToken: string | null = null;

/** Remembers the token that every change must show; `null` when nobody is signed in. */
export function rememberForgeryToken(token: string | null): void {
  forgeryToken = token;
}

/** What a change must say besides its body, for calls that do not go through `api`. */
export const forgeryHeaders = (): Record<string, string> =>
  forgeryToken === null ? {} : { 'X-CSRF-Token': forgeryToken };

/** The API, as whoever is signed in. A call throws ApiProblem for what is refused, Refusal `server-unreachable`. */
export const api: ApiClient = openClient({ server: API });
api.use({
  onRequest({ request }) {
    if (request.method === 'GET' || request.method === 'HEAD') return undefined;
    for (const [name, value] of Object.entries(forgeryHeaders())) request.headers.set(name, value);
    return request;
  },
});

/** What a call answered. What it refuses is thrown before, so there always is something. */
export async function answerOf<Data>(call: Promise<{ data?: Data | undefined }>): Promise<Data> {
  return (await call).data as Data;
}

/** The header of an edit: which version of the thing was looked at. */
export const ifMatch = (version: number): { 'If-Match': string } => ({ 'If-Match': `"${version}"` });
