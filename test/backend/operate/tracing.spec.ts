import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inSpan } from '../../../apps/backend/src/operate/tracing.ts';
import { startServer } from '../server.ts';

/** A collector that keeps what it is sent. */
let collector: Server;
let received = '';

beforeAll(async () => {
  collector = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const body = Buffer.concat(chunks);
      const packed = incoming.headers['content-encoding'] === 'gzip';
      received += `${incoming.url} ${(packed ? gunzipSync(body) : body).toString('latin1')}`;
      outgoing.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  collector.listen(0, '127.0.0.1');
  await once(collector, 'listening');
});
afterAll(() => void collector.close());

const endpoint = (): string => `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;

describe('traces', () => {
  it('are off until somebody says where to', async () => {
    const server = await startServer();
    await fetch(`${server.url}/health/live`);
    await server.close();
    expect(received).toBe('');
  });

  it('tell of requests by their routes, and of work that failed', async () => {
    const server = await startServer({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint() });
    await fetch(`${server.url}/titles/0193a2f0-0000-7000-8000-000000000001`);
    await inSpan('renderMouths', { 'mondwerk.job': 'j1' }, () => Promise.reject(new Error('no disk'))).catch(
      () => {},
    );
    await server.close();
    expect(received).toContain('/v1/traces');
    expect(received).toContain('GET /titles/:title');
    expect(received).toContain('mondwerk-web');
    expect(received).toContain('renderMouths');
    expect(received).toContain('no disk');
  });
});
