import { DataSource, type EntitySchema } from 'typeorm';
import * as migrations from '../../../../migrations/index.ts';
import { Naming } from '../database/naming.ts';
import { tables } from './tables.ts';

/** How many connections one process holds at most. */
const CONNECTIONS = 10;

/** Describes the database behind a `postgres://` address, without connecting. */
export const databaseAt = (url: string, entities: readonly EntitySchema[] = tables): DataSource =>
  new DataSource({
    type: 'postgres',
    url,
    entities: [...entities],
    migrations: Object.values(migrations),
    migrationsTableName: 'schema_migrations',
    migrationsTransactionMode: 'each',
    namingStrategy: new Naming(),
    poolSize: CONNECTIONS,
    applicationName: 'mondwerk',
    installExtensions: false,
  });

/** Connects to the database. @throws the driver's error when it cannot be reached. */
export const openDatabase = (url: string): Promise<DataSource> => databaseAt(url).initialize();
