import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import next from 'next';
import { API_PATH, openApiDoor } from './apiDoor.ts';
import { buildOnce } from './build.ts';
import { securityHeaders } from './securityHeaders.ts';
import { readDashboardSettings } from './settings.ts';

/** Serves the dashboard and, under `/api`, the API, until it is asked to stop or whoever started it is gone. */
const { api, host, port, trusting, developing } = readDashboardSettings(process.env);

// So the process that started it is not kept from ending, and its end is noticed.
process.on('disconnect', () => process.exit(0));
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => process.exit(0));

const say = (words: string): void => void process.stderr.write(`mondwerk: ${words}\n`);
if (!developing) await buildOnce(say);
const pages = next({ dev: developing, dir: join(import.meta.dirname, '..'), hostname: host, port });
const knock = openApiDoor(api, trusting);
await pages.prepare();
const show = pages.getRequestHandler();
const server = createServer((incoming, outgoing) => {
  for (const [name, value] of securityHeaders(developing)) outgoing.setHeader(name, value);
  const { url = '/' } = incoming;
  if (url === API_PATH || url.startsWith(`${API_PATH}/`) || url.startsWith(`${API_PATH}?`))
    knock(incoming, outgoing);
  else void show(incoming, outgoing);
});
// A film of half a terabyte takes longer to arrive than Node gives a request.
server.requestTimeout = 0;
server.listen(port, host);
await once(server, 'listening');
const { port: taken } = server.address() as AddressInfo;
if (process.send) process.send({ listening: taken });
else say(`the dashboard is at http://${host}:${taken}`);
