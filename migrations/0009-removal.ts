import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is looked for when rows go that others point at: without these, removing a title reads whole tables, shot by shot. */
export class Removal1795392000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, column] of INDEXES) {
      await runner.query(`CREATE INDEX ${table}_${column}_idx ON ${table} (${column})`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, column] of INDEXES) await runner.query(`DROP INDEX ${table}_${column}_idx`);
  }
}

const INDEXES = [
  ['takes', 'shot'],
  ['planned_shots', 'shot'],
  ['lines', 'character'],
  ['characters', 'performer'],
] as const;
