import type { Route } from '../../../apps/backend/src/http/route.ts';
import { ROW_PARAMS } from '../../../apps/backend/src/http/params.ts';
import { sampleOf, tablesIn, uncheckedIn } from './sample.ts';
import type { SomeOfEach } from './someOfEach.ts';
import type { Cast } from './walkApi.ts';

/** Uuids in requests that are no rows to be checked, and why. */
const NO_ROWS: readonly string[] = [
  // Of people and things that may be gone; the list is of the own organisation in any case.
  'audit.list query.person',
  'audit.list query.thing',
  // A place in the stream of the own organisation's events.
  'events.stream query.after',
];

/** What the generator of samples cannot know. */
const SAMPLES: Readonly<Record<string, object>> = {
  'dubs.create': { language: 'es' },
  'rights.record': { validFrom: '2026-01-01', signedOn: '2026-01-01' },
};

/** Routes that also ask whether things belong together, and find no such thing. */
const STRICTER: readonly string[] = ['renders.create'];

/** Sends every id that a route reads from a body or a query as one of another organisation; tells what is let through. */
export async function walkReferences(cast: Cast, routes: readonly Route[]): Promise<string[]> {
  const mistakes: string[] = [];
  for (const route of routes) {
    const unchecked = [
      ...(route.body ? uncheckedIn(route.body, `${route.name} body`) : []),
      ...(route.query ? uncheckedIn(route.query, `${route.name} query`) : []),
    ];
    mistakes.push(...unchecked.filter((at) => !NO_ROWS.some((known) => at.startsWith(`${known} `))));
    if (route.send && route.method !== 'GET') continue;
    const tables = new Set([route.body, route.query].flatMap((schema) => (schema ? tablesIn(schema) : [])));
    if (tables.size === 0) continue;
    const own = await cast.own();
    for (const table of tables) {
      const status = await send(cast, route, own, { ...own, [table]: cast.others[table] });
      if (status !== 404) mistakes.push(`${route.name} with another organisation’s ${table}: ${status}`);
    }
    const status = await send(cast, route, own, own);
    const misunderstood = status === 400 || (status === 404 && !STRICTER.includes(route.name));
    if (misunderstood)
      mistakes.push(`${route.name} with ids of its own: ${status} (say a sample in SAMPLES)`);
  }
  return mistakes;
}

async function send(cast: Cast, route: Route, path: SomeOfEach, ids: SomeOfEach): Promise<number> {
  const sample = (schema: NonNullable<Route['body']>): object => ({
    ...(sampleOf(schema, (table) => ids[table]) as object),
    ...SAMPLES[route.name],
  });
  const query = route.query ? `?${new URLSearchParams({ ...sample(route.query) })}` : '';
  const filled = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => path[ROW_PARAMS[name]] ?? '0');
  const answer = await fetch(`${cast.url}${filled}${query}`, {
    method: route.method,
    headers: { 'content-type': 'application/json', 'if-match': '"1"', ...cast.tokens.administrator },
    ...(route.body ? { body: JSON.stringify(sample(route.body)) } : {}),
  });
  await answer.body?.cancel();
  return answer.status;
}
