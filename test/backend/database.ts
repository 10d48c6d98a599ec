import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import { asDatabase, TEMPLATE, withClient } from './databaseNames.ts';

/** The address of a fresh, migrated and empty database that is the caller's alone. */
export async function freshDatabase(): Promise<string> {
  const url = await knock();
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  await withClient(url, (client) => client.query(`create database ${name} template ${TEMPLATE}`));
  return asDatabase(url, name);
}

/** The address of a fresh database with nothing in it at all. */
export async function emptyDatabase(): Promise<string> {
  const url = await knock();
  const name = `e_${randomUUID().replaceAll('-', '')}`;
  await withClient(url, (client) => client.query(`create database ${name}`));
  return asDatabase(url, name);
}

async function knock(): Promise<string> {
  const answer = await fetch(inject('postgresDoor'));
  const text = await answer.text();
  if (!answer.ok) throw new Error(`the test database did not start: ${text}`);
  return text;
}
