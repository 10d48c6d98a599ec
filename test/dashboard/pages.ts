import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { inject } from 'vitest';

const MAIN = join(import.meta.dirname, '../../apps/dashboard/server/main.ts');

/** Waits until the dashboard is built. */
export async function dashboardBuilt(): Promise<void> {
  const answer = await fetch(inject('dashboardDoor'));
  if (!answer.ok) throw new Error(await answer.text());
}

/** The dashboard's own process, with an API behind it. */
export interface Pages {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Serves the production build of the dashboard, with the API at `api` behind it. */
export async function servePages(api: string): Promise<Pages> {
  await dashboardBuilt();
  const child: ChildProcess = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN], {
    env: {
      ...process.env,
      API_URL: api,
      DASHBOARD_PORT: '0',
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
    },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let said = '';
  child.stderr!.on('data', (text: Buffer) => (said += text));
  const ended = once(child, 'close');
  const told = (await Promise.race([
    once(child, 'message'),
    ended.then(() => Promise.reject(new Error(`the dashboard ended: ${said}`))),
  ])) as [{ readonly listening: number }];
  return {
    url: `http://127.0.0.1:${told[0].listening}`,
    close: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
