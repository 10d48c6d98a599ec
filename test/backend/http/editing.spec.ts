import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { as, type Answered, type Client } from '../client.ts';
import { addOrganisation, startServer, tokenOf, type TestServer } from '../server.ts';

interface Title {
  readonly id: string;
  readonly name: string;
  readonly version: number;
}

interface List<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

let server: TestServer;
let client: Client;
let administrator: Client;
beforeAll(async () => {
  server = await startServer();
  const people = await addOrganisation(server.platform, 'producer', 'administrator');
  client = as(server, await tokenOf(server, people.producer));
  administrator = as(server, await tokenOf(server, people.administrator));
});
afterAll(() => server.close());

const create = async (name: string): Promise<Title> => (await client.post<Title>('/titles', { name })).body;

describe('an edit', () => {
  it('must say which version it means', async () => {
    const { id } = await create('Versions');
    expect(await client.ask('PATCH', `/titles/${id}`, { name: 'Changed' })).toMatchObject({
      status: 428,
      body: { type: '/problems/version-missing' },
    });
  });

  it('of what somebody else has changed meanwhile changes nothing', async () => {
    const { id, version } = await create('Race');
    const both = await Promise.all(
      ['One', 'Other'].map((name) => client.patch<Title>(`/titles/${id}`, version, { name })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    const won = both.find(({ status }) => status === 200)!;
    const now = await client.get<Title>(`/titles/${id}`);
    expect(now.body).toEqual(won.body);
    expect(now.body.version).toBe(version + 1);
  });

  it('takes the ETag of what was seen, or just its version', async () => {
    const { id, version } = await create('Tagged');
    const etag = (await client.get(`/titles/${id}`)).headers.get('etag')!;
    expect(etag).toMatch(new RegExp(`^"${version}\\.[\\w-]+"$`));
    const edit = (ifMatch: string): Promise<{ status: number }> =>
      client.ask('PATCH', `/titles/${id}`, { name: 'Changed' }, { 'if-match': ifMatch });
    expect((await edit(etag)).status).toBe(200);
    expect((await edit(etag)).status).toBe(412);
    expect((await edit(String(version + 1))).status).toBe(200);
  });

  it('is not sent again to those who have it', async () => {
    const { id } = await create('Known');
    const etag = (await client.get(`/titles/${id}`)).headers.get('etag')!;
    expect(await client.get(`/titles/${id}`, { 'if-none-match': etag })).toMatchObject({
      status: 304,
      body: '',
    });
  });
});

describe('an Idempotency-Key', () => {
  const createWith = (key: string, body: object): Promise<Answered<Title>> =>
    client.post<Title>('/titles', body, { 'idempotency-key': key });

  it('makes a creation happen once, however many ask at once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => createWith('same', { name: 'Once' })));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    const { items } = (await client.get<List<Title>>('/titles?limit=500')).body;
    expect(items.filter(({ name }) => name === 'Once')).toHaveLength(1);
  });

  it('is refused for another request', async () => {
    await createWith('taken', { name: 'First' });
    expect(await createWith('taken', { name: 'Second' })).toMatchObject({
      status: 422,
      body: { type: '/problems/idempotency-reused' },
    });
  });

  it('of a request that was refused may be used again', async () => {
    expect((await createWith('again', { name: '' })).status).toBe(400);
    expect((await createWith('again', { name: 'Now' })).status).toBe(201);
  });

  it('of somebody else is another one', async () => {
    const mine = await createWith('shared', { name: 'Mine' });
    const theirs = await administrator.post<Title>(
      '/titles',
      { name: 'Mine' },
      { 'idempotency-key': 'shared' },
    );
    expect(theirs.body.id).not.toBe(mine.body.id);
  });
});

describe('a list', () => {
  it('comes in pages that neither repeat nor leave out, whatever is added meanwhile', async () => {
    for (let number = 0; number < 5; number++) await create(`Page ${number}`);
    const whole = (await client.get<List<Title>>('/titles?limit=500')).body.items.map(({ id }) => id);
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const after: string = next === '' ? '' : `&after=${next}`;
      const { body } = await client.get<List<Title>>(`/titles?limit=2${after}`);
      seen.push(...body.items.map(({ id }) => id));
      ({ next } = body);
      if (seen.length === 2) await create('In between');
    }
    expect(seen).toEqual(whole);
  });

  it.each(['nonsense', 'eyJhIjoxfQ', Buffer.from('"1; DROP TABLE titles"').toString('base64url')])(
    'is refused for the cursor %s',
    async (after) => {
      expect(await client.get(`/titles?after=${after}`)).toMatchObject({
        status: 400,
        body: { type: '/problems/request-invalid' },
      });
    },
  );
});

describe('the audit log', () => {
  interface Entry {
    readonly act: string;
    readonly thing: string;
    readonly detail: object;
    readonly request: string;
  }

  const audit = async (query: string): Promise<readonly Entry[]> =>
    (await administrator.get<List<Entry>>(`/audit?${query}`)).body.items;

  it('tells what was done, by whom, in which request', async () => {
    const { body: title, headers } = await client.post<Title>('/titles', { name: 'Audited', language: 'es' });
    await client.patch(`/titles/${title.id}`, title.version, { name: 'Renamed' });
    const entries = await audit(`thing=${title.id}`);
    expect(entries.map(({ act }) => act)).toEqual(['titles.edit', 'titles.create']);
    expect(entries[1]).toMatchObject({
      detail: { name: 'Audited', language: 'es' },
      request: headers.get('x-request-id'),
    });
  });

  it('tells nothing of what was refused', async () => {
    const before = await audit('limit=500');
    await client.post('/titles', { name: '' });
    await client.delete(`/titles/${(await create('Kept')).id}`);
    expect((await audit('limit=500')).length).toBe(before.length + 1);
  });

  it('is filtered by act, person and time', async () => {
    const created = await audit('act=titles.create&limit=500');
    expect(new Set(created.map(({ act }) => act))).toEqual(new Set(['titles.create']));
    expect(await audit('person=00000000-0000-4000-8000-000000000000')).toEqual([]);
    expect(await audit('until=2020-01-01T00:00:00Z')).toEqual([]);
    expect((await audit('since=2020-01-01T00:00:00Z&until=2999-01-01T00:00:00Z')).length).toBeGreaterThan(5);
  });
});
