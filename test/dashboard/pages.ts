import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, '../../apps/dashboard/server/main.ts');

/** The dashboard's own process, with an API behind it. */
export interface Pages {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Serves the dashboard as people get it, with the API at `api` behind it; builds it if that was not done. */
export async function servePages(api: string): Promise<Pages> {
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
