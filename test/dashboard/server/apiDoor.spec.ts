import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { openApiDoor } from '../../../apps/dashboard/server/apiDoor.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(listener: RequestListener): Promise<{ readonly url: string; readonly port: number }> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, port };
}

/** An API that answers with what it was asked, and the door to it. */
async function echoing(trusting = false): Promise<{ readonly url: string; readonly port: number }> {
  const api = await serve((incoming, outgoing) => {
    void bodyOf(incoming).then((body) => {
      const { method, url, headers } = incoming;
      outgoing.writeHead(200, { 'content-type': 'application/json' });
      outgoing.end(JSON.stringify({ method, url, headers, body }));
    });
  });
  return serve(openApiDoor(api.url, trusting));
}

async function bodyOf(incoming: IncomingMessage): Promise<string> {
  let body = '';
  for await (const piece of incoming) body += String(piece);
  return body;
}

interface Echo {
  readonly method: string;
  readonly url: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

describe('the door to the API', () => {
  it('hands on method, path, query, headers and body without the prefix', async () => {
    const door = await echoing();
    const answer = await fetch(`${door.url}/api/titles?name=a%2Fb`, {
      method: 'POST',
      body: 'x'.repeat(200_000),
      headers: { 'x-csrf-token': 'abc', cookie: 'mondwerk_session=1' },
    });
    const echo = (await answer.json()) as Echo;
    expect(echo).toMatchObject({ method: 'POST', url: '/titles?name=a%2Fb', body: 'x'.repeat(200_000) });
    expect(echo.headers).toMatchObject({ 'x-csrf-token': 'abc', cookie: 'mondwerk_session=1' });
  });

  it('tells who asks, and believes nobody about that unless a proxy of ours stands in front', async () => {
    const headers = { 'x-forwarded-for': '1.2.3.4, 10.0.0.9', 'x-forwarded-proto': 'https' };
    const doubting = (await (await fetch(`${(await echoing()).url}/api/`, { headers })).json()) as Echo;
    expect(doubting.headers).toMatchObject({ 'x-forwarded-for': '127.0.0.1', 'x-forwarded-proto': 'http' });
    const trusting = (await (await fetch(`${(await echoing(true)).url}/api/`, { headers })).json()) as Echo;
    expect(trusting.headers).toMatchObject({ 'x-forwarded-for': '10.0.0.9', 'x-forwarded-proto': 'https' });
  });

  it.each(['//127.0.0.1:1/', '/\\127.0.0.1:1/', '/@127.0.0.1:1/', '/../../etc/passwd'])(
    'asks the API and nobody else, whatever comes after /api: %s',
    async (path) => {
      const door = await echoing();
      const socket = connect(door.port, '127.0.0.1');
      socket.write(`GET /api${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
      let answer = '';
      for await (const piece of socket) answer += String(piece);
      const echo = JSON.parse(answer.slice(answer.indexOf('{'), answer.lastIndexOf('}') + 1)) as Echo;
      expect(echo.url).toBe(path);
    },
  );

  it('puts places and cookies that the API names below /api', async () => {
    const api = await serve((_incoming, outgoing) => {
      outgoing.setHeader('Set-Cookie', ['a=1; Path=/session/oidc; HttpOnly', 'b=2; Path=/; HttpOnly']);
      outgoing.writeHead(201, { location: '/uploads/1' }).end();
    });
    const door = await serve(openApiDoor(api.url, false));
    const { headers } = await fetch(`${door.url}/api/uploads`, { method: 'POST' });
    expect(headers.get('location')).toBe('/api/uploads/1');
    expect(headers.getSetCookie()).toEqual([
      'a=1; Path=/api/session/oidc; HttpOnly',
      'b=2; Path=/; HttpOnly',
    ]);
  });

  it('lets a stream through as it comes, and ends it when the reader goes', async () => {
    let gone: Promise<unknown> | undefined;
    const api = await serve((_incoming, outgoing) => {
      gone = once(outgoing, 'close');
      outgoing.writeHead(200, { 'content-type': 'text/event-stream' });
      outgoing.write('data: first\n\n');
    });
    const door = await serve(openApiDoor(api.url, false));
    const reading = new AbortController();
    const answer = await fetch(`${door.url}/api/events`, { signal: reading.signal });
    const { value } = await answer.body!.getReader().read();
    expect(Buffer.from(value!).toString()).toBe('data: first\n\n');
    reading.abort();
    await gone;
  });

  it('says in a sentence that the API does not answer', async () => {
    const api = await serve(() => undefined);
    servers.pop()!.close();
    const door = await serve(openApiDoor(api.url, false));
    const answer = await fetch(`${door.url}/api/titles`);
    expect(answer.status).toBe(502);
    expect(await answer.json()).toMatchObject({ type: '/problems/server-unreachable' });
  });
});
