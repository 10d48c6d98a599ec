import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startServer } from '../server.ts';

it('the dashboard of Grafana shows only figures that there are', async () => {
  const file = join(import.meta.dirname, '../../../deploy/grafana/mondwerk.json');
  const { panels } = JSON.parse(await readFile(file, 'utf8')) as {
    panels: { type: string; targets?: { expr: string }[] }[];
  };
  const expressions = panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr));
  const used = expressions.flatMap((expr) => expr.match(/\b(?:mondwerk|process|nodejs)_\w+/g) ?? []);
  const server = await startServer();
  const shown = await server.platform.metrics.read();
  await server.close();
  const names = new Set([...shown.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name));
  const base = (name: string): string => name.replace(/_(?:bucket|count|sum)$/, '');
  expect(used.length).toBeGreaterThan(20);
  expect([...new Set(used.map(base))].filter((name) => !names.has(name))).toEqual([]);
  const own = [...names].filter((name) => name.startsWith('mondwerk_'));
  expect(own.filter((name) => !used.map(base).includes(name))).toEqual([]);
});
