import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Identify } from '../../../apps/backend/src/http/accessGuard.ts';
import { openServer } from '../../../apps/backend/src/http/openServer.ts';
import { permissions, type Permission } from '../../../apps/backend/src/access/access.ts';
import { identify } from '../../../apps/backend/src/people/identify.ts';
import { routes } from '../../../apps/backend/src/routes.ts';
import { titleRoutes } from '../../../apps/backend/src/titles/titleRoutes.ts';
import { ROLES, type Role } from '../../../apps/backend/src/access/roles.ts';
import { forgeryToken, SESSION_COOKIE } from '../../../apps/backend/src/access/sessionCookie.ts';
import { startSession } from '../../../apps/backend/src/people/sessions.ts';
import { addOrganisation, startServer, tokenOf, type Somebody, type TestServer } from '../server.ts';
import { someOfEach } from './someOfEach.ts';
import { badRoutes } from './badRoutes.ts';
import { walkApi, type Cast, type Who } from './walkApi.ts';
import { walkReferences } from './walkReferences.ts';

let server: TestServer;
let cast: Cast;
beforeAll(async () => {
  server = await startServer({ REQUESTS_PER_MINUTE: '1000000' });
  cast = await castOf(server);
});
afterAll(() => server.close());

async function castOf({ url, platform }: TestServer): Promise<Cast> {
  const { database } = platform;
  const { organisation, ...people } = await addOrganisation(platform, ...ROLES);
  const { organisation: other } = await addOrganisation(platform);
  const bearer = (token: string): Who => ({ authorization: `Bearer ${token}` });
  const tokens = Object.fromEntries(
    await Promise.all(ROLES.map(async (role) => [role, bearer(await tokenOf({ platform }, people[role]))])),
  ) as Record<Role, Who>;
  return {
    url,
    tokens,
    own: () => someOfEach(database, organisation),
    others: await someOfEach(database, other),
    session: (role) => sessionOf(server, people[role]),
    tokenWithout: async (permission: Permission) =>
      bearer(
        await tokenOf(
          { platform },
          people.administrator,
          permissions.filter((one) => one !== permission),
        ),
      ),
  };
}

async function sessionOf({ platform }: TestServer, { person, organisation }: Somebody): Promise<Who> {
  const { secret } = await startSession(platform.database.manager, { id: person, organisation }, 1);
  return { cookie: `${SESSION_COOKIE}=${secret}`, 'x-csrf-token': forgeryToken(secret) };
}

describe('every route of /openapi.json', () => {
  it('answers every role, in its own and in other organisations, as the rules say', async () => {
    expect(await walkApi(cast)).toEqual([]);
  }, 300_000);

  it('finds nothing by the ids of another organisation, wherever a request names them', async () => {
    expect(await walkReferences(cast, routes)).toEqual([]);
  });

  it('begins no upload for a title of another organisation, which only a header names', async () => {
    const begin = async (title: string): Promise<number> => {
      const metadata = Object.entries({ purpose: 'source', title, filename: 'film.mp4' });
      const said = metadata.map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`).join();
      const headers = { 'tus-resumable': '1.0.0', 'upload-length': '5', 'upload-metadata': said };
      const answer = await fetch(`${cast.url}/uploads`, {
        method: 'POST',
        headers: { ...headers, ...cast.tokens.producer },
      });
      return answer.status;
    };
    expect(await begin(cast.others.titles)).toBe(404);
    expect(await begin((await cast.own()).titles)).toBe(201);
  });
});

describe('the walk', () => {
  const walkBad = async (identify: Identify, walk: (bad: Cast) => Promise<string[]>): Promise<string[]> => {
    const rooms = { bad: badRoutes, titles: titleRoutes };
    const { platform } = server;
    const app = await openServer({
      ...{ platform, rooms, identify, version: '0', log: platform.log },
      watch: (_request, _response, next) => next(),
    });
    const { port } = (await app.listen(0, '127.0.0.1')).address() as AddressInfo;
    const mistakes = await walk({ ...cast, url: `http://127.0.0.1:${port}` });
    await app.close();
    return mistakes;
  };

  it('sees routes without a rule, open ones, unknown parameters and ids that nobody checks', async () => {
    const identified = identify(server.platform);
    const mistakes = await walkBad(identified, async (bad) => [
      ...(await walkApi(bad)),
      ...(await walkReferences(bad, badRoutes)),
    ]);
    expect(mistakes).toEqual([
      'bad.ruleless: “secrets:read” is no rule',
      'bad.open: “anyone” is no rule',
      'bad.param: {film} of /bad/films/{film} is neither a row nor harmless (http/params.ts)',
      ...ROLES.map((role) => `bad.strict as ${role}: 403 Nobody may.`),
      'bad.uuid body.title is a uuid of no table',
    ]);
  });

  it('sees when somebody may more than the rules say', async () => {
    const identified = identify(server.platform);
    const mistakes = await walkBad(async (request) => {
      const actor = await identified(request);
      return actor && { ...actor, role: 'administrator', scopes: null };
    }, walkApi);
    expect(mistakes).toEqual(
      expect.arrayContaining([
        'titles.list as a token without the scope: 200 instead of 403',
        'titles.edit as client: 400 instead of 403',
        'titles.delete as client with another organisation’s titles: 404 instead of 403',
      ]),
    );
  });

  it('sees when somebody comes to what is of others', async () => {
    const identified = identify(server.platform);
    const [{ organisation }] = (await server.platform.database.query(
      `SELECT organisation FROM titles WHERE id = $1`,
      [cast.others.titles],
    )) as [{ organisation: string }];
    const mistakes = await walkBad(async (request) => {
      const actor = await identified(request);
      return actor && { ...actor, organisation };
    }, walkApi);
    expect(mistakes).toContain(
      'titles.read as client with another organisation’s titles: 200 instead of 404',
    );
  });
});
