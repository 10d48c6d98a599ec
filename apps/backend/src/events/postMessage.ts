import { lookup as resolve, type LookupAddress } from 'node:dns';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPrivateAddress } from './privateAddress.ts';

/** A message for an address of somebody else's. */
export interface Post {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Whether it may go to this machine and its network; only where those who may make webhooks are trusted with it. */
  readonly allowPrivate: boolean;
}

/** What came of it. */
export interface Posted {
  /** The answer's HTTP status, `null` without an answer. */
  readonly status: number | null;
  /** Why it did not arrive, `null` when it did. */
  readonly problem: string | null;
}

const WITHIN_MS = 10_000;

/**
 * Posts a message. Redirects are not followed, what is answered is not read, and the very address that the connection is
 * made to has been checked: a name cannot mean one address when it is looked at and another when it is used.
 */
export function postMessage({ url, headers, body, allowPrivate }: Post): Promise<Posted> {
  const target = new URL(url);
  const send = target.protocol === 'https:' ? requestHttps : requestHttp;
  const host = target.hostname.replace(/^\[|\]$/g, '');
  if (!allowPrivate && isIP(host) !== 0 && isPrivateAddress(host)) {
    return Promise.resolve({ status: null, problem: notPublic(host) });
  }
  return new Promise((done) => {
    const outgoing = send(target, {
      method: 'POST',
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      signal: AbortSignal.timeout(WITHIN_MS),
      agent: false,
      ...(allowPrivate ? {} : { lookup: lookUpPublic }),
    });
    outgoing.on('error', (error: Error) => done({ status: null, problem: reasonOf(error) }));
    outgoing.on('response', (answer) => {
      answer.on('error', () => undefined).destroy();
      const status = answer.statusCode ?? 0;
      const ok = status >= 200 && status < 300;
      done({ status, problem: ok ? null : `it answered ${status}${whyNot(status)}` });
    });
    outgoing.end(body);
  });
}

/** Finds the addresses of a name, of which none may be private. */
const lookUpPublic: LookupFunction = (host, options, done) => {
  resolve(host, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    const inside = addresses?.find(({ address }) => isPrivateAddress(address));
    if (error || addresses.length === 0) return done(error ?? new Error(`${host} has no address`), '', 0);
    if (inside) return done(new Error(notPublic(inside.address)), '', 0);
    if (options.all) return done(null, addresses);
    return done(null, addresses[0].address, addresses[0].family);
  });
};

const notPublic = (address: string): string =>
  `${address} is not on the public internet, and WEBHOOKS_INSIDE is not set`;

const whyNot = (status: number): string =>
  status >= 300 && status < 400 ? ', and redirects are not followed' : '';

function reasonOf(error: Error): string {
  if (error.name === 'TimeoutError' || error.name === 'AbortError') {
    return `no answer within ${WITHIN_MS / 1000} s`;
  }
  return error.message || ('code' in error ? String(error.code) : error.name);
}
