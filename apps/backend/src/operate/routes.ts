import { timingSafeEqual, createHash } from 'node:crypto';
import { isLoopback } from './loopback.ts';
import { Refusal } from '@mondwerk/film';
import { z } from 'zod';
import { rawRoute, route, type Route } from '../http/route.ts';
import { checkReadiness } from './readiness.ts';

/** For those who look after the service: whether it lives, whether it can serve, how it fares. */
export const operateRoutes: readonly Route[] = [
  route({
    name: 'health.live',
    method: 'GET',
    path: '/health/live',
    does: 'Tell that the process lives',
    may: 'anyone',
    unidentified: true,
    reply: z.object({ alive: z.literal(true) }),
    handle: () => ({ alive: true }) as const,
  }),
  rawRoute({
    name: 'health.ready',
    method: 'GET',
    path: '/health/ready',
    does: 'Tell whether database, migrations, queue and storage are in order (200), or what is not (503)',
    may: 'anyone',
    unidentified: true,
    answers: 'application/json',
    send: async ({ outgoing }, platform) => {
      const readiness = await checkReadiness(platform);
      outgoing.writeHead(readiness.ready ? 200 : 503, {
        'content-type': 'application/json; charset=utf-8',
        'cache-control': 'no-store',
      });
      outgoing.end(JSON.stringify(readiness));
    },
  }),
  rawRoute({
    name: 'metrics.read',
    method: 'GET',
    path: '/metrics',
    does: 'Show the figures for Prometheus: with METRICS_TOKEN as bearer, or from this machine when none is set',
    may: 'anyone',
    unidentified: true,
    answers: 'text/plain',
    send: async ({ headers, address, outgoing }, { settings, metrics }) => {
      checkScraper(settings.METRICS_TOKEN, headers.authorization, address);
      const text = await metrics.read();
      outgoing.writeHead(200, { 'content-type': metrics.registry.contentType }).end(text);
    },
  }),
];

function checkScraper(token: string | undefined, authorization: string | undefined, address: string): void {
  if (token === undefined) {
    if (isLoopback(address)) return;
    throw new Refusal(
      'not-allowed',
      'Figures are shown to this machine only: set METRICS_TOKEN to read them from others.',
    );
  }
  const shown = /^Bearer\s+(\S+)$/i.exec(authorization ?? '')?.[1] ?? '';
  if (timingSafeEqual(digest(shown), digest(token))) return;
  throw new Refusal('not-signed-in', 'Send METRICS_TOKEN as `Authorization: Bearer …`.');
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
