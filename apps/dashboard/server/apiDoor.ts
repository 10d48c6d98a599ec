import { request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import { request as askSecurely } from 'node:https';
import { pipeline } from 'node:stream';

/** Under which path of the dashboard the API is reached, so that a browser needs one address and one cookie. */
export const API_PATH = '/api';

/** Hands requests on to the API. */
export type ApiDoor = (incoming: IncomingMessage, outgoing: ServerResponse) => void;

/** What belongs to one connection and not to what is said over it (RFC 9110, 7.6.1). */
const OF_THE_CONNECTION = [
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'upgrade',
  'transfer-encoding',
];

/**
 * Opens the way from `/api/…` to the API at an address: bytes go through as they come, so films of any size and streams
 * of events do too. `trusting` says that a proxy of ours stands in front, whose word about the browser is passed on.
 */
export function openApiDoor(server: string, trusting: boolean): ApiDoor {
  const base = new URL(server);
  const send = base.protocol === 'https:' ? askSecurely : ask;
  const { protocol, hostname, port, host } = base;
  return (incoming, outgoing) => {
    // Never read as an address of its own: `//example.org/` would be one.
    const path =
      base.pathname.replace(/\/$/, '') + (incoming.url ?? '').slice(API_PATH.length).replace(/^(?!\/)/, '/');
    const headers = { ...withoutConnection(incoming.headers), ...forwarded(incoming, trusting), host };
    const asked = { protocol, hostname, port, path, method: incoming.method, headers };
    const onward = send(asked, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, seenFromOutside(withoutConnection(answer.headers)));
      pipeline(answer, outgoing, () => undefined);
    });
    onward.on('error', () => refuse(outgoing));
    outgoing.on('close', () => onward.destroy());
    pipeline(incoming, onward, () => undefined);
  };
}

function withoutConnection(headers: IncomingMessage['headers']): IncomingMessage['headers'] {
  const entries = Object.entries(headers).filter(([name]) => !OF_THE_CONNECTION.includes(name));
  return Object.fromEntries(entries);
}

/** The API does not know under which path it is seen: places and cookies that it names lie below that. */
function seenFromOutside({ location, ...headers }: IncomingMessage['headers']): IncomingMessage['headers'] {
  const cookies = headers['set-cookie']?.map((cookie) =>
    cookie.replace(/(; *path=)\/(?=[^;\s])/i, `$1${API_PATH}/`),
  );
  return {
    ...headers,
    ...(cookies && { 'set-cookie': cookies }),
    ...(location !== undefined && { location: location.startsWith('/') ? API_PATH + location : location }),
  };
}

function forwarded({ socket, headers }: IncomingMessage, trusting: boolean): Record<string, string> {
  const said = trusting ? headers : {};
  return {
    // Of several addresses the last one was written by the proxy that is ours.
    'x-forwarded-for': String(said['x-forwarded-for'] ?? socket.remoteAddress ?? '')
      .split(',')
      .at(-1)!
      .trim(),
    'x-forwarded-proto': String(said['x-forwarded-proto'] ?? 'http'),
    'x-forwarded-host': String(said['x-forwarded-host'] ?? headers.host ?? ''),
  };
}

function refuse(outgoing: ServerResponse): void {
  if (outgoing.headersSent) {
    outgoing.destroy();
    return;
  }
  const problem = {
    type: '/problems/server-unreachable',
    title: 'The server does not answer',
    status: 502,
    detail: 'The API does not answer: see that `mondwerk web` runs and that API_URL is its address.',
  };
  outgoing.writeHead(502, { 'content-type': 'application/problem+json' }).end(JSON.stringify(problem));
}
