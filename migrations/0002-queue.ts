import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Runs of the pipeline, their jobs, and the workers that do them. */
export class Queue1795392000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `CREATE TABLE runs (
    id uuid NOT NULL,
    organisation uuid NOT NULL,
    act text NOT NULL,
    "order" jsonb NOT NULL,
    title uuid NOT NULL,
    dub uuid,
    delivery uuid,
    "state" text NOT NULL,
    priority integer NOT NULL,
    reason text,
    asked_by uuid,
    made_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
    ended_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT runs_id_pk PRIMARY KEY (id)
  )`,
  `CREATE INDEX runs_title_id_idx ON runs (title, id)`,
  `CREATE INDEX runs_dub_id_idx ON runs (dub, id)`,
  `CREATE INDEX runs_organisation_state_id_idx ON runs (organisation, "state", id)`,
  `CREATE TABLE jobs (
    id uuid NOT NULL,
    organisation uuid NOT NULL,
    run uuid NOT NULL,
    stage text NOT NULL,
    shot integer,
    "state" text NOT NULL,
    priority integer NOT NULL,
    capability text NOT NULL,
    ticket uuid,
    worker uuid,
    attempt integer NOT NULL DEFAULT 0,
    failures integer NOT NULL DEFAULT 0,
    deaths integer NOT NULL DEFAULT 0,
    done integer NOT NULL DEFAULT 0,
    total integer,
    unit text,
    reason text,
    hint text,
    first_error text,
    outcome jsonb,
    made_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
    started_at TIMESTAMP WITH TIME ZONE,
    ended_at TIMESTAMP WITH TIME ZONE,
    worker_seconds double precision NOT NULL DEFAULT 0,
    CONSTRAINT jobs_run_stage_shot_key UNIQUE NULLS NOT DISTINCT (run, stage, shot),
    CONSTRAINT jobs_id_pk PRIMARY KEY (id)
  )`,
  `CREATE INDEX jobs_run_state_idx ON jobs (run, "state")`,
  `CREATE INDEX jobs_worker_state_idx ON jobs (worker, "state")`,
  `CREATE INDEX jobs_state_id_idx ON jobs ("state", id)`,
  `CREATE TABLE workers (
    id uuid NOT NULL,
    "name" text NOT NULL,
    host text NOT NULL,
    capabilities text ARRAY NOT NULL,
    concurrency integer NOT NULL,
    version text NOT NULL,
    started_at TIMESTAMP WITH TIME ZONE NOT NULL,
    seen_at TIMESTAMP WITH TIME ZONE NOT NULL,
    ended_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT workers_id_pk PRIMARY KEY (id)
  )`,
  `CREATE INDEX workers_ended_at_id_idx ON workers (ended_at, id)`,
  `ALTER TABLE runs ADD CONSTRAINT runs_organisation_fk FOREIGN KEY (organisation) REFERENCES organisations(id) ON DELETE CASCADE`,
  `ALTER TABLE runs ADD CONSTRAINT runs_title_fk FOREIGN KEY (title) REFERENCES titles(id) ON DELETE CASCADE`,
  `ALTER TABLE runs ADD CONSTRAINT runs_dub_fk FOREIGN KEY (dub) REFERENCES dubs(id) ON DELETE CASCADE`,
  `ALTER TABLE runs ADD CONSTRAINT runs_delivery_fk FOREIGN KEY (delivery) REFERENCES deliveries(id) ON DELETE CASCADE`,
  `ALTER TABLE runs ADD CONSTRAINT runs_asked_by_fk FOREIGN KEY (asked_by) REFERENCES people(id) ON DELETE SET NULL`,
  `ALTER TABLE jobs ADD CONSTRAINT jobs_organisation_fk FOREIGN KEY (organisation) REFERENCES organisations(id) ON DELETE CASCADE`,
  `ALTER TABLE jobs ADD CONSTRAINT jobs_run_fk FOREIGN KEY (run) REFERENCES runs(id) ON DELETE CASCADE`,
  `ALTER TABLE jobs ADD CONSTRAINT jobs_worker_fk FOREIGN KEY (worker) REFERENCES workers(id) ON DELETE SET NULL`,
];

const DOWN = [`DROP TABLE jobs`, `DROP TABLE workers`, `DROP TABLE runs`];
