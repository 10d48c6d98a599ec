import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lines as they would look with other settings, while somebody edits them. */
export class Drafts1795392000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE drafts');
  }
}

const UP = [
  `CREATE TABLE drafts (
    id uuid NOT NULL,
    organisation uuid NOT NULL,
    dub uuid NOT NULL,
    plan uuid NOT NULL,
    run uuid NOT NULL,
    line integer NOT NULL,
    settings jsonb NOT NULL,
    "state" text NOT NULL,
    result jsonb,
    asked_by uuid,
    made_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
    CONSTRAINT drafts_run_key UNIQUE (run),
    CONSTRAINT drafts_id_pk PRIMARY KEY (id)
  )`,
  `CREATE INDEX drafts_dub_state_idx ON drafts (dub, "state")`,
  `CREATE INDEX drafts_plan_idx ON drafts (plan)`,
  `ALTER TABLE drafts ADD CONSTRAINT drafts_organisation_fk FOREIGN KEY (organisation)
    REFERENCES organisations(id) ON DELETE CASCADE`,
  `ALTER TABLE drafts ADD CONSTRAINT drafts_dub_fk FOREIGN KEY (dub) REFERENCES dubs(id) ON DELETE CASCADE`,
  `ALTER TABLE drafts ADD CONSTRAINT drafts_plan_fk FOREIGN KEY (plan) REFERENCES plans(id) ON DELETE CASCADE`,
  `ALTER TABLE drafts ADD CONSTRAINT drafts_run_fk FOREIGN KEY (run) REFERENCES runs(id) ON DELETE CASCADE`,
  `ALTER TABLE drafts ADD CONSTRAINT drafts_asked_by_fk FOREIGN KEY (asked_by)
    REFERENCES people(id) ON DELETE SET NULL`,
];
