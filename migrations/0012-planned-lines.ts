import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A plan keeps its voice for browsers, what was found of every line, and where it is written what the mouths do. */
export class PlannedLines1795392000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `ALTER TABLE plans ADD voice jsonb`,
  `ALTER TABLE plans ADD mouths jsonb`,
  `CREATE TABLE planned_lines (
    id uuid NOT NULL,
    organisation uuid NOT NULL,
    plan uuid NOT NULL,
    "index" integer NOT NULL,
    start double precision NOT NULL,
    "end" double precision NOT NULL,
    confidence double precision NOT NULL,
    fits boolean NOT NULL DEFAULT false,
    spoken jsonb NOT NULL,
    frames integer NOT NULL,
    mismatch double precision,
    mismatch_reason text,
    left_out text,
    mouths_from bigint NOT NULL,
    mouths_to bigint NOT NULL,
    CONSTRAINT planned_lines_plan_index_key UNIQUE (plan, "index"),
    CONSTRAINT planned_lines_id_pk PRIMARY KEY (id)
  )`,
  `ALTER TABLE planned_lines ADD CONSTRAINT planned_lines_organisation_fk FOREIGN KEY (organisation)
    REFERENCES organisations(id) ON DELETE CASCADE`,
  `ALTER TABLE planned_lines ADD CONSTRAINT planned_lines_plan_fk FOREIGN KEY (plan)
    REFERENCES plans(id) ON DELETE CASCADE`,
];

const DOWN = [
  `DROP TABLE planned_lines`,
  `ALTER TABLE plans DROP COLUMN mouths`,
  `ALTER TABLE plans DROP COLUMN voice`,
];
