import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A planned line says what does not fit between it and its voice, and how far it is off its time; a stem can be edited.
 */
export class LineProblems1795392000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE planned_lines ADD problem text');
    await runner.query('ALTER TABLE planned_lines ADD late_by double precision');
    await runner.query(
      `UPDATE planned_lines
       SET problem = CASE WHEN left_out = 'not-heard' THEN 'not-heard' ELSE 'other-words' END
       WHERE NOT fits`,
    );
    await runner.query('ALTER TABLE stems ADD version integer NOT NULL DEFAULT 1');
    await runner.query('ALTER TABLE stems ALTER COLUMN version DROP DEFAULT');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE stems DROP COLUMN version');
    await runner.query('ALTER TABLE planned_lines DROP COLUMN late_by');
    await runner.query('ALTER TABLE planned_lines DROP COLUMN problem');
  }
}
