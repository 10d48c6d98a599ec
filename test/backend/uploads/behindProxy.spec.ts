import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { as } from '../client.ts';
import { addOrganisation, startServer, tokenOf, type TestServer } from '../server.ts';
import { makeFiles } from './files.ts';
import { sendFile } from './tusClient.ts';

let folder: string;
let files: Awaited<ReturnType<typeof makeFiles>>;
let server: TestServer;
let proxy: Server;
let outside: string;

/** What proxies are told most often: whatever lies below /api is the API's, and it does not know. */
const proxyTo = (inside: () => string): Server =>
  createServer((incoming, outgoing) => {
    if (!incoming.url!.startsWith('/api/')) {
      outgoing.writeHead(404).end('not the API');
      return;
    }
    const { method, headers } = incoming;
    const onward = request(inside() + incoming.url!.slice('/api'.length), { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode!, answer.headers);
      answer.pipe(outgoing);
    });
    incoming.pipe(onward);
  });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-proxy-'));
  files = await makeFiles(folder);
  proxy = proxyTo(() => server.url);
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  outside = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}/api`;
  server = await startServer({ PUBLIC_URL: outside });
});
afterAll(async () => {
  proxy.closeAllConnections();
  proxy.close();
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

describe('an upload through a proxy that has the API below a path', () => {
  it('is sent to the place that was told, which lies below it', async () => {
    const { producer } = await addOrganisation(server.platform, 'producer');
    const token = await tokenOf(server, producer);
    const client = as({ url: outside }, token);
    const { body: title } = await client.post<{ id: string }>('/titles', { name: 'Far away' });
    const sent = await sendFile(outside, files.film, {
      token,
      metadata: { title: title.id, purpose: 'source', filename: 'film.mp4' },
    });
    expect(sent.problem).toBeNull();
    expect(sent.url).toMatch(`${outside}/uploads/`);
    expect((await client.get(sent.url!.slice(outside.length))).body).toMatchObject({ state: 'ready' });
  });
});
