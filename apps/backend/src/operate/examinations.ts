import { Refusal } from '@mondwerk/film';
import type { DataSource } from 'typeorm';
import { examineDisk } from './examineDisk.ts';
import { examineEspeak, examineFfmpeg, examineNode } from './examinePrograms.ts';
import { examineGpu, examineModels, examineSpeech } from './examineModels.ts';
import type { Examination, Finding } from './finding.ts';

const SKEW_S = { warn: 2, fail: 30 };

const inDatabase =
  (look: (database: DataSource) => Promise<Finding>): Examination =>
  async ({ database }) =>
    database instanceof Refusal
      ? { result: 'warn', said: 'not looked at, without a database' }
      : look(database);

/** Everything that is looked at, in the order in which it is told. */
export const EXAMINATIONS: Readonly<Record<string, Examination>> = {
  settings: async ({ settings }) =>
    settings instanceof Refusal
      ? { result: 'fail', said: settings.message }
      : { result: 'ok', said: `data is in ${settings.DATA_FOLDER}` },
  node: examineNode,
  ffmpeg: examineFfmpeg,
  espeak: examineEspeak,
  models: examineModels,
  speech: examineSpeech,
  gpu: examineGpu,
  database: async ({ database }) => {
    if (database instanceof Refusal) {
      return { result: database.code === 'no-database' ? 'warn' : 'fail', said: database.message };
    }
    const [{ version }]: { version: string }[] = await database.query(
      "SELECT current_setting('server_version') AS version",
    );
    if (parseInt(version) >= 15) return { result: 'ok', said: `PostgreSQL ${version}` };
    return { result: 'fail', said: `PostgreSQL ${version}`, way: 'use PostgreSQL 15 or later' };
  },
  migrations: inDatabase(async (database) =>
    (await database.showMigrations())
      ? { result: 'fail', said: 'some have not been run', way: 'run `mondwerk migrate`' }
      : { result: 'ok', said: 'all have been run' },
  ),
  clock: inDatabase(async (database) => {
    const asked = Date.now();
    const [{ now }]: { now: Date }[] = await database.query('SELECT clock_timestamp() AS now');
    const skew = Math.abs(now.getTime() - (asked + Date.now()) / 2) / 1000;
    const result = skew > SKEW_S.fail ? 'fail' : skew > SKEW_S.warn ? 'warn' : 'ok';
    const said = `${skew.toFixed(1)} s from the database's`;
    return result === 'ok' ? { result, said } : { result, said, way: 'set both clocks by NTP' };
  }),
  workers: inDatabase(async (database) => {
    const [{ alive }]: { alive: number }[] = await database.query(
      'SELECT count(*)::int AS alive FROM workers WHERE ended_at IS NULL',
    );
    if (alive > 0) return { result: 'ok', said: `${alive} at work or waiting for it` };
    return { result: 'warn', said: 'none', way: 'start one with `mondwerk worker`' };
  }),
  storage: async ({ storage }) => {
    if (storage instanceof Refusal) return { result: 'fail', said: storage.message };
    await storage.check();
    return { result: 'ok', said: storage.name };
  },
  disk: examineDisk,
};
