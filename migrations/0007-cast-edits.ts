import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who turned out to be whom, how frontal faces are and their pictures, voices that are never seen, mouths in plans. */
export class CastEdits1795392000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `ALTER TABLE performers ADD merged_into uuid`,
  `ALTER TABLE performers ADD CONSTRAINT performers_merged_into_fk FOREIGN KEY (merged_into) REFERENCES performers(id) ON DELETE SET NULL`,
  `CREATE INDEX performers_merged_into_idx ON performers (merged_into)`,
  `ALTER TABLE face_tracks ADD frontal double precision`,
  `ALTER TABLE face_tracks ADD portrait text`,
  `ALTER TABLE characters ADD off_screen boolean NOT NULL DEFAULT false`,
  `ALTER TABLE planned_shots ADD mouths integer NOT NULL`,
  `ALTER TABLE planned_shots ADD left_alone integer NOT NULL`,
  `ALTER TABLE plans ADD CONSTRAINT plans_run_key UNIQUE (run)`,
];

const DOWN = [
  `ALTER TABLE plans DROP CONSTRAINT plans_run_key`,
  `ALTER TABLE planned_shots DROP COLUMN left_alone`,
  `ALTER TABLE planned_shots DROP COLUMN mouths`,
  `ALTER TABLE characters DROP COLUMN off_screen`,
  `ALTER TABLE face_tracks DROP COLUMN portrait`,
  `ALTER TABLE face_tracks DROP COLUMN frontal`,
  `ALTER TABLE performers DROP COLUMN merged_into`,
];
