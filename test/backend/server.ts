import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { v7 as newId } from 'uuid';
import { openPlatform } from '../../apps/backend/src/openPlatform.ts';
import type { Role } from '../../apps/backend/src/access/roles.ts';
import type { Permission } from '../../apps/backend/src/access/access.ts';
import { hashOf, newSecret } from '../../apps/backend/src/people/secrets.ts';
import { Tokens } from '../../apps/backend/src/people/signInTables.ts';
import { Organisations, People } from '../../apps/backend/src/people/tables.ts';
import type { Platform } from '../../apps/backend/src/platform.ts';
import { openWeb } from '../../apps/backend/src/web.ts';
import { freshDatabase } from './database.ts';

/** The real server on a database and a storage of its own. */
export interface TestServer {
  readonly url: string;
  readonly platform: Platform;
  readonly close: () => Promise<void>;
}

/** Starts the real server. `environment` adds to its settings. */
export async function startServer(environment: NodeJS.ProcessEnv = {}): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), 'mondwerk-server-'));
  const platform = await openPlatform({
    DATABASE_URL: await freshDatabase(),
    DATA_FOLDER: folder,
    LOG_LEVEL: 'silent',
    ...environment,
  });
  const app: NestExpressApplication = await openWeb(platform);
  const server = await app.listen(0, '127.0.0.1');
  if (!server.listening) await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const close = async (): Promise<void> => {
    await app.close();
    await platform.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { url: `http://127.0.0.1:${port}`, platform, close };
}

/** Somebody in an organisation. */
export interface Somebody {
  readonly person: string;
  readonly organisation: string;
}

/** Adds an organisation, and a person of each of these roles to it. */
export async function addOrganisation<R extends Role>(
  { database }: Platform,
  ...roles: readonly R[]
): Promise<{ readonly organisation: string } & Record<R, Somebody>> {
  const organisation = newId();
  await database.manager.save(Organisations, { id: organisation, name: 'Studio', quota: null });
  const people = await Promise.all(
    roles.map(async (role) => {
      const person = newId();
      await database.manager.save(People, {
        id: person,
        organisation,
        email: `${role}.${person.slice(-6)}@example.org`,
        name: `A ${role}`,
        role,
        operator: false,
        password: null,
        disabledAt: null,
      });
      return [role, { person, organisation }] as const;
    }),
  );
  return { organisation, ...Object.fromEntries(people) } as never;
}

/** Makes an API token for somebody, good for everything that their role may do or just for `scopes`. */
export async function tokenOf(
  { platform }: Pick<TestServer, 'platform'>,
  { person, organisation }: Somebody,
  scopes: Permission[] | null = null,
): Promise<string> {
  const secret = newSecret('mw');
  await platform.database.manager.insert(Tokens, {
    id: newId(),
    organisation,
    person,
    name: 'test',
    secret: hashOf(secret),
    scopes,
  });
  return secret;
}
