import { rows, type Sql } from './rows.ts';

/** How many a worker remembers. */
const KEPT = 20;

/** The orders of the runs that a worker has been at lately: a film's is long, and it never changes. */
export class RunOrders {
  readonly #orders = new Map<string, object>();

  /** The order of a run. */
  async of(sql: Sql, run: string): Promise<object> {
    const known = this.#orders.get(run) ?? (await read(sql, run));
    this.#orders.delete(run);
    this.#orders.set(run, known);
    if (this.#orders.size > KEPT) this.#orders.delete(this.#orders.keys().next().value!);
    return known;
  }
}

async function read(sql: Sql, run: string): Promise<object> {
  const [{ order }] = await rows<{ readonly order: object }>(sql, 'select "order" from runs where id = $1', [
    run,
  ]);
  return order;
}
