import { context, SpanStatusCode, trace, type Attributes, type Span } from '@opentelemetry/api';

const tracer = trace.getTracer('mondwerk');

/**
 * Sends traces of requests and jobs to an OpenTelemetry collector, over OTLP and HTTP, until the returned function is
 * called. What that takes is only loaded when there is a collector: without one a span costs nothing.
 */
export async function openTracing(
  endpoint: string | undefined,
  process: string,
): Promise<() => Promise<void>> {
  if (endpoint === undefined) return () => Promise.resolve();
  const [{ NodeSDK }, { OTLPTraceExporter }] = await Promise.all([
    import('@opentelemetry/sdk-node'),
    import('@opentelemetry/exporter-trace-otlp-http'),
  ]);
  const sdk = new NodeSDK({
    serviceName: `mondwerk-${process}`,
    traceExporter: new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` }),
    instrumentations: [],
  });
  sdk.start();
  // A collector that is gone must not keep a process from ending.
  return () => sdk.shutdown().catch(() => undefined);
}

/** Begins a span that ends by hand, and does some work inside it. */
export function beginSpan<T>(name: string, attributes: Attributes, work: (span: Span) => T): T {
  const span = tracer.startSpan(name, { attributes });
  return context.with(trace.setSpan(context.active(), span), () => work(span));
}

/** Does some work in a span of its own, which tells whether it went well. */
export const inSpan = <T>(name: string, attributes: Attributes, work: () => Promise<T>): Promise<T> =>
  beginSpan(name, attributes, async (span) => {
    try {
      return await work();
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR, message: String(error) });
      throw error;
    } finally {
      span.end();
    }
  });
