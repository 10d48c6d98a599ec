import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Replacements: whose head gets whose face; what their plans and takes tell; films that were made from deliveries. */
export class Replacements1795392000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `CREATE TABLE replacements (
    id uuid NOT NULL CONSTRAINT replacements_id_pk PRIMARY KEY,
    organisation uuid NOT NULL,
    title uuid NOT NULL,
    dub uuid NOT NULL,
    replaced uuid NOT NULL,
    shown uuid NOT NULL,
    donors jsonb NOT NULL,
    shots integer array,
    settings jsonb NOT NULL,
    made_at timestamptz NOT NULL DEFAULT now(),
    version integer NOT NULL,
    CONSTRAINT replacements_dub_key UNIQUE (dub))`,
  `CREATE INDEX replacements_title_id_idx ON replacements (title, id)`,
  `CREATE INDEX replacements_replaced_idx ON replacements (replaced)`,
  `CREATE INDEX replacements_shown_idx ON replacements (shown)`,
  `ALTER TABLE sources ADD made_from jsonb`,
  `ALTER TABLE titles ADD commercial boolean NOT NULL DEFAULT true`,
  `ALTER TABLE dubs ADD kind text NOT NULL DEFAULT 'dub'`,
  `ALTER TABLE plans ADD faces jsonb`,
  `ALTER TABLE takes ADD face_flags jsonb`,
  `ALTER TABLE replacements ADD CONSTRAINT replacements_organisation_fk FOREIGN KEY (organisation) REFERENCES organisations(id) ON DELETE CASCADE`,
  `ALTER TABLE replacements ADD CONSTRAINT replacements_title_fk FOREIGN KEY (title) REFERENCES titles(id) ON DELETE CASCADE`,
  `ALTER TABLE replacements ADD CONSTRAINT replacements_dub_fk FOREIGN KEY (dub) REFERENCES dubs(id) ON DELETE CASCADE`,
  `ALTER TABLE replacements ADD CONSTRAINT replacements_replaced_fk FOREIGN KEY (replaced) REFERENCES performers(id) ON DELETE CASCADE`,
  `ALTER TABLE replacements ADD CONSTRAINT replacements_shown_fk FOREIGN KEY (shown) REFERENCES performers(id) ON DELETE CASCADE`,
];

const DOWN = [
  `ALTER TABLE takes DROP COLUMN face_flags`,
  `ALTER TABLE plans DROP COLUMN faces`,
  `ALTER TABLE dubs DROP COLUMN kind`,
  `ALTER TABLE titles DROP COLUMN commercial`,
  `ALTER TABLE sources DROP COLUMN made_from`,
  `DROP TABLE replacements`,
];
