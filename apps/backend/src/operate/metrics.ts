import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client';
import type { DataSource } from 'typeorm';
import type { EventBus } from '../events/eventBus.ts';
import { MEASURES, type Measure } from './databaseMeasures.ts';
import { measureRequests, type HttpMetrics } from './httpMetrics.ts';

/** The figures of one process, and those that the database knows. */
export interface Metrics {
  readonly registry: Registry;
  readonly http: HttpMetrics;
  /** All figures in Prometheus' text format; the database's are at most as old as `FRESH_MS`. */
  read(): Promise<string>;
}

/** Several scrapers at once ask the database once. */
const FRESH_MS = 10_000;

/** Opens the figures of a process. */
export function openMetrics(database: DataSource, events: Pick<EventBus, 'listeners'>): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  measurePool(registry, database);
  measureStreams(registry, events);
  const http = measureRequests(registry);
  const up = new Gauge({
    name: 'mondwerk_database_up',
    help: 'Whether the database answered when it was asked for figures',
    registers: [registry],
  });
  const shown = MEASURES.map((measure) => ({ measure, metric: metricOf(measure, registry) }));
  const refresh = async (): Promise<void> => {
    try {
      for (const { measure, metric } of shown) await readMeasure(database, measure, metric);
      up.set(1);
    } catch {
      up.set(0);
    }
  };
  let freshUntil = 0;
  let refreshing = Promise.resolve();
  return {
    registry,
    http,
    async read() {
      if (performance.now() > freshUntil) {
        freshUntil = performance.now() + FRESH_MS;
        refreshing = refresh();
      }
      await refreshing;
      return registry.metrics();
    },
  };
}

type Metric = Gauge | Counter;

function metricOf({ name, help, kind, labels }: Measure, registry: Registry): Metric {
  const options = { name, help, labelNames: [...labels], registers: [registry] };
  return kind === 'gauge' ? new Gauge(options) : new Counter(options);
}

async function readMeasure(database: DataSource, { labels, sql }: Measure, metric: Metric): Promise<void> {
  const rows: Record<string, string>[] = await database.query(sql);
  metric.reset();
  for (const row of rows) metric.labels(...labels.map((label) => row[label])).inc(Number(row.value));
}

function measureStreams(registry: Registry, events: Pick<EventBus, 'listeners'>): void {
  new Gauge({
    name: 'mondwerk_event_streams',
    help: 'Readers of the stream of events in this process',
    registers: [registry],
    collect() {
      this.set(events.listeners);
    },
  });
}

interface Pool {
  readonly totalCount: number;
  readonly idleCount: number;
  readonly waitingCount: number;
}

function measurePool(registry: Registry, database: DataSource): void {
  const driver = database.driver as unknown as { readonly master?: Pool };
  new Gauge({
    name: 'mondwerk_database_connections',
    help: 'Connections of this process to the database, and requests that wait for one',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      const { totalCount = 0, idleCount = 0, waitingCount = 0 } = driver.master ?? {};
      this.labels('busy').set(totalCount - idleCount);
      this.labels('idle').set(idleCount);
      this.labels('waiting').set(waitingCount);
    },
  });
}
