import { Histogram, type Registry } from 'prom-client';

/** One request that was answered. */
export interface AnsweredRequest {
  readonly method: string;
  /** The route's pattern, not the address. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

/** Measures requests. */
export interface HttpMetrics {
  record(answered: AnsweredRequest): void;
}

/** Adds the durations of requests to a registry. */
export function measureRequests(registry: Registry): HttpMetrics {
  const seconds = new Histogram({
    name: 'mondwerk_http_request_seconds',
    help: 'How long requests took, by route',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60],
    registers: [registry],
  });
  return {
    record: ({ method, route, status, seconds: took }) =>
      seconds.labels(method, route, String(status)).observe(took),
  };
}
