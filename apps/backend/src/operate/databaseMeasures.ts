/** A figure that the database knows: what the query returns are its values, one for each combination of labels. */
export interface Measure {
  readonly name: string;
  readonly help: string;
  readonly kind: 'gauge' | 'counter';
  readonly labels: readonly string[];
  /** Rows of the labels and of `value`. */
  readonly sql: string;
}

/** All figures that are read from the database when somebody looks. */
export const MEASURES: readonly Measure[] = [
  {
    name: 'mondwerk_jobs',
    help: 'Jobs, by stage and state',
    kind: 'gauge',
    labels: ['stage', 'state'],
    sql: 'SELECT stage, state, count(*) AS value FROM jobs GROUP BY stage, state',
  },
  {
    name: 'mondwerk_runs',
    help: 'Runs of the pipeline, by act and state',
    kind: 'gauge',
    labels: ['act', 'state'],
    sql: 'SELECT act, state, count(*) AS value FROM runs GROUP BY act, state',
  },
  {
    name: 'mondwerk_worker_seconds_total',
    help: 'How long workers were at it, by stage; attempts that still run are not in it',
    kind: 'counter',
    labels: ['stage'],
    sql: 'SELECT stage, sum(worker_seconds) AS value FROM jobs GROUP BY stage',
  },
  {
    name: 'mondwerk_queue_depth',
    help: 'Jobs that wait for a worker, by what the worker must be able to do',
    kind: 'gauge',
    labels: ['capability'],
    sql: `SELECT c.capability, count(j.id) AS value FROM (VALUES ('cpu'), ('gpu')) AS c (capability)
      LEFT JOIN jobs j ON j.capability = c.capability AND j.state = 'queued' GROUP BY c.capability`,
  },
  {
    name: 'mondwerk_queue_age_seconds',
    help: 'How long the job has waited that has waited longest',
    kind: 'gauge',
    labels: ['capability'],
    sql: `SELECT c.capability, coalesce(extract(epoch FROM now() - min(q.start_after)), 0) AS value
      FROM (VALUES ('cpu'), ('gpu')) AS c (capability)
      LEFT JOIN queue.job q ON q.name = c.capability AND q.state = 'created' AND q.start_after <= now()
      GROUP BY c.capability`,
  },
  {
    name: 'mondwerk_workers',
    help: 'Workers that are alive, by what they can do',
    kind: 'gauge',
    labels: ['capability'],
    sql: `SELECT c.capability, count(w.id) AS value FROM (VALUES ('cpu'), ('gpu')) AS c (capability)
      LEFT JOIN workers w ON c.capability = ANY(w.capabilities) AND w.ended_at IS NULL GROUP BY c.capability`,
  },
  {
    name: 'mondwerk_worker_slots',
    help: 'How many jobs the workers that are alive do at once',
    kind: 'gauge',
    labels: [],
    sql: 'SELECT coalesce(sum(concurrency), 0) AS value FROM workers WHERE ended_at IS NULL',
  },
  {
    name: 'mondwerk_uploads',
    help: 'Uploads, by state',
    kind: 'gauge',
    labels: ['state'],
    sql: 'SELECT state, count(*) AS value FROM uploads GROUP BY state',
  },
  {
    name: 'mondwerk_upload_bytes_total',
    help: 'Bytes that have arrived in uploads',
    kind: 'counter',
    labels: [],
    sql: 'SELECT coalesce(sum(received), 0) AS value FROM uploads',
  },
  {
    name: 'mondwerk_webhook_deliveries',
    help: 'Messages to webhooks, by state',
    kind: 'gauge',
    labels: ['state'],
    sql: 'SELECT state, count(*) AS value FROM webhook_deliveries GROUP BY state',
  },
];
