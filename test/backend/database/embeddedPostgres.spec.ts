import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  findEmbedded,
  startPostgres,
  type EmbeddedPostgres,
} from '../../../apps/backend/src/database/embeddedPostgres.ts';
import { withClient } from '../databaseNames.ts';

describe('the built-in PostgreSQL', () => {
  let folder: string;
  let running: EmbeddedPostgres | undefined;
  const cluster = (): string => join(folder, 'cluster');
  const start = async (durable = false): Promise<string> => {
    running = await startPostgres(folder, { durable });
    return running.url;
  };
  const remember = (url: string): Promise<unknown> =>
    withClient(url, (client) => client.query('create table kept as select 42 as answer'));
  const recall = (url: string): Promise<unknown> =>
    withClient(url, async (client) => (await client.query('select answer from kept')).rows);

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mondwerk-postgres-'));
  });
  afterEach(async () => {
    await running?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('keeps its data and its address over a restart', async () => {
    const first = await start();
    await remember(first);
    await running!.stop();
    expect(await start()).toBe(first);
    expect(await recall(first)).toEqual([{ answer: 42 }]);
    expect(await findEmbedded(folder)).toBe(first);
  });

  it('tells its password to nobody else', async () => {
    const url = await start();
    expect((await stat(join(cluster(), 'mondwerk.json'))).mode & 0o777).toBe(0o600);
    const stranger = new URL(url);
    stranger.password = 'guessed';
    await expect(withClient(stranger.href, () => Promise.resolve())).rejects.toThrow(/password/);
  });

  it('refuses a folder that another mondwerk uses', async () => {
    const url = await start();
    await expect(startPostgres(folder)).rejects.toMatchObject({ code: 'database-folder-busy' });
    await remember(url);
  });

  it('starts after it was killed, though its pid file names a living stranger', async () => {
    const url = await start(true);
    await remember(url);
    const file = join(cluster(), 'postmaster.pid');
    const lines = (await readFile(file, 'utf8')).split('\n');
    process.kill(Number(lines[0]), 'SIGKILL');
    await writeFile(file, [process.pid, ...lines.slice(1)].join('\n'));
    expect(await recall(await start(true))).toEqual([{ answer: 42 }]);
  });

  it('takes over a server that a killed mondwerk left running, with its clients', async () => {
    const url = await start();
    await withClient(url, async (client) => {
      await client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'mondwerk owner'`,
      );
      expect(await start()).toBe(url);
      expect((await client.query('select 1 as alive')).rows).toEqual([{ alive: 1 }]);
    });
  });

  it('makes a database anew when it was killed while making one', async () => {
    await writeFile(join(folder, 'cluster.0000.partial'), 'half');
    await start();
    await expect(stat(join(folder, 'cluster.0000.partial'))).rejects.toThrow(/ENOENT/);
  });
});
