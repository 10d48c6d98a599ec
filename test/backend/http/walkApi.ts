import { permissions, roleMay, type Permission } from '../../../apps/backend/src/access/access.ts';
import { HARMLESS_PARAMS, ROW_PARAMS } from '../../../apps/backend/src/http/params.ts';
import { ROLES, type Role } from '../../../apps/backend/src/access/roles.ts';
import type { SomeOfEach } from './someOfEach.ts';

/** Whatever shows who asks: a token or a session. */
export type Who = Readonly<Record<string, string>>;

/** Those who ask, and what they ask about. */
export interface Cast {
  readonly url: string;
  /** Somebody of each role, with a token that is good for all that they may do. */
  readonly tokens: Readonly<Record<Role, Who>>;
  /** The same people in a browser: a fresh session each time, because some requests end it. */
  readonly session: (role: Role) => Promise<Who>;
  /** An administrator's token that is good for everything but this. */
  readonly tokenWithout: (permission: Permission) => Promise<Who>;
  /** Rows of their organisation, made again when they are used up. */
  readonly own: () => Promise<SomeOfEach>;
  /** Rows of another organisation. */
  readonly others: SomeOfEach;
}

interface Operation {
  readonly method: string;
  readonly path: string;
  readonly name: string;
  readonly may: string;
  readonly params: readonly string[];
}

/** Routes for which nobody need be signed in. One more is a decision: it is written down here. */
const ANYONE: readonly string[] = [
  'health.live',
  'health.ready',
  'invitations.accept',
  'metrics.read',
  'session.create',
  'session.oidc',
  'session.oidcCallback',
];

/** Routes that also ask whose a thing is, after the rules of roles. */
const STRICTER: readonly string[] = ['notes.delete'];

/** Asks every operation of /openapi.json as everyone; tells every answer that is not what the rules say. */
export async function walkApi(cast: Cast): Promise<string[]> {
  const operations = await readOperations(cast.url);
  const mistakes: string[] = [];
  for (const operation of operations) mistakes.push(...ruleMistakes(operation));
  const ruled = operations.filter((operation) => ruleMistakes(operation).length === 0);
  const own = await cast.own();
  for (const operation of ruled) mistakes.push(...(await walkRefusals(cast, operation, own)));
  const rows = { ids: own };
  for (const operation of ruled) mistakes.push(...(await walkAllowed(cast, operation, rows)));
  return mistakes;
}

async function readOperations(url: string): Promise<Operation[]> {
  const document = (await (await fetch(`${url}/openapi.json`)).json()) as {
    paths: Record<string, Record<string, { operationId: string; 'x-mondwerk-may': string }>>;
  };
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      name: operation.operationId,
      may: operation['x-mondwerk-may'],
      params: [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
    })),
  );
}

const isPermission = (may: string): may is Permission => permissions.includes(may as Permission);

function ruleMistakes({ name, may, params, path }: Operation): string[] {
  const known = isPermission(may) || may === 'signed-in' || may === 'in-person' || ANYONE.includes(name);
  const unknown = params.filter((param) => !(param in ROW_PARAMS) && !(param in HARMLESS_PARAMS));
  return [
    ...(known ? [] : [`${name}: “${may}” is no rule`]),
    ...unknown.map(
      (param) => `${name}: {${param}} of ${path} is neither a row nor harmless (http/params.ts)`,
    ),
  ];
}

const mayUse = (role: Role, may: string): boolean => !isPermission(may) || roleMay(role, may);

/** All that must be refused. Nothing of it may change anything. */
async function walkRefusals(cast: Cast, operation: Operation, own: SomeOfEach): Promise<string[]> {
  const { may, params, name } = operation;
  if (may === 'anyone') return [];
  const ask = async (who: Who, ids: SomeOfEach, wanted: number, as: string): Promise<string[]> => {
    const { status } = await send(cast.url, operation, who, ids);
    return status === wanted ? [] : [`${name} as ${as}: ${status} instead of ${wanted}`];
  };
  const asked = [ask({}, own, 401, 'nobody')];
  if (may === 'in-person') asked.push(ask(cast.tokens.administrator, own, 403, 'a token'));
  if (isPermission(may)) {
    asked.push(ask(await cast.tokenWithout(may), own, 403, 'a token without the scope'));
  }
  const rows = params.filter((param) => param in ROW_PARAMS).map((param) => ROW_PARAMS[param]);
  for (const role of ROLES) {
    const who = may === 'in-person' ? await cast.session(role) : cast.tokens[role];
    if (!mayUse(role, may)) asked.push(ask(who, own, 403, role));
    for (const table of rows) {
      const mixed = { ...own, [table]: cast.others[table] };
      const wanted = mayUse(role, may) ? 404 : 403;
      asked.push(ask(who, mixed, wanted, `${role} with another organisation’s ${table}`));
    }
  }
  return (await Promise.all(asked)).flat();
}

/** Whoever may use a route comes to its handler, which may stumble over an empty body, but not over who asks. */
async function walkAllowed(cast: Cast, operation: Operation, rows: { ids: SomeOfEach }): Promise<string[]> {
  const { may, name, method } = operation;
  const mistakes: string[] = [];
  for (const role of ROLES.filter((one) => mayUse(one, may))) {
    const who = may === 'in-person' ? await cast.session(role) : cast.tokens[role];
    const { status, detail } = await send(cast.url, operation, may === 'anyone' ? {} : who, rows.ids);
    // What was asked about may be changed or gone.
    if (method !== 'GET' && status < 400) rows.ids = await cast.own();
    const strict = may === 'anyone' || STRICTER.includes(name);
    const refused = !strict && (status === 401 || status === 403);
    const missing = status === 404 && detail.startsWith('There is nothing at this address');
    if (refused || missing) mistakes.push(`${name} as ${role}: ${status} ${detail}`);
  }
  return mistakes;
}

async function send(
  url: string,
  { method, path }: Operation,
  who: Who,
  ids: SomeOfEach,
): Promise<{ readonly status: number; readonly detail: string }> {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[ROW_PARAMS[name]] ?? '0');
  const body = method === 'GET' || method === 'DELETE' ? {} : { body: '{}' };
  const answer = await fetch(`${url}${filled}`, {
    method,
    redirect: 'manual',
    headers: { 'content-type': 'application/json', 'if-match': '"1"', ...who },
    ...body,
  });
  const isProblem = answer.headers.get('content-type')?.includes('problem+json');
  const detail = isProblem ? ((await answer.json()) as { detail: string }).detail : '';
  // A stream of events never ends by itself.
  if (!isProblem) await answer.body?.cancel();
  return { status: answer.status, detail };
}
