import { SpanStatusCode } from '@opentelemetry/api';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { AdmittedRequest } from '../http/controller.ts';
import type { HttpMetrics } from './httpMetrics.ts';
import { within } from './logContext.ts';
import { beginSpan } from './tracing.ts';

/** Too frequent and too dull to be read about. */
const QUIET = /^\/(?:health|metrics)\b/;

/** Logs and measures every request when its answer has gone, and names it in all that is logged for it. */
export const watchRequests =
  (log: Logger, metrics: HttpMetrics): RequestHandler =>
  (incoming, outgoing, next) => {
    const started = performance.now();
    const request = incoming as AdmittedRequest;
    const path = incoming.path;
    const { method } = incoming;
    const attributes = { 'http.request.method': method, 'url.path': path, 'mondwerk.request': request.id };
    beginSpan(method, attributes, (span) => {
      outgoing.once('close', () => {
        const seconds = (performance.now() - started) / 1000;
        // What a stranger makes up must not become a new time series.
        const route = (incoming.route as { readonly path?: string } | undefined)?.path ?? 'none';
        const status = outgoing.writableFinished ? outgoing.statusCode : 499;
        metrics.record({ method, route, status, seconds });
        span
          .updateName(`${method} ${route}`)
          .setAttributes({ 'http.route': route, 'http.response.status_code': status });
        if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
        span.end();
        const level = status >= 500 ? 'error' : QUIET.test(path) ? 'trace' : 'info';
        const ms = Math.round(seconds * 1000);
        const person = request.actor?.person;
        within({ request: request.id }, () =>
          log[level]({ method, path, route, status, ms, person }, 'request'),
        );
      });
      within({ request: request.id }, next);
    });
  };
