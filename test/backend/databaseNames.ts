import pg from 'pg';

/** The migrated database that specs get copies of. */
export const TEMPLATE = 'mondwerk_template';

/** The address of another database of the same PostgreSQL. */
export function asDatabase(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

/** Lends a connection for as long as something takes. */
export async function withClient<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}
