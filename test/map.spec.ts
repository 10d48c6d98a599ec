import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

/** A room imports only rooms of lower rank. A new room is added here, with its rank, or the test fails. */
const ranks: Readonly<Record<string, number>> = {
  film: 0,
  client: 1,
  media: 1,
  models: 1,
  phonetics: 1,
  face: 2,
  speech: 2,
  lipsync: 3,
  backend: 4,
};

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
    .filter((name) => name.endsWith('.ts') && !name.includes('node_modules'))
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
