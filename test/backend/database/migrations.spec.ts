import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DataSource } from 'typeorm';
import { databaseAt, openDatabase } from '../../../apps/backend/src/schema/openDatabase.ts';
import { emptyDatabase } from '../database.ts';

let database: DataSource;
beforeAll(async () => {
  database = await openDatabase(await emptyDatabase());
});
afterAll(() => database.destroy());

const difference = async (): Promise<string[]> => {
  const { upQueries } = await database.driver.createSchemaBuilder().log();
  return upQueries.map(({ query }) => query);
};

const tablesThere = async (): Promise<string[]> => {
  const rows: { name: string }[] = await database.query(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1`,
  );
  return rows.map(({ name }) => name).filter((name) => name !== 'schema_migrations');
};

describe('the migrations', () => {
  it('make exactly the tables that the code writes down', async () => {
    expect(await difference()).not.toEqual([]);
    await database.runMigrations();
    expect(await difference()).toEqual([]);
  });

  it('are undone one by one, and done again', async () => {
    for (let left = database.migrations.length; left > 0; left--) await database.undoLastMigration();
    expect(await tablesThere()).toEqual([]);
    const functions: unknown[] = await database.query(
      `SELECT proname FROM pg_proc JOIN pg_namespace n ON n.oid = pronamespace WHERE n.nspname = 'public'`,
    );
    expect(functions).toEqual([]);
    await database.runMigrations();
    expect(await difference()).toEqual([]);
  });

  it('keep the audit log as it is', async () => {
    await expect(database.query(`DELETE FROM audit_log`)).rejects.toThrow('append-only');
    await expect(database.query(`UPDATE audit_log SET act = 'x'`)).rejects.toThrow('append-only');
  });

  it('are numbered in the order in which they run', () => {
    const names = databaseAt('postgres://nobody@127.0.0.1/none').options.migrations as unknown as {
      name: string;
    }[];
    const numbers = names.map(({ name }) => Number(name.slice(-13)) - 1_795_392_000_000);
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
    expect(numbers[0]).toBe(1);
  });
});
