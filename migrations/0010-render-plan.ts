import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A render run tells which plan it renders, so that whose faces are in it is found without reading its order. */
export class RenderPlan1795392000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `ALTER TABLE runs ADD plan uuid`,
  `ALTER TABLE runs ADD CONSTRAINT runs_plan_fk FOREIGN KEY (plan) REFERENCES plans(id) ON DELETE SET NULL`,
  `CREATE INDEX runs_plan_idx ON runs (plan)`,
];

const DOWN = [
  `DROP INDEX runs_plan_idx`,
  `ALTER TABLE runs DROP CONSTRAINT runs_plan_fk`,
  `ALTER TABLE runs DROP COLUMN plan`,
];
