import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';
import { buildOnce } from '../../apps/dashboard/server/build.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where specs ask for the built dashboard. */
    readonly dashboardDoor: string;
  }
}

/** Builds the dashboard once for the whole run, but only when the first spec knocks. */
export default async function builtDashboard(project: TestProject): Promise<() => Promise<void>> {
  let built: Promise<void> | undefined;
  const door = createServer((_request, response) => {
    built ??= buildOnce(() => undefined);
    built.then(
      () => response.end('built'),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  door.listen(0, '127.0.0.1');
  await once(door, 'listening');
  project.provide('dashboardDoor', `http://127.0.0.1:${(door.address() as AddressInfo).port}`);
  return async () => {
    door.close();
    await built?.catch(() => undefined);
  };
}
