import type { z } from 'zod';
import { references } from '../../../apps/backend/src/http/schemas.ts';

/** The parts of a zod schema that samples and checks look at. */
interface Definition {
  readonly type: string;
  readonly format?: string;
  readonly innerType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly out?: z.ZodType;
  readonly left?: z.ZodType;
  readonly right?: z.ZodType;
  readonly items?: readonly z.ZodType[];
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly options?: readonly z.ZodType[];
  readonly values?: readonly unknown[];
  readonly entries?: Readonly<Record<string, unknown>>;
}

const definitionOf = (schema: z.ZodType): Definition => schema.def as unknown as Definition;

const partsOf = ({
  innerType,
  element,
  valueType,
  shape,
  options,
  items,
  ...rest
}: Definition): z.ZodType[] =>
  [
    ...[innerType, element, valueType, rest.in, rest.out, rest.left, rest.right],
    ...(options ?? []),
    ...(items ?? []),
    ...Object.values(shape ?? {}),
  ].filter((part) => part !== undefined);

/** The tables of all ids in a schema. */
export function tablesIn(schema: z.ZodType): string[] {
  const known = references.get(schema);
  return known ? [known.table] : partsOf(definitionOf(schema)).flatMap(tablesIn);
}

/** What of a schema nobody checks: uuids that are not said to be of a table, ids where they are not looked for. */
export function uncheckedIn(schema: z.ZodType, at: string): string[] {
  if (references.get(schema)) return [];
  const definition = definitionOf(schema);
  const { type, format, shape } = definition;
  if (type === 'string') return format === 'uuid' || format === 'guid' ? [`${at} is a uuid of no table`] : [];
  if (SEEN_THROUGH.includes(type)) {
    if (shape) return Object.entries(shape).flatMap(([name, part]) => uncheckedIn(part, `${at}.${name}`));
    return partsOf(definition).flatMap((part) => uncheckedIn(part, at));
  }
  return tablesIn(schema).map((table) => `${at} hides an id of ${table} in a ${type}`);
}

/** What http/references.ts looks into. */
const SEEN_THROUGH: readonly string[] = [
  ...['object', 'array', 'record', 'union'],
  ...['optional', 'nullable', 'default', 'prefault', 'readonly', 'nonoptional', 'catch'],
];

/** Something that a schema lets through: what is required, and every id. */
export function sampleOf(schema: z.ZodType, idOf: (table: string) => string): unknown {
  const known = references.get(schema);
  if (known) return idOf(known.table);
  const definition = definitionOf(schema);
  const { type, shape, element, options, innerType } = definition;
  if (type === 'object') {
    const fields = Object.entries(shape!).map(([name, part]) => [name, sampleOf(part, idOf)] as const);
    return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
  }
  if (innerType) {
    if (tablesIn(innerType).length === 0) {
      if (type === 'nullable') return null;
      if (['optional', 'default', 'prefault'].includes(type)) return undefined;
    }
    return sampleOf(innerType, idOf);
  }
  if (element) return [sampleOf(element, idOf)];
  if (definition.in) return sampleOf(definition.in, idOf);
  if (options) return sampleOf(options.find((option) => tablesIn(option).length > 0) ?? options[0], idOf);
  return simpleOf(schema, definition);
}

function simpleOf(schema: z.ZodType, { type, values, entries }: Definition): unknown {
  if (type === 'enum') return Object.values(entries!)[0];
  if (type === 'literal') return values![0];
  if (type === 'boolean') return true;
  if (type === 'record') return {};
  if (type !== 'number') return 'sample';
  const { minimum = 0 } = schema._zod.bag as { minimum?: number };
  return minimum;
}
