import { EntitySchema, type EntitySchemaColumnOptions } from 'typeorm';

interface Rules<Row> {
  /** No two rows are equal in all of these. */
  readonly unique?: readonly (readonly (keyof Row & string)[])[];
  /** What rows are looked for by. */
  readonly index?: readonly (readonly (keyof Row & string)[])[];
}

/** A table of the database: its name, its columns, its rules. */
export const table = <Row extends object>(
  name: string,
  columns: { readonly [P in keyof Row]-?: EntitySchemaColumnOptions },
  { unique = [], index = [] }: Rules<Row> = {},
): EntitySchema<Row> =>
  new EntitySchema<Row>({
    name,
    tableName: name,
    columns,
    uniques: unique.map((of) => ({ columns: [...of] })),
    indices: index.map((of) => ({ columns: [...of] })),
  });
