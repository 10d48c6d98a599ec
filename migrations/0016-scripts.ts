import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Lines keep what their script says of them beyond words and times; a script, with what it was read and what was decided
 * then, so that it can be read again and exported with everything that people changed.
 */
export class Scripts1795392000016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE lines ADD on_screen text, ADD language text, ADD marks jsonb');
    await runner.query("ALTER TABLE scripts ADD reading jsonb, ADD remarks text[] NOT NULL DEFAULT '{}'");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE scripts DROP remarks, DROP reading');
    await runner.query('ALTER TABLE lines DROP marks, DROP language, DROP on_screen');
  }
}
