import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that people bring: what each is for, how much of it has arrived, what was found in it. */
export class Uploads1795392000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE uploads');
  }
}

const UP = [
  `CREATE TABLE uploads (
    id uuid NOT NULL,
    organisation uuid NOT NULL,
    title uuid NOT NULL,
    purpose text NOT NULL,
    "name" text NOT NULL,
    "key" text NOT NULL,
    bytes bigint NOT NULL,
    received bigint NOT NULL,
    checked bigint NOT NULL,
    "sha256" text,
    "state" text NOT NULL,
    problem text,
    facts jsonb,
    origin text,
    made_by uuid,
    touched_at TIMESTAMP WITH TIME ZONE NOT NULL,
    checked_at TIMESTAMP WITH TIME ZONE,
    used_at TIMESTAMP WITH TIME ZONE,
    made_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
    CONSTRAINT uploads_id_pk PRIMARY KEY (id),
    CONSTRAINT uploads_organisation_fk FOREIGN KEY (organisation) REFERENCES organisations(id) ON DELETE CASCADE,
    CONSTRAINT uploads_title_fk FOREIGN KEY (title) REFERENCES titles(id) ON DELETE CASCADE,
    CONSTRAINT uploads_made_by_fk FOREIGN KEY (made_by) REFERENCES people(id) ON DELETE SET NULL
  )`,
  `CREATE INDEX uploads_organisation_id_idx ON uploads (organisation, id)`,
  `CREATE INDEX uploads_title_id_idx ON uploads (title, id)`,
  `CREATE INDEX uploads_state_touched_at_idx ON uploads ("state", touched_at)`,
];
