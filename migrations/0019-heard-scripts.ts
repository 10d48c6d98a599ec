import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Scripts that nobody gave: how they were heard, and by which run. */
export class HeardScripts1795392000019 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE scripts ADD heard jsonb, ADD run uuid');
    await runner.query('ALTER TABLE scripts ADD CONSTRAINT scripts_run_key UNIQUE (run)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE scripts DROP CONSTRAINT scripts_run_key');
    await runner.query('ALTER TABLE scripts DROP heard, DROP run');
  }
}
