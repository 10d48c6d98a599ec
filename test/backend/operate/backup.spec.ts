import { createHash } from 'node:crypto';
import { appendFile, chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databaseAt } from '../../../apps/backend/src/schema/openDatabase.ts';
import { startPostgres } from '../../../apps/backend/src/database/embeddedPostgres.ts';
import { makeBackup } from '../../../apps/backend/src/operate/backup/backup.ts';
import { restoreBackup } from '../../../apps/backend/src/operate/backup/restore.ts';
import { readSettings, type Settings } from '../../../apps/backend/src/settings.ts';
import { as, type Client } from '../client.ts';
import { emptyDatabase, freshDatabase } from '../database.ts';
import { startMondwerk } from '../mondwerk.ts';
import { addOrganisation, startServer, tokenOf, type TestServer } from '../server.ts';

const FILM = Buffer.from('not really a film\n'.repeat(50_000));
const KEY = 'titles/01a00000-0000-7000-8000-000000000001/source.mov';

let folder: string;
let server: TestServer;
let token: string;
let client: Client;
let title: string;
let secret: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-backup-'));
  server = await startServer();
  const { platform } = server;
  const studio = await addOrganisation(platform, 'administrator');
  token = await tokenOf(server, studio.administrator);
  client = as(server, token);
  title = String((await client.post('/titles', { name: 'Die “Straße” — 山' })).body.id);
  secret = String((await client.post('/webhooks', { url: 'https://example.org/' })).body.secret);
  const draft = await platform.storage.draftFile(KEY);
  await writeFile(draft, FILM);
  await platform.storage.keep(draft, KEY);
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const settingsOf = (name: string, DATABASE_URL: string): Settings =>
  readSettings({ DATABASE_URL, DATA_FOLDER: join(folder, name) });

describe('a backup', () => {
  it('brings everything back: the API shows the same, files are the same, secrets open', async () => {
    const to = join(folder, 'first');
    const [run] = await queueOneJob();
    const manifest = await makeBackup(server.platform.settings, to, true);
    expect(manifest.storage).toContainEqual({
      key: KEY,
      bytes: FILM.length,
      sha256: createHash('sha256').update(FILM).digest('hex'),
    });
    const settings = settingsOf('again', await emptyDatabase());
    await restoreBackup(settings, settings.DATABASE_URL!, to);
    const { DATABASE_URL, DATA_FOLDER } = settings;
    const again = await startServer({ DATABASE_URL, DATA_FOLDER });
    const restored = as(again, token);
    for (const path of ['/titles', `/titles/${title}`, '/webhooks', '/people', '/audit', `/runs/${run}`]) {
      const [was, is] = [await client.get(path), await restored.get(path)];
      expect(is.status).toBe(200);
      expect(is.body).toEqual(was.body);
    }
    const read = await again.platform.storage.read(KEY);
    expect(Buffer.concat(await read.toArray())).toEqual(FILM);
    const [hook]: { secret: string }[] = await again.platform.database.query('SELECT secret FROM webhooks');
    expect(again.platform.sealing.open(hook.secret)).toBe(secret);
    const [{ waiting }]: { waiting: number }[] = await again.platform.database.query(
      `SELECT count(*)::int AS waiting FROM jobs JOIN queue.job q ON q.id = jobs.ticket WHERE q.state = 'created'`,
    );
    expect(waiting).toBe(1);
    await again.close();
  });

  it('comes back into a database of its own, where nothing is yet', async () => {
    const to = join(folder, 'whole');
    await makeBackup(server.platform.settings, to, true);
    await chmod(folder, 0o755);
    const environment = { DATA_FOLDER: join(folder, 'own'), INIT_CWD: folder };
    const restored = await startMondwerk(['restore', 'whole'], folder, environment).ended;
    expect([restored.code, restored.stderr]).toEqual([0, expect.stringContaining('start the service now')]);
    const own = await startPostgres(join(environment.DATA_FOLDER, 'database'));
    const database = await databaseAt(own.url).initialize();
    expect(await database.query('SELECT id FROM titles')).toContainEqual({ id: title });
    await database.destroy();
    await own.stop();
  });

  it('is taken while others write, as all was at one moment', async () => {
    const writing = (async () => {
      for (let number = 0; number < 30; number++) await client.post('/titles', { name: `${number}` });
    })();
    const manifest = await makeBackup(server.platform.settings, join(folder, 'meanwhile'), false);
    await writing;
    const rowsOf = (name: string): number => manifest.tables.find((table) => table.name === name)!.rows;
    expect(rowsOf('audit_log') - rowsOf('titles')).toBe(1); // the webhook
    expect(manifest.storage).toBeNull();
  });

  it('of an older version is brought up to date when it is restored', async () => {
    const url = await emptyDatabase();
    const old = databaseAt(url);
    const then = Object.values(old.options.migrations as Record<string, never>).slice(0, 3);
    await old.setOptions({ migrations: then }).initialize();
    await old.runMigrations();
    await old.query(`INSERT INTO organisations (id, name, version) VALUES (gen_random_uuid(), 'Old', 1)`);
    const { DATA_FOLDER } = server.platform.settings;
    const to = join(folder, 'older');
    const from = readSettings({ DATABASE_URL: url, DATA_FOLDER });
    expect((await makeBackup(from, to, false)).migrations).toHaveLength(3);
    await old.destroy();
    const settings = settingsOf('newer', await emptyDatabase());
    await restoreBackup(settings, settings.DATABASE_URL!, to);
    const newer = await databaseAt(settings.DATABASE_URL!).initialize();
    expect(await newer.showMigrations()).toBe(false);
    expect(await newer.query('SELECT name FROM organisations')).toEqual([{ name: 'Old' }]);
    await newer.destroy();
  });

  it('is refused where something is already', async () => {
    const to = join(folder, 'kept');
    await makeBackup(server.platform.settings, to, false);
    const used = server.platform.settings.DATABASE_URL!;
    const settings = settingsOf('used', used);
    await expect(restoreBackup(settings, used, to)).rejects.toThrow('into an empty one only');
    await expect(makeBackup(server.platform.settings, to, false)).rejects.toThrow('not empty');
  });

  it('is refused when it was damaged, and then nothing is in the database', async () => {
    const to = join(folder, 'damaged');
    await makeBackup(server.platform.settings, to, false);
    await appendFile(join(to, 'database', 'titles.jsonl.gz'), 'x');
    const url = await freshDatabase();
    const settings = settingsOf('broken', url);
    await expect(restoreBackup(settings, url, to)).rejects.toThrow('not what was backed up');
    expect(await readdir(folder)).not.toContain('broken');
  });

  it('is not any folder', async () => {
    const settings = settingsOf('any', await emptyDatabase());
    await expect(restoreBackup(settings, settings.DATABASE_URL!, folder)).rejects.toThrow(
      'not a whole backup',
    );
  });
});

/** A run whose first job waits for a worker. */
async function queueOneJob(): Promise<[string]> {
  const { database, runner } = server.platform;
  const [{ organisation }]: { organisation: string }[] = await database.query(
    'SELECT organisation FROM titles',
  );
  const order = {
    title,
    source: { key: KEY, sha256: 'a'.repeat(64), name: 'film.mov' },
    proxy: { burnTimecode: false },
  };
  const source = { id: '01a00000-0000-7000-8000-0000000000aa', ...order.source };
  await database.query(
    `INSERT INTO sources (id, organisation, title, name, key, sha256, bytes, state, version)
     VALUES ($1, $2, $3, $4, $5, $6, 1, 'waiting', 1)`,
    [source.id, organisation, title, source.name, source.key, source.sha256],
  );
  const run = await database.transaction((tx) =>
    runner.startRun(tx, 'analyse', order, { organisation, title }),
  );
  return [run.id];
}
