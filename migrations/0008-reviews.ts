import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose faces a take shows, what a delivery is made from; what was rendered, and what was signed, stays as it is. */
export class Reviews1795392000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `ALTER TABLE takes ADD performers uuid array NOT NULL DEFAULT '{}'`,
  `ALTER TABLE takes ALTER COLUMN performers DROP DEFAULT`,
  `ALTER TABLE takes ADD CONSTRAINT takes_run_shot_key UNIQUE (run, shot)`,
  `ALTER TABLE verdicts ALTER COLUMN settings DROP NOT NULL`,
  `ALTER TABLE verdicts ADD run uuid`,
  `ALTER TABLE deliveries ALTER COLUMN run DROP NOT NULL`,
  `ALTER TABLE deliveries ADD problem text`,
  `ALTER TABLE deliveries ADD takes uuid array NOT NULL DEFAULT '{}'`,
  `ALTER TABLE deliveries ALTER COLUMN takes DROP DEFAULT`,
  `ALTER TABLE deliveries ADD original_shots integer array NOT NULL DEFAULT '{}'`,
  `ALTER TABLE deliveries ALTER COLUMN original_shots DROP DEFAULT`,
  `ALTER TABLE deliveries ADD territories text array`,
  // A take is what was rendered: only what people decide about it changes.
  `CREATE FUNCTION refuse_to_change_takes() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF (NEW.id, NEW.dub, NEW.shot, NEW."number", NEW.run, NEW.result, NEW.settings, NEW.performers, NEW.made_at)
        IS DISTINCT FROM
        (OLD.id, OLD.dub, OLD.shot, OLD."number", OLD.run, OLD.result, OLD.settings, OLD.performers, OLD.made_at)
      THEN RAISE EXCEPTION 'a take is never changed'; END IF;
      RETURN NEW;
    END $$`,
  `CREATE TRIGGER takes_stay BEFORE UPDATE ON takes FOR EACH ROW EXECUTE FUNCTION refuse_to_change_takes()`,
  // A rights basis is a signed paper: it is revoked, once, and goes only with all of its title (depth 2: by cascade).
  `CREATE FUNCTION refuse_to_change_rights() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'TRUNCATE' THEN RAISE EXCEPTION 'rights are never deleted'; END IF;
      IF TG_OP = 'DELETE' THEN
        IF pg_trigger_depth() < 2 THEN RAISE EXCEPTION 'rights are never deleted, only revoked'; END IF;
        RETURN OLD;
      END IF;
      IF OLD.revoked_at IS NOT NULL AND (NEW.revoked_at, NEW.revoked_because)
          IS DISTINCT FROM (OLD.revoked_at, OLD.revoked_because)
        OR NEW.recorded_by IS NOT NULL AND NEW.recorded_by IS DISTINCT FROM OLD.recorded_by
        OR to_jsonb(NEW) - ARRAY['revoked_at', 'revoked_because', 'recorded_by', 'version']
          IS DISTINCT FROM to_jsonb(OLD) - ARRAY['revoked_at', 'revoked_because', 'recorded_by', 'version']
      THEN RAISE EXCEPTION 'rights are never changed, only revoked'; END IF;
      RETURN NEW;
    END $$`,
  `CREATE TRIGGER rights_bases_stay BEFORE UPDATE OR DELETE ON rights_bases
    FOR EACH ROW EXECUTE FUNCTION refuse_to_change_rights()`,
  `CREATE TRIGGER rights_bases_are_not_truncated BEFORE TRUNCATE ON rights_bases
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_rights()`,
];

const DOWN = [
  `DROP TRIGGER rights_bases_are_not_truncated ON rights_bases`,
  `DROP TRIGGER rights_bases_stay ON rights_bases`,
  `DROP FUNCTION refuse_to_change_rights()`,
  `DROP TRIGGER takes_stay ON takes`,
  `DROP FUNCTION refuse_to_change_takes()`,
  `ALTER TABLE deliveries DROP COLUMN territories`,
  `ALTER TABLE deliveries DROP COLUMN original_shots`,
  `ALTER TABLE deliveries DROP COLUMN takes`,
  `ALTER TABLE deliveries DROP COLUMN problem`,
  `ALTER TABLE deliveries ALTER COLUMN run SET NOT NULL`,
  `ALTER TABLE verdicts DROP COLUMN run`,
  `ALTER TABLE verdicts ALTER COLUMN settings SET NOT NULL`,
  `ALTER TABLE takes DROP CONSTRAINT takes_run_shot_key`,
  `ALTER TABLE takes DROP COLUMN performers`,
];
