import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';
import { pipeline } from 'node:stream';

const ROOT = join(import.meta.dirname, '../../..');

/** Where a browser finds what the player imports by name. */
const IMPORTS = {
  '@mondwerk/film': '/libs/film/src/index.ts',
  '@mondwerk/client': '/libs/client/src/index.ts',
  'openapi-fetch': '/node_modules/openapi-fetch/dist/index.mjs',
  mediabunny: '/node_modules/mediabunny/dist/bundles/mediabunny.mjs',
};

const PAGE = `<!doctype html><meta charset="utf-8"><title>Player</title>
<script type="importmap">${JSON.stringify({ imports: IMPORTS })}</script>
<canvas id="screen" width="320" height="192"></canvas>
<script type="module" src="/test/dashboard/player/inPage.ts"></script>`;

/** The player without the dashboard around it, and films for it. */
export interface PlayerPage {
  readonly url: string;
  readonly close: () => void;
}

/** Serves the player's own sources, types stripped, and what is in a folder under `/films/`, in parts as the API does. */
export async function servePlayer(films: string): Promise<PlayerPage> {
  const server = createServer((request, response) => {
    answer(films, request, response).catch(() => response.writeHead(404).end());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function answer(films: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = normalize(new URL(request.url!, 'http://localhost').pathname);
  if (path === '/favicon.ico') {
    response.writeHead(204).end();
  } else if (path === '/') {
    response.setHeader('content-type', 'text/html').end(PAGE);
  } else if (path.startsWith('/films/')) {
    await sendPart(join(films, path.slice('/films/'.length)), request, response);
  } else {
    const text = await readFile(join(ROOT, path), 'utf8');
    response.setHeader('content-type', 'text/javascript');
    response.end(path.endsWith('.ts') ? stripTypeScriptTypes(text) : text);
  }
}

async function sendPart(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { size } = await stat(path);
  const [, start = '0', last = ''] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
  const [from, to] = [Number(start), last === '' ? size - 1 : Number(last)];
  response.writeHead(206, {
    'content-range': `bytes ${from}-${to}/${size}`,
    'content-length': to - from + 1,
    'accept-ranges': 'bytes',
  });
  pipeline(createReadStream(path, { start: from, end: to }), response, () => undefined);
}
