import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A performer's mouth moves more or less far in all dubs; dubs say whether mouths follow the voice and what they leave. */
export class Articulation1795392000018 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE performers ADD strength double precision NOT NULL DEFAULT 1');
    await runner.query(
      `UPDATE dubs SET settings = '{"followLoudness": true, "onlyVisible": false}'::jsonb || settings`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE dubs SET settings = settings - 'followLoudness' - 'onlyVisible'`);
    await runner.query('ALTER TABLE performers DROP COLUMN strength');
  }
}
