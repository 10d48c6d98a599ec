import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AuditLog } from '../../../apps/backend/src/audit/tables.ts';
import { as } from '../client.ts';
import { addOrganisation, startServer, tokenOf, type Somebody, type TestServer } from '../server.ts';
import { askIn, givePassword } from './browser.ts';

const password = 'three quiet words';
let server: TestServer;
let artist: Somebody;
let email: string;
beforeAll(async () => {
  server = await startServer({ REQUESTS_PER_MINUTE: '150' });
  ({ artist } = await addOrganisation(server.platform, 'artist'));
  email = await givePassword(server, artist, password);
});
afterAll(() => server.close());

describe('trying to sign in too often', () => {
  it('locks a person out, also with the right password, and says for how long', async () => {
    const tries = await Promise.all(
      Array.from({ length: 12 }, () => askIn(server, { email, password: 'wrong' })),
    );
    const statuses = tries.map(({ status }) => status).sort();
    expect(statuses).toEqual([...Array<number>(10).fill(401), 429, 429]);
    const locked = await askIn(server, { email, password });
    expect(locked).toMatchObject({ status: 429, body: { type: '/problems/too-many-requests' } });
    expect(locked.body.detail).toMatch(/^Too many tries to sign in: try again in 15 minutes\.$/);
    expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(800);
  });

  it('is told once in the audit log', async () => {
    const acts = await server.platform.database.manager.findBy(AuditLog, { act: 'session.locked' });
    expect(acts).toMatchObject([{ person: artist.person, detail: { address: expect.any(String) } }]);
  });

  it('leaves others in', async () => {
    const { producer } = await addOrganisation(server.platform, 'producer');
    const other = await givePassword(server, producer, password);
    expect((await askIn(server, { email: other, password })).status).toBe(201);
  });

  it('locks an address out that tries many names, and no other', async () => {
    const { tries } = server.platform;
    const from = async (address: string, names: number): Promise<void> => {
      for (let name = 0; name < names; name++) await tries.begin({ address, email: `${name}@example.org` });
    };
    await expect(from('192.0.2.1', 100)).resolves.toBeUndefined();
    await expect(from('192.0.2.1', 1)).rejects.toThrow('Too many tries to sign in: try again in 15 minutes.');
    await expect(from('192.0.2.2', 1)).resolves.toBeUndefined();
  });
});

describe('asking faster than is good for the others', () => {
  it('is refused until the minute is over', async () => {
    const { reviewer } = await addOrganisation(server.platform, 'reviewer');
    const client = as(server, await tokenOf(server, reviewer));
    const answers = await Promise.all(Array.from({ length: 160 }, () => client.get('/titles')));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(10);
    expect(refused[0].body.detail).toMatch(/^Too many requests: try again in \d+ seconds\.$/);
    expect(Number(refused[0].headers.get('retry-after'))).toBeLessThanOrEqual(60);
  });
});
