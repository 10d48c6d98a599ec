import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { AdmittedRequest } from '../http/controller.ts';
import { within } from './logContext.ts';
import type { HttpMetrics } from './httpMetrics.ts';

/** Too frequent and too dull to be read about. */
const QUIET = /^\/(?:health|metrics)\b/;

/** Logs and measures every request when its answer has gone, and names it in all that is logged for it. */
export const watchRequests =
  (log: Logger, metrics: HttpMetrics): RequestHandler =>
  (incoming, outgoing, next) => {
    const started = performance.now();
    const request = incoming as AdmittedRequest;
    const path = incoming.path;
    outgoing.once('close', () => {
      const seconds = (performance.now() - started) / 1000;
      const { method } = incoming;
      // What a stranger makes up must not become a new time series.
      const route = (incoming.route as { readonly path?: string } | undefined)?.path ?? 'none';
      const status = outgoing.writableFinished ? outgoing.statusCode : 499;
      metrics.record({ method, route, status, seconds });
      const level = status >= 500 ? 'error' : QUIET.test(path) ? 'trace' : 'info';
      const ms = Math.round(seconds * 1000);
      const person = request.actor?.person;
      within({ request: request.id }, () =>
        log[level]({ method, path, route, status, ms, person }, 'request'),
      );
    });
    within({ request: request.id }, next);
  };
