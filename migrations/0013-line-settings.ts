import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People say of a line how its mouth shall differ from what the voice says. */
export class LineSettings1795392000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE lines ADD settings jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE lines DROP COLUMN settings');
  }
}
