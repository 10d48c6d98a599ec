import type { z } from 'zod';
import { references } from './schemas.ts';

/** An id that a request names, and the table it is of. */
export interface Reference {
  readonly table: string;
  readonly id: string;
}

interface Definition {
  readonly innerType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly options?: readonly z.ZodType[];
}

/** Finds every id in a value that was read with a schema. */
export function referencesIn(schema: z.ZodType, value: unknown): Reference[] {
  if (value === null || value === undefined) return [];
  const known = references.get(schema);
  if (known !== undefined) return typeof value === 'string' ? [{ table: known.table, id: value }] : [];
  const { innerType, element, valueType, shape, options } = schema.def as unknown as Definition;
  if (innerType) return referencesIn(innerType, value);
  if (element && Array.isArray(value)) return value.flatMap((item) => referencesIn(element, item));
  if (options) return options.flatMap((option) => referencesIn(option, value));
  if (typeof value !== 'object') return [];
  if (valueType) return Object.values(value).flatMap((item) => referencesIn(valueType, item));
  if (!shape) return [];
  const fields = value as Readonly<Record<string, unknown>>;
  return Object.entries(shape).flatMap(([name, field]) => referencesIn(field, fields[name]));
}
