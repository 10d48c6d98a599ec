import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { dashboardBuilt } from '../../dashboard/dashboardBuilt.ts';
import { clientOf } from '../client.ts';

const CLI = join(import.meta.dirname, '../../../apps/backend/src/cli.ts');

interface Started {
  readonly child: ChildProcess;
  /** Resolves with the first match in what it says. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  /** Resolves with its exit code. */
  readonly ended: Promise<number | null>;
}

let folder: string;
let running: Started | undefined;
beforeAll(async () => {
  await dashboardBuilt();
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-start-'));
  await chmod(folder, 0o755);
});
afterEach(async () => {
  running?.child.kill('SIGTERM');
  await running?.ended;
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function start(environment: NodeJS.ProcessEnv = {}): Started {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', CLI, 'start'], {
    env: {
      ...process.env,
      DATA_FOLDER: join(folder, 'data'),
      PORT: '0',
      DASHBOARD_PORT: '0',
      LOG_LEVEL: 'info',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const looks = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      for (const look of looks) look();
    });
  }
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const says = (pattern: RegExp): Promise<RegExpExecArray> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const match = pattern.exec(said);
        if (match) resolve(match);
      };
      looks.add(look);
      look();
      void ended.then(() => reject(new Error(`it ended without saying ${pattern}: ${said}`)));
    });
  running = { child, says, ended };
  return running;
}

describe('`mondwerk start`', () => {
  it('runs everything from nothing, lets its first administrator in, and stops tidily', async () => {
    const { child, says, ended } = start();
    const [, url] = await says(/the API is at (\S+),/);
    const [, email, password] = await says(/sign in as (\S+) with the password (\S+)/);
    const api = clientOf({ url });
    expect((await api.get('/health/ready')).body).toMatchObject({ ready: true });
    const [, dashboard] = await says(/open (\S+) in a browser/);
    expect(await (await fetch(`${dashboard}/sign-in`)).text()).toContain('<html');
    const throughDashboard = clientOf({ url: `${dashboard}/api` });
    expect((await throughDashboard.post('/session', { email, password })).status).toBeLessThan(300);
    expect((await api.post('/session', { email, password })).status).toBeLessThan(300);
    const [, pid] = await says(/"process":"worker","pid":(\d+).*"ready"/);
    process.kill(Number(pid), 'SIGKILL');
    await says(new RegExp(`another one takes over[^]*"process":"worker","pid":(?!${pid}).*"ready"`));
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    await expect(stat(join(folder, 'data/database/cluster/postmaster.pid'))).rejects.toThrow('ENOENT');
    expect((await stat(join(folder, 'data/storage'))).mode & 0o077).toBe(0);
  });

  it('finds everything again when it is started again, and shows no password', async () => {
    const { child, says, ended } = start();
    await says(/Ctrl-C stops it/);
    await expect(Promise.race([says(/with the password/), says(/"ready"/).then(() => 'none')])).resolves.toBe(
      'none',
    );
    child.kill('SIGINT');
    expect(await ended).toBe(0);
  });

  it('names all settings that are wrong, and starts nothing', async () => {
    const { says, ended } = start({ PORT: 'abc', TRUST_PROXY: 'maybe', S3_ACCESS_KEY_ID: 'x' });
    await says(
      /PORT must be a number\n\s+TRUST_PROXY must be true or false\n\s+S3_SECRET_ACCESS_KEY must be given/,
    );
    expect(await ended).toBe(2);
  });
});
