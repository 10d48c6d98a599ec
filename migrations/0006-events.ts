import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What happens, for those who listen, and the webhooks that are told of it. */
export class Events1795392000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `CREATE TABLE events (
    id uuid NOT NULL,
    organisation uuid NOT NULL,
    kind text NOT NULL,
    thing uuid NOT NULL,
    title uuid,
    dub uuid,
    data jsonb NOT NULL,
    made_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
    CONSTRAINT events_id_pk PRIMARY KEY (id),
    CONSTRAINT events_organisation_fk FOREIGN KEY (organisation) REFERENCES organisations(id) ON DELETE CASCADE
  )`,
  `CREATE INDEX events_organisation_id_idx ON events (organisation, id)`,
  `CREATE INDEX events_made_at_idx ON events (made_at)`,
  `CREATE TABLE webhooks (
    id uuid NOT NULL,
    organisation uuid NOT NULL,
    url text NOT NULL,
    kinds text ARRAY NOT NULL,
    secret text NOT NULL,
    failures integer NOT NULL DEFAULT 0,
    disabled_at TIMESTAMP WITH TIME ZONE,
    disabled_reason text,
    made_by uuid,
    made_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
    version integer NOT NULL,
    CONSTRAINT webhooks_id_pk PRIMARY KEY (id),
    CONSTRAINT webhooks_organisation_fk FOREIGN KEY (organisation) REFERENCES organisations(id) ON DELETE CASCADE,
    CONSTRAINT webhooks_made_by_fk FOREIGN KEY (made_by) REFERENCES people(id) ON DELETE SET NULL
  )`,
  `CREATE INDEX webhooks_organisation_id_idx ON webhooks (organisation, id)`,
  `CREATE TABLE webhook_deliveries (
    id uuid NOT NULL,
    organisation uuid NOT NULL,
    webhook uuid NOT NULL,
    event uuid NOT NULL,
    kind text NOT NULL,
    body text NOT NULL,
    "state" text NOT NULL,
    attempts integer NOT NULL DEFAULT 0,
    next_at TIMESTAMP WITH TIME ZONE,
    status integer,
    problem text,
    milliseconds integer,
    made_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
    ended_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT webhook_deliveries_id_pk PRIMARY KEY (id),
    CONSTRAINT webhook_deliveries_organisation_fk FOREIGN KEY (organisation) REFERENCES organisations(id) ON DELETE CASCADE,
    CONSTRAINT webhook_deliveries_webhook_fk FOREIGN KEY (webhook) REFERENCES webhooks(id) ON DELETE CASCADE
  )`,
  `CREATE INDEX webhook_deliveries_webhook_id_idx ON webhook_deliveries (webhook, id)`,
  `CREATE INDEX webhook_deliveries_state_next_at_idx ON webhook_deliveries ("state", next_at)`,
  `CREATE INDEX webhook_deliveries_made_at_idx ON webhook_deliveries (made_at)`,
];

const DOWN = [`DROP TABLE webhook_deliveries`, `DROP TABLE webhooks`, `DROP TABLE events`];
