import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sessions, API tokens, invitations, authenticator apps, OpenID Connect identities, and what is tried too often. */
export class SignIn1795392000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `CREATE TABLE sessions (
    id uuid NOT NULL,
    organisation uuid NOT NULL,
    person uuid NOT NULL,
    secret text NOT NULL,
    seen_at TIMESTAMP WITH TIME ZONE NOT NULL,
    expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
    made_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
    CONSTRAINT sessions_secret_key UNIQUE (secret),
    CONSTRAINT sessions_id_pk PRIMARY KEY (id)
  )`,
  `CREATE INDEX sessions_person_idx ON sessions (person)`,
  `CREATE INDEX sessions_expires_at_idx ON sessions (expires_at)`,
  `CREATE TABLE tokens (
    id uuid NOT NULL,
    organisation uuid NOT NULL,
    person uuid NOT NULL,
    "name" text NOT NULL,
    secret text NOT NULL,
    scopes text ARRAY,
    expires_at TIMESTAMP WITH TIME ZONE,
    last_used_at TIMESTAMP WITH TIME ZONE,
    made_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
    CONSTRAINT tokens_secret_key UNIQUE (secret),
    CONSTRAINT tokens_id_pk PRIMARY KEY (id)
  )`,
  `CREATE INDEX tokens_person_id_idx ON tokens (person, id)`,
  `CREATE TABLE invitations (
    id uuid NOT NULL,
    organisation uuid NOT NULL,
    person uuid NOT NULL,
    secret text NOT NULL,
    expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
    made_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
    CONSTRAINT invitations_person_key UNIQUE (person),
    CONSTRAINT invitations_secret_key UNIQUE (secret),
    CONSTRAINT invitations_id_pk PRIMARY KEY (id)
  )`,
  `CREATE TABLE second_factors (
    id uuid NOT NULL,
    organisation uuid NOT NULL,
    person uuid NOT NULL,
    secret text NOT NULL,
    confirmed_at TIMESTAMP WITH TIME ZONE,
    last_step integer NOT NULL,
    recovery_codes text ARRAY NOT NULL,
    made_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
    CONSTRAINT second_factors_person_key UNIQUE (person),
    CONSTRAINT second_factors_id_pk PRIMARY KEY (id)
  )`,
  `CREATE TABLE identities (
    id uuid NOT NULL,
    organisation uuid NOT NULL,
    person uuid NOT NULL,
    issuer text NOT NULL,
    subject text NOT NULL,
    made_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
    CONSTRAINT identities_issuer_subject_key UNIQUE (issuer, subject),
    CONSTRAINT identities_id_pk PRIMARY KEY (id)
  )`,
  `CREATE INDEX identities_person_idx ON identities (person)`,
  `CREATE TABLE rate_limits (
    "key" text NOT NULL,
    points integer NOT NULL DEFAULT 0,
    expire bigint,
    CONSTRAINT rate_limits_key_pk PRIMARY KEY ("key")
  )`,
  `CREATE INDEX rate_limits_expire_idx ON rate_limits (expire)`,
  `ALTER TABLE people ADD must_change_password boolean NOT NULL DEFAULT false`,
  `ALTER TABLE sessions ADD CONSTRAINT sessions_organisation_fk FOREIGN KEY (organisation) REFERENCES organisations(id) ON DELETE CASCADE`,
  `ALTER TABLE sessions ADD CONSTRAINT sessions_person_fk FOREIGN KEY (person) REFERENCES people(id) ON DELETE CASCADE`,
  `ALTER TABLE tokens ADD CONSTRAINT tokens_organisation_fk FOREIGN KEY (organisation) REFERENCES organisations(id) ON DELETE CASCADE`,
  `ALTER TABLE tokens ADD CONSTRAINT tokens_person_fk FOREIGN KEY (person) REFERENCES people(id) ON DELETE CASCADE`,
  `ALTER TABLE invitations ADD CONSTRAINT invitations_organisation_fk FOREIGN KEY (organisation) REFERENCES organisations(id) ON DELETE CASCADE`,
  `ALTER TABLE invitations ADD CONSTRAINT invitations_person_fk FOREIGN KEY (person) REFERENCES people(id) ON DELETE CASCADE`,
  `ALTER TABLE second_factors ADD CONSTRAINT second_factors_organisation_fk FOREIGN KEY (organisation) REFERENCES organisations(id) ON DELETE CASCADE`,
  `ALTER TABLE second_factors ADD CONSTRAINT second_factors_person_fk FOREIGN KEY (person) REFERENCES people(id) ON DELETE CASCADE`,
  `ALTER TABLE identities ADD CONSTRAINT identities_organisation_fk FOREIGN KEY (organisation) REFERENCES organisations(id) ON DELETE CASCADE`,
  `ALTER TABLE identities ADD CONSTRAINT identities_person_fk FOREIGN KEY (person) REFERENCES people(id) ON DELETE CASCADE`,
];

const DOWN = [
  `ALTER TABLE people DROP COLUMN must_change_password`,
  `DROP TABLE rate_limits`,
  `DROP TABLE identities`,
  `DROP TABLE second_factors`,
  `DROP TABLE invitations`,
  `DROP TABLE tokens`,
  `DROP TABLE sessions`,
];
