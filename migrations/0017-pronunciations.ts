import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How the names of a title are said. */
export class Pronunciations1795392000017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE pronunciations');
  }
}

const UP = [
  `CREATE TABLE pronunciations (
    id uuid NOT NULL,
    organisation uuid NOT NULL,
    title uuid NOT NULL,
    word text NOT NULL,
    said text NOT NULL,
    language text,
    note text,
    made_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
    version integer NOT NULL,
    CONSTRAINT pronunciations_id_pk PRIMARY KEY (id)
  )`,
  `CREATE INDEX pronunciations_title_id_idx ON pronunciations (title, id)`,
  `ALTER TABLE pronunciations ADD CONSTRAINT pronunciations_organisation_fk FOREIGN KEY (organisation)
    REFERENCES organisations(id) ON DELETE CASCADE`,
  `ALTER TABLE pronunciations ADD CONSTRAINT pronunciations_title_fk FOREIGN KEY (title)
    REFERENCES titles(id) ON DELETE CASCADE`,
];
