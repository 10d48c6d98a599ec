import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A take keeps which of its lips did not reach their shape and where its report lies; a planned shot, whether the old
 * mouths say the new lines already.
 */
export class LipFlags1795392000015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE takes ADD flags jsonb');
    await runner.query('ALTER TABLE takes ADD report jsonb');
    await runner.query('ALTER TABLE planned_shots ADD matches boolean NOT NULL DEFAULT false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE planned_shots DROP COLUMN matches');
    await runner.query('ALTER TABLE takes DROP COLUMN report');
    await runner.query('ALTER TABLE takes DROP COLUMN flags');
  }
}
