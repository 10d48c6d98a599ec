import { join } from 'node:path';
import { startPostgres } from './database/embeddedPostgres.ts';
import { untilStopped } from './commands/untilStopped.ts';
import { runWeb } from './main.ts';
import { makeDataFolder } from './operate/dataFolder.ts';
import { keepDashboard } from './operate/keepDashboard.ts';
import { keepWorker } from './operate/keepWorker.ts';
import { isLoopback } from './operate/loopback.ts';
import { openPlatform } from './openPlatform.ts';
import { createFirstAdministrator, type FirstAdministrator } from './people/firstAdministrator.ts';
import { migrate } from './schema/migrate.ts';
import { readSettings, type Settings } from './settings.ts';

/** A worker may take nearly ten seconds to hand back what it does, and the database must outlive it. */
const AT_MOST_MS = 12_000;

/** Runs all of Mondwerk on this machine until it is stopped: database, API, one worker and the dashboard. */
export async function start(given: NodeJS.ProcessEnv, concurrency: number): Promise<number> {
  const stop = untilStopped(AT_MOST_MS);
  // Somebody reads the terminal: only what went wrong is logged unless they want more.
  const environment = { ...given, LOG_LEVEL: given.LOG_LEVEL || 'warn' };
  const settings = readSettings(environment);
  await makeDataFolder(settings.DATA_FOLDER);
  say(`data is in ${settings.DATA_FOLDER}`);
  const database = await openOwnDatabase(settings);
  try {
    await migrate(database.url);
    await serve({ ...behindDashboard(settings, environment), DATABASE_URL: database.url }, concurrency, stop);
  } finally {
    await database.stop();
  }
  say('stopped');
  return 0;
}

interface OwnDatabase {
  readonly url: string;
  stop(): Promise<void>;
}

async function openOwnDatabase({ DATABASE_URL, DATA_FOLDER }: Settings): Promise<OwnDatabase> {
  if (DATABASE_URL !== undefined) return { url: DATABASE_URL, stop: () => Promise.resolve() };
  return startPostgres(join(DATA_FOLDER, 'database'));
}

/** Browsers reach the API through the dashboard, whose word about them counts where only this machine can ask. */
function behindDashboard({ HOST, DASHBOARD_URL }: Settings, given: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return {
    ...given,
    PUBLIC_URL: given.PUBLIC_URL || `${DASHBOARD_URL.replace(/\/$/, '')}/api`,
    TRUST_PROXY: given.TRUST_PROXY || String(isLoopback(HOST)),
  };
}

async function serve(environment: NodeJS.ProcessEnv, concurrency: number, stop: AbortSignal): Promise<void> {
  const platform = await openPlatform(environment, 'web');
  try {
    const first = await createFirstAdministrator(platform);
    const ended = new AbortController();
    const kept = { environment, say, stop: AbortSignal.any([stop, ended.signal]) };
    const worker = keepWorker({ ...kept, concurrency });
    let dashboard: Promise<void> | undefined;
    const served = (address: string): void => {
      say(`the API is at ${address}, described at ${address}/openapi.json`);
      dashboard = keepDashboard({
        ...kept,
        // The proxy that is trusted stands in front of the dashboard, if there is one.
        environment: {
          ...environment,
          API_URL: address,
          TRUST_PROXY: String(isBehindProxy(platform.settings)),
        },
        served: (port) => sayOpen(platform.settings, port, first),
      });
    };
    await runWeb(platform, stop, served).finally(() => ended.abort());
    await Promise.all([worker, dashboard]);
  } finally {
    await platform.close();
  }
}

/** A dashboard whose address is not one of this machine's own is reached through something of the operator's. */
const isBehindProxy = ({ DASHBOARD_URL }: Settings): boolean => new URL(DASHBOARD_URL).protocol === 'https:';

function sayOpen(
  { DASHBOARD_URL, DASHBOARD_PORT }: Settings,
  port: number,
  first: FirstAdministrator | null,
): void {
  const address = DASHBOARD_PORT === port ? DASHBOARD_URL : `http://localhost:${port}`;
  say(`open ${address} in a browser`);
  if (first) sayFirst(first);
  say('Ctrl-C stops it');
}

function sayFirst({ email, password }: FirstAdministrator): void {
  say(`sign in as ${email} with the password ${password}`);
  say('it is shown this once, and to be changed at the first sign-in');
}

function say(words: string): void {
  process.stderr.write(`mondwerk: ${words}\n`);
}
