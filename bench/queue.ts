import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import { startPostgres } from '../apps/backend/src/database/embeddedPostgres.ts';
import { claimJob } from '../apps/backend/src/queue/claimJob.ts';
import { migrate } from '../apps/backend/src/schema/migrate.ts';
import { RunOrders } from '../apps/backend/src/queue/runOrders.ts';
import { Settler } from '../apps/backend/src/queue/settleJob.ts';
import { openQueueBench, renderOrder, type QueueBench } from '../test/backend/queue/queueBench.ts';
import { until, untilRunIs } from '../test/backend/queue/until.ts';

/** How fast shots are queued, and how much faster four workers are than one when renders only sleep. */
const ENQUEUED = 5000;
const RENDER_MS = 50;
const SHOTS_EACH = 150;

const folder = await mkdtemp(join(tmpdir(), 'mondwerk-bench-'));
const postgres = await startPostgres(folder);
await migrate(postgres.url);
const bench = await openQueueBench(postgres.url);
try {
  const perSecond = await enqueue(bench);
  console.log(`enqueued ${ENQUEUED} shots: ${Math.round(perSecond)} a second (asked: 1000)`);
  const one = await throughput(bench, 1);
  const four = await throughput(bench, 4);
  console.log(`sleeping renders of ${RENDER_MS} ms, every end on disk:`);
  console.log(`  1 worker   ${one.toFixed(1)} shots a second`);
  console.log(
    `  4 workers  ${four.toFixed(1)} shots a second, ${(four / one / 4).toFixed(3)} of 4 × one (asked: 0.9)`,
  );
} finally {
  await bench.close();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}

/** Starts a run, and ends its first stage: what that takes is mostly the queueing of its shots. */
async function enqueue({ database, queue, runner, whom, ...rest }: QueueBench): Promise<number> {
  const worker = uuid();
  await database.query(
    `insert into workers (id, name, host, capabilities, concurrency, version, started_at, seen_at)
     values ($1, 'bench', 'here', '{cpu}', 1, '0', now(), now())`,
    [worker],
  );
  const order = renderOrder(whom.title, ENQUEUED);
  const run = await database.transaction((tx) => runner.startRun(tx, 'render', order, whom));
  const job = await claimJob(database, queue, { worker, capabilities: ['cpu'], orders: new RunOrders() });
  const started = performance.now();
  await new Settler({ database, queue, ...rest }).settle(job!, { outcome: {} as never });
  const seconds = (performance.now() - started) / 1000;
  await database.transaction((tx) => runner.cancel(tx, run.id));
  return ENQUEUED / seconds;
}

/** Shots a second that so many workers render, from the first start to the last end. */
async function throughput({ url, database, runner, whom }: QueueBench, count: number): Promise<number> {
  await database.query('update workers set ended_at = now() where ended_at is null');
  const workers = Array.from({ length: count }, () =>
    spawn(
      process.execPath,
      [
        '--disable-warning=ExperimentalWarning',
        join(import.meta.dirname, 'queueWorker.ts'),
        url,
        `${RENDER_MS}`,
      ],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    ),
  );
  try {
    await until(
      async () => (await database.query('select from workers where ended_at is null')).length === count,
    );
    const shots = count * SHOTS_EACH;
    const order = renderOrder(whom.title, shots);
    const run = await database.transaction((tx) => runner.startRun(tx, 'render', order, whom));
    await untilRunIs(bench, run.id, 'done');
    const [{ seconds }] = await database.query<{ seconds: number }[]>(
      `select extract(epoch from max(ended_at) - min(started_at))::float as seconds
       from jobs where run = $1 and stage = 'renderMouths'`,
      [run.id],
    );
    return shots / seconds;
  } finally {
    await Promise.all(
      workers.map((worker) => {
        const ended = once(worker, 'exit');
        worker.kill('SIGTERM');
        return ended;
      }),
    );
  }
}
