import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

/** A room imports only rooms of lower rank. A new room is added here, with its rank, or the test fails. */
const ranks: Readonly<Record<string, number>> = {
  film: 0,
  client: 1,
  compositing: 1,
  media: 1,
  models: 1,
  phonetics: 1,
  face: 2,
  generators: 2,
  speech: 2,
  faceswap: 3,
  lipsync: 3,
  backend: 4,
  dashboard: 4,
};

/** Within the dashboard: what a room stands on. The rooms of the nouns stand beside each other. */
const dashboardRanks: Readonly<Record<string, number>> = {
  messages: 0,
  lib: 0,
  'components/ui': 1,
  'components/keyboard': 2,
  'components/faces': 3,
  'components/player': 3,
  'components/runs': 3,
  'components/timeline': 3,
  'components/shell': 5,
  app: 6,
};

const NOUN_RANK = 4;

interface Import {
  readonly file: string;
  readonly from: string;
  readonly specifier: string;
}

const root = join(import.meta.dirname, '..');
const imports = ['libs', 'apps'].flatMap((top) =>
  readdirSync(join(root, top)).flatMap((room) => importsOf(top, room)),
);
const edges = new Map(
  imports.flatMap(({ from, specifier }) => {
    const to = roomOf(specifier);
    return to === undefined ? [] : [[`${from} → ${to}`, { from, to }] as const];
  }),
);

function importsOf(top: string, room: string): Import[] {
  return readdirSync(join(root, top, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/node_modules|\.next/.test(name))
    .flatMap((name) => {
      const file = join(root, top, room, name);
      return specifiersIn(readFileSync(file, 'utf8')).map((specifier) => ({ file, from: room, specifier }));
    });
}

function specifiersIn(source: string): string[] {
  const pattern =
    /(?:^|\n)\s*(?:import|export)\s[^'";]*?from\s*'([^']+)'|import\(\s*'([^']+)'|(?:^|\n)\s*import\s*'([^']+)'/g;
  return [...source.matchAll(pattern)].map((match) => match[1] ?? match[2] ?? match[3]);
}

function roomOf(specifier: string): string | undefined {
  return /^@mondwerk\/([^/]+)/.exec(specifier)?.[1];
}

/** The folder of the backend that a file is in; `undefined` for the doors and what puts the rooms together. */
const backendRoom = (file: string): string | undefined =>
  /^apps\/backend\/src\/([^/]+)\//.exec(relative(root, file))?.[1];

/** The room of the dashboard that a file, or what it imports, is in. */
const dashboardRoom = (path: string): string | undefined =>
  /^(components\/[^/]+|lib|messages|app)\//.exec(path)?.[1];

const dashboardRank = (room: string): number => dashboardRanks[room] ?? NOUN_RANK;

/** What the rooms of the dashboard import of each other. */
const withinDashboard = imports.flatMap((each) => {
  if (each.from !== 'dashboard') return [];
  const file = relative(join(root, 'apps/dashboard'), each.file);
  const target = each.specifier.startsWith('#')
    ? each.specifier.slice(1)
    : each.specifier.startsWith('.')
      ? join(file, '..', each.specifier)
      : '';
  const [from, to] = [dashboardRoom(file), dashboardRoom(target)];
  return from === undefined || to === undefined || from === to ? [] : [{ ...each, from, to, target }];
});

const say = ({ file, specifier }: Import): string => `${relative(root, file)} imports ${specifier}`;

describe('the map', () => {
  it('has every room of the project and no others', () => {
    const rooms = new Set(imports.map(({ from }) => from));
    expect([...rooms].filter((room) => !(room in ranks))).toEqual([]);
    expect([...edges.values()].filter(({ to }) => !(to in ranks))).toEqual([]);
  });

  it('is entered only through a room’s index.ts', () => {
    const deep = imports.filter(({ specifier }) => /^@mondwerk\/[^/]+\/./.test(specifier));
    const sideways = imports.filter(
      ({ file, from, specifier }) =>
        specifier.startsWith('.') &&
        !join(file, '..', specifier).includes(`/${from}/`) &&
        // The backend's migrations lie at the top, where people look for them.
        !(from === 'backend' && join(file, '..', specifier) === join(root, 'migrations/index.ts')),
    );
    expect([...deep, ...sideways].map(say)).toEqual([]);
  });

  it('goes downhill only', () => {
    const uphill = imports.filter(({ from, specifier }) => {
      const to = roomOf(specifier);
      return to !== undefined && ranks[to] >= ranks[from];
    });
    expect(uphill.map(say)).toEqual([]);
  });

  it('has no two rooms that import each other', () => {
    const both = [...edges.values()].filter(({ from, to }) => edges.has(`${to} → ${from}`));
    expect(both).toEqual([]);
  });

  it('has no two rooms of the backend that import each other', () => {
    const within = new Set(
      imports
        .filter(({ from, specifier }) => from === 'backend' && specifier.startsWith('.'))
        .map(({ file, specifier }) => [backendRoom(file), backendRoom(join(file, '..', specifier))])
        .filter(([from, to]) => from !== to && from !== undefined && to !== undefined)
        .map(([from, to]) => `${from} → ${to}`),
    );
    expect(within.size).toBeGreaterThan(50);
    expect([...within].filter((edge) => within.has(edge.split(' → ').reverse().join(' → ')))).toEqual([]);
  });

  it('goes downhill within the dashboard too: rooms of nouns never import each other', () => {
    expect(withinDashboard.length).toBeGreaterThan(50);
    // Language and messages only know each other's types; a page of a noun is put together in `app`.
    const uphill = withinDashboard.filter(
      ({ from, to }) =>
        dashboardRank(to) >= dashboardRank(from) &&
        !(from === 'messages' && to === 'lib') &&
        !(from === 'lib' && to === 'messages'),
    );
    expect(uphill.map(say)).toEqual([]);
  });

  it('enters the rooms of the dashboard’s components only through their index.ts', () => {
    const deep = withinDashboard.filter(
      ({ to, target }) => to.startsWith('components/') && target !== `${to}/index.ts`,
    );
    expect(deep.map(say)).toEqual([]);
  });

  it('can be drawn', () => {
    const lines = Object.keys(ranks)
      .sort((a, b) => ranks[b] - ranks[a])
      .map((room) => {
        const below = [...edges.values()].filter(({ from }) => from === room).map(({ to }) => to);
        return `  ${ranks[room]}  ${room.padEnd(10)} → ${below.sort().join(', ') || '(nothing)'}`;
      });
    console.log(`The map: rank, room → the rooms it imports\n${lines.join('\n')}`);
    expect(lines).toHaveLength(Object.keys(ranks).length);
  });
});
