import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';

const ROOT = join(import.meta.dirname, '../../..');

const IMPORTS = { '@mondwerk/film': '/libs/film/src/index.ts', '#lib/': '/apps/dashboard/lib/' };

/** A timeline on a page by itself, as wide as a screen; with what TimelineBench tells. */
const PAGE = `<!doctype html><meta charset="utf-8"><title>Timeline</title>
<style>
  body { margin: 0; background: #101010 }
  #place { position: relative; width: 100vw; height: 400px; overflow: hidden }
  canvas { position: absolute; inset: 0; width: 100%; height: 100% }
  #playhead { position: absolute; top: 0; bottom: 0; left: 0; background: #fff3 }
</style>
<div id="place"><canvas id="screen"></canvas><div id="playhead"></div></div>
<script type="importmap">${JSON.stringify({ imports: IMPORTS })}</script>
<script type="module" src="/test/dashboard/timeline/inPage.ts"></script>`;

/** Serves the sources of the timeline, types stripped, without the dashboard around them. */
export async function serveTimeline(): Promise<{ readonly url: string; readonly close: () => void }> {
  const server: Server = createServer((request, response) => {
    const path = normalize(new URL(request.url!, 'http://localhost').pathname);
    if (path === '/') return void response.setHeader('content-type', 'text/html').end(PAGE);
    readFile(join(ROOT, path), 'utf8').then(
      (text) => response.setHeader('content-type', 'text/javascript').end(stripTypeScriptTypes(text)),
      () => response.writeHead(404).end(),
    );
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
