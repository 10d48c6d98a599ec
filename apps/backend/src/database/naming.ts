import { DefaultNamingStrategy, type NamingStrategyInterface, type Table } from 'typeorm';

const snake = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replace(/^_/, '');

const nameOf = (table: { readonly name: string } | string): string =>
  typeof table === 'string' ? table : table.name;

const joined = (table: Table | string, columns: readonly string[], kind: string): string =>
  [nameOf(table).replace(/^.*\./, ''), ...columns.map(snake), kind].join('_').slice(0, 63);

/** Columns are snake_case in the database; constraints and indexes say what they are of instead of a hash. */
export class Naming extends DefaultNamingStrategy implements NamingStrategyInterface {
  override columnName(property: string, custom: string | undefined): string {
    return custom ?? snake(property);
  }

  override primaryKeyName(table: Table | string, columns: string[]): string {
    return joined(table, columns, 'pk');
  }

  override uniqueConstraintName(table: Table | string, columns: string[]): string {
    return joined(table, columns, 'key');
  }

  override foreignKeyName(table: Table | string, columns: string[]): string {
    return joined(table, columns, 'fk');
  }

  override indexName(table: Table | string, columns: string[]): string {
    return joined(table, columns, 'idx');
  }
}
