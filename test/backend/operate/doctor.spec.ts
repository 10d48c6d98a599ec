import { rm, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examine, type Examined } from '../../../apps/backend/src/operate/doctor.ts';
import { emptyDatabase, freshDatabase } from '../database.ts';
import { mondwerk } from '../mondwerk.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-doctor-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function findings(environment: NodeJS.ProcessEnv): Promise<Record<string, Examined>> {
  const found = await examine({ DATA_FOLDER: folder, ...environment }, () => undefined);
  return Object.fromEntries(found.map((examined) => [examined.about, examined]));
}

describe('the doctor', () => {
  it('finds everything well where everything is', async () => {
    const found = await findings({ DATABASE_URL: await freshDatabase() });
    const { workers, disk, ...others } = found;
    expect(Object.values(others).filter(({ result }) => result !== 'ok')).toEqual([]);
    expect(workers).toMatchObject({ result: 'warn', way: expect.stringContaining('mondwerk worker') });
    expect(disk.said).toMatch(/GiB free/);
  });

  it('says what to do about a database that was not migrated', async () => {
    const { database, migrations } = await findings({ DATABASE_URL: await emptyDatabase() });
    expect(database.result).toBe('ok');
    expect(migrations).toMatchObject({ result: 'fail', way: 'run `mondwerk migrate`' });
  });

  it('names a database that cannot be reached without its password, and goes on', async () => {
    const found = await findings({ DATABASE_URL: 'postgres://me:hunter22@127.0.0.1:1/none' });
    expect(found.database).toMatchObject({ result: 'fail', said: expect.stringContaining('127.0.0.1:1') });
    expect(JSON.stringify(found)).not.toContain('hunter22');
    expect(found.storage.result).toBe('ok');
  });

  it('names all settings that are wrong, and ends with an exit code', async () => {
    process.env.PORT = 'abc';
    const { code, stdout } = await mondwerk(['doctor', '--json'], folder);
    delete process.env.PORT;
    const report = JSON.parse(stdout) as { well: boolean; found: Examined[] };
    expect([code, report.well]).toEqual([1, false]);
    expect(report.found[0]).toMatchObject({ about: 'settings', said: expect.stringContaining('PORT') });
  });
});
