import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { DataSource } from 'typeorm';
import { v7 as newId } from 'uuid';
import { openPlatform } from '../apps/backend/src/openPlatform.ts';
import { hashPassword } from '../apps/backend/src/people/password.ts';
import { hashOf, newSecret } from '../apps/backend/src/people/secrets.ts';
import { Tokens } from '../apps/backend/src/people/signInTables.ts';
import { Organisations, People } from '../apps/backend/src/people/tables.ts';
import { openWeb } from '../apps/backend/src/web.ts';
import type { Sample } from './apiReads.ts';
import { fill, type Owner } from './filledDatabase.ts';

/** The real server on a filled database, asked as a producer. */
export interface FilledServer {
  readonly url: string;
  readonly database: DataSource;
  /** Asks with GET and reads the whole answer. @throws Error when it is none. */
  ask(path: string): Promise<void>;
  /** Some titles at random with what belongs to them. */
  samples(count: number): Promise<Sample[]>;
  /** The title that is a long film. */
  longFilm(): Promise<Sample>;
  /** The tables with at least so many rows. */
  largeTables(rows: number): Promise<string[]>;
  /** How many rows of what there are. */
  describe(): Promise<string>;
  close(): Promise<void>;
}

/** How the producer signs in. */
export const PRODUCER = { email: 'producer@example.org', password: 'correct horse battery staple' } as const;

/** Fills a migrated database and starts the server on it. */
export async function startServer(url: string, folder: string): Promise<FilledServer> {
  const platform = await openPlatform({
    ...{ DATABASE_URL: url, DATA_FOLDER: folder, LOG_LEVEL: 'silent', REQUESTS_PER_MINUTE: '1000000' },
  });
  const { database } = platform;
  const owner = await addOwner(database);
  await fill(database, owner);
  const token = await addToken(database, owner);
  const app = await openWeb(platform);
  const server = await app.listen(0, '127.0.0.1');
  if (!server.listening) await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    database,
    async ask(path) {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      const text = await answer.text();
      if (!answer.ok) throw new Error(`${path} was answered ${answer.status}: ${text}`);
    },
    samples: (count) => database.query(`${SAMPLES} ORDER BY random() LIMIT $1`, [count]),
    async longFilm() {
      const [film] = (await database.query(`${SAMPLES} WHERE titles.name = 'Title 1'`)) as Sample[];
      return film;
    },
    async largeTables(rows) {
      const found = (await database.query(
        `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND reltuples >= $1`,
        [rows],
      )) as { name: string }[];
      return found.map(({ name }) => name);
    },
    async describe() {
      const found = (await database.query(
        `SELECT relname || ' ' || reltuples::bigint AS text FROM pg_class
         WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND reltuples >= 1000 ORDER BY reltuples DESC`,
      )) as { text: string }[];
      return found.map(({ text }) => text).join(', ');
    },
    async close() {
      await app.close();
      await platform.close();
    },
  };
}

async function addOwner(database: DataSource): Promise<Owner> {
  const [organisation, person] = [newId(), newId()];
  await database.manager.save(Organisations, { id: organisation, name: 'Studio', quota: null });
  await database.manager.save(People, {
    ...{ id: person, organisation, email: PRODUCER.email, name: 'A producer', role: 'producer' },
    ...{ operator: false, password: await hashPassword(PRODUCER.password), disabledAt: null },
  });
  return { organisation, person };
}

async function addToken(database: DataSource, { organisation, person }: Owner): Promise<string> {
  const secret = newSecret('mw');
  const row = { id: newId(), organisation, person, name: 'bench', secret: hashOf(secret), scopes: null };
  await database.manager.insert(Tokens, row);
  return secret;
}

const SAMPLES = `
  SELECT titles.id AS title, sources.id AS source, dubs.id AS dub, scripts.id AS script, plans.id AS plan,
    (SELECT id FROM runs WHERE runs.dub = dubs.id AND act = 'render' LIMIT 1) AS run,
    (SELECT id FROM performers WHERE performers.title = titles.id LIMIT 1) AS performer,
    (SELECT id FROM takes WHERE takes.dub = dubs.id AND state = 'approved' LIMIT 1) AS take
  FROM titles JOIN sources ON sources.title = titles.id JOIN dubs ON dubs.title = titles.id
    JOIN scripts ON scripts.dub = dubs.id JOIN plans ON plans.dub = dubs.id`;
