import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../apps/backend/src/database/embeddedPostgres.ts';
import { migrate } from '../apps/backend/src/schema/migrate.ts';
import { startServer } from './apiServer.ts';
import { explain, seeQueries, type SeenQuery } from './seenQueries.ts';
import { READS, type Read, type Sample } from './apiReads.ts';

/** How often each read is asked, each time of another title. */
const ASKED = 200;
const GOAL_MS = 50;

/** Tables with fewer rows are read whole when PostgreSQL thinks that is cheaper, and it is right. */
const LARGE = 10_000;

type Server = Awaited<ReturnType<typeof startServer>>;

const folder = await mkdtemp(join(tmpdir(), 'mondwerk-bench-'));
await chmod(folder, 0o755); // a root's PostgreSQL runs as another user
const postgres = await startPostgres(join(folder, 'database'), { durable: false });
let failures: string[] = [];
try {
  await migrate(postgres.url);
  const server = await startServer(postgres.url, folder);
  console.log(`filled: ${await server.describe()}`);
  console.log(`load of this machine: ${loadavg()[0].toFixed(1)} on ${cpus().length} cores\n`);
  failures = await measureAll(server);
  await server.close();
} finally {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}
for (const failure of failures) console.error(failure);
if (failures.length > 0) process.exitCode = 1;

async function measureAll(server: Server): Promise<string[]> {
  const samples = await server.samples(ASKED);
  const longFilm = Array<Sample>(ASKED).fill(await server.longFilm());
  const large = await server.largeTables(LARGE);
  const found: string[] = [];
  for (const read of READS) found.push(...(await judge(server, read, samples, large)));
  for (const { name, path } of READS.filter(({ grows }) => grows)) {
    const read = { name: `${name}, of a film with 2,000 shots`, path };
    found.push(...(await judge(server, read, longFilm, large)));
  }
  return found;
}

/** Measures a read and asks how its statements were carried out. Returns what is wrong with it. */
async function judge(
  server: Server,
  read: Read,
  samples: readonly Sample[],
  large: readonly string[],
): Promise<string[]> {
  await measure(server, read, samples.slice(0, 10)); // so that nothing is done for the first time
  const before = process.cpuUsage();
  const times = await measure(server, read, samples);
  const { user, system } = process.cpuUsage(before);
  const work = (user + system) / 1000 / times.length;
  const p95 = quantile(times, 0.95);
  const found = p95 > GOAL_MS ? [`FAIL ${read.name}: p95 ${p95.toFixed(1)} ms is above ${GOAL_MS} ms`] : [];
  console.log(
    `${read.name}: p50 ${quantile(times, 0.5).toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, of which server and client compute ${work.toFixed(1)} ms`,
  );
  for (const query of await queriesOf(server, read, samples[0])) {
    const { steps, readWhole, milliseconds } = await explain(server.database, query);
    console.log(`    ${milliseconds.toFixed(2)} ms  ${short(query)}\n        ${steps.join('; ')}`);
    const whole = readWhole.filter((table) => large.includes(table));
    if (whole.length > 0) found.push(`FAIL ${read.name}: reads all of ${whole.join(', ')}: ${short(query)}`);
  }
  return found;
}

async function measure({ ask }: Server, { path }: Read, samples: readonly Sample[]): Promise<number[]> {
  const times: number[] = [];
  for (const sample of samples) {
    const before = performance.now();
    await ask(path(sample));
    times.push(performance.now() - before);
  }
  return times.sort((a, b) => a - b);
}

async function queriesOf({ ask, database }: Server, { path }: Read, sample: Sample): Promise<SeenQuery[]> {
  const seen = await seeQueries(database, () => ask(path(sample)));
  return seen.filter(({ statement }) => /^\s*(?:SELECT|WITH)\b/i.test(statement));
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

function short({ statement }: SeenQuery): string {
  const [, from = statement] = /\bFROM\b\s+(.*)/is.exec(statement) ?? [];
  return `… FROM ${from.replaceAll(/\s+/g, ' ').slice(0, 110)}`;
}
