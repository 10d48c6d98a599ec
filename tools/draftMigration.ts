/**
 * Drafts the next migration: `npm run migration -- name` compares the tables in the code with those that the migrations
 * make, in a database of its own, and writes the difference, up and down, as a numbered file to be read and finished.
 */
import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../apps/backend/src/schema/openDatabase.ts';
import { startPostgres } from '../apps/backend/src/database/embeddedPostgres.ts';

/** TypeORM orders migrations by 13 digits at the end of their names: here the number of the file. */
const FIRST_MOMENT = 1_795_392_000_000;

const [name = ''] = process.argv.slice(2);
if (!/^[a-z-]+$/.test(name)) throw new Error('say what it is about: npm run migration -- take-settings');

const folder = await mkdtemp(join(tmpdir(), 'mondwerk-migration-'));
await chmod(folder, 0o755); // a root's PostgreSQL runs as another user
const postgres = await startPostgres(folder, { durable: false });
try {
  const database = await openDatabase(postgres.url);
  await database.runMigrations();
  const { upQueries, downQueries } = await database.driver.createSchemaBuilder().log();
  await database.destroy();
  if (upQueries.length === 0) console.log('Tables and migrations agree: there is nothing to draft.');
  else await write(upQueries.map(textOf), downQueries.map(textOf).reverse());
} finally {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}

function textOf({ query }: { query: string }): string {
  const text = query
    .trim()
    .replace(/ {2,}/g, ' ')
    .replace(' ON UPDATE NO ACTION', '')
    .replaceAll('public.', '');
  return text.replaceAll(/"(?!(?:end|start|index|name|key|state|number|at)")([a-z_]+)"/g, '$1');
}

async function write(up: readonly string[], down: readonly string[]): Promise<void> {
  const migrations = join(import.meta.dirname, '../migrations');
  const count = (await readdir(migrations)).filter((file) => /^\d{4}-/.test(file)).length;
  const number = String(count + 1).padStart(4, '0');
  const className = name.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const file = join(migrations, `${number}-${name}.ts`);
  await writeFile(file, sourceOf(`${className}${FIRST_MOMENT + count + 1}`, up, down), { flag: 'wx' });
  console.log(`${file}: quote reserved words, add it to migrations/index.ts, run prettier.`);
}

function sourceOf(className: string, up: readonly string[], down: readonly string[]): string {
  return `\
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Say in a sentence what it brings. */
export class ${className} implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
${up.map((text) => `  \`${text}\`,`).join('\n')}
];

const DOWN = [
${down.map((text) => `  \`${text}\`,`).join('\n')}
];
`;
}
