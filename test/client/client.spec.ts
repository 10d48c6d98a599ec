import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openClient } from '@mondwerk/client';

let server: Server;
let address: string;
beforeAll(async () => {
  server = createServer((incoming, outgoing) => {
    if (incoming.headers.authorization === 'Bearer good') {
      outgoing.setHeader('content-type', 'application/json').end('{"items":[],"next":null}');
    } else if (incoming.headers.authorization === undefined) {
      outgoing.writeHead(502).end('<html>Bad gateway</html>');
    } else {
      const problem = {
        type: '/problems/not-signed-in',
        status: 401,
        detail: 'This token has ended.',
        instance: 'r1',
      };
      outgoing.writeHead(401, { 'content-type': 'application/problem+json' }).end(JSON.stringify(problem));
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => server.close());

describe('the client', () => {
  it('gives what the API answers', async () => {
    const { data } = await openClient({ server: address, token: 'good' }).GET('/titles');
    expect(data).toEqual({ items: [], next: null });
  });

  it('throws what the API refuses, in its own words', async () => {
    const asked = openClient({ server: address, token: 'bad' }).GET('/titles');
    await expect(asked).rejects.toMatchObject({
      code: 'not-signed-in',
      status: 401,
      message: 'This token has ended.',
      request: 'r1',
    });
  });

  it('says what it can of an answer that is not the API’s', async () => {
    const asked = openClient({ server: address }).GET('/titles');
    await expect(asked).rejects.toMatchObject({
      code: 'http',
      status: 502,
      message: expect.stringMatching(/answered 502/) as string,
    });
  });

  it('names the address where nobody answers', async () => {
    const asked = openClient({ server: 'http://127.0.0.1:1' }).GET('/titles');
    await expect(asked).rejects.toMatchObject({
      code: 'server-unreachable',
      message: expect.stringMatching(/127.0.0.1:1 does not/) as string,
    });
  });
});
