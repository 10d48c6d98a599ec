import { z } from 'zod';
import { statusOf } from './carryOut.ts';
import { Problem } from './schemas.ts';
import type { Route } from './route.ts';

type Json = { [name: string]: unknown };

/** Describes every route as OpenAPI 3.1: schemas with an id become components. */
export function describeApi(routes: readonly Route[], version: string): Json {
  const components: Json = {};
  const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
    const { $defs = {}, ...own } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json;
    delete own.$schema;
    for (const [name, definition] of Object.entries($defs as Json))
      components[name] = toComponents(definition);
    const described = toComponents(own) as Json;
    const { id } = schema.meta() ?? {};
    // zod names a schema with an id among its own definitions and only refers to it.
    if (id === undefined || '$ref' in described) return described;
    components[id] = described;
    return { $ref: `#/components/schemas/${id}` };
  };
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    paths[route.path] ??= {};
    paths[route.path][route.method.toLowerCase()] = operationOf(route, schemaOf);
  }
  return {
    openapi: '3.1.1',
    info: { title: 'Mondwerk', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: components,
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'mondwerk_session' },
        token: { type: 'http', scheme: 'bearer' },
      },
    },
  };
}

/** zod names shared schemas under `#/$defs`; OpenAPI keeps them under `#/components/schemas`. */
const toComponents = (part: unknown): unknown =>
  JSON.parse(JSON.stringify(part).replaceAll('"#/$defs/', '"#/components/schemas/'));

type SchemaOf = (schema: z.ZodType, io: 'input' | 'output') => Json;

function operationOf(route: Route, schemaOf: SchemaOf): Json {
  const { name, does, may, method, body } = route;
  return {
    operationId: name,
    tags: [name.split('.')[0]],
    summary: does,
    ...(may === 'anyone'
      ? {}
      : { security: [{ session: [] }, ...(may === 'in-person' ? [] : [{ token: [] }])] }),
    'x-mondwerk-may': may,
    parameters: [...pathParameters(route), ...queryParameters(route, schemaOf), ...headerParameters(route)],
    ...(body && method !== 'GET'
      ? { requestBody: { required: true, content: json(schemaOf(body, 'input')) } }
      : {}),
    responses: {
      [statusOf(route)]: answerOf(route, schemaOf),
      default: {
        description: 'Why it was refused',
        content: { 'application/problem+json': { schema: schemaOf(Problem, 'output') } },
      },
    },
  };
}

const json = (schema: Json): Json => ({ 'application/json': { schema } });

function answerOf({ reply, answers, does }: Route, schemaOf: SchemaOf): Json {
  if (answers !== undefined) {
    return { description: does, content: { [answers]: { schema: { type: 'string' } } } };
  }
  return { description: does, ...(reply ? { content: json(schemaOf(reply, 'output')) } : {}) };
}

const pathParameters = ({ path }: Route): Json[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));

function queryParameters({ query }: Route, schemaOf: SchemaOf): Json[] {
  if (query === undefined) return [];
  const { properties = {}, required = [] } = schemaOf(query, 'input') as {
    properties?: Json;
    required?: string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
}

function headerParameters({ edits, method, may }: Route): Json[] {
  const header = (name: string, required: boolean, description: string): Json => ({
    name,
    in: 'header',
    required,
    description,
    schema: { type: 'string' },
  });
  return [
    ...(edits ? [header('If-Match', true, 'The ETag of the version that is edited')] : []),
    ...(method === 'POST' && may !== 'anyone'
      ? [header('Idempotency-Key', false, 'Asked again with the same key, it happens once')]
      : []),
  ];
}
