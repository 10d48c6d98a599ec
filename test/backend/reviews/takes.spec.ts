import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Events } from '../../../apps/backend/src/events/tables.ts';
import { Runs } from '../../../apps/backend/src/queue/tables.ts';
import { recordTake } from '../../../apps/backend/src/reviews/recordTake.ts';
import { Takes } from '../../../apps/backend/src/reviews/tables.ts';
import { as, type Client } from '../client.ts';
import { makeLighthouse, recordRights, RENDERED, store, type Lighthouse } from '../lighthouse.ts';
import { addOrganisation, startServer, tokenOf, type TestServer } from '../server.ts';
import { doJobs } from '../toldStages.ts';

interface Take {
  readonly id: string;
  readonly number: number;
  readonly index: number;
  readonly state: string;
  readonly version: number;
  readonly settings: object;
}

let server: TestServer;
let organisation: string;
const clients = {} as Record<'producer' | 'artist' | 'reviewer' | 'client', Client>;
let film: Lighthouse;

beforeAll(async () => {
  server = await startServer();
  const people = await addOrganisation(server.platform, 'producer', 'artist', 'reviewer', 'client');
  organisation = people.organisation;
  for (const role of ['producer', 'artist', 'reviewer', 'client'] as const) {
    clients[role] = as(server, await tokenOf(server, people[role]));
  }
});
afterAll(() => server.close());
beforeEach(async () => {
  film = await makeLighthouse(server.platform, clients.producer, organisation);
  for (const performer of film.performers) await recordRights(clients.producer, performer);
});

const render = async (...shots: readonly number[]): Promise<string> => {
  const { body } = await clients.artist.post<{ run: { id: string } }>(`/plans/${film.plan}/renders`, {
    shots: shots.map((shot) => ({ shot: film.shots[shot] })),
  });
  await doJobs(server.platform, RENDERED);
  return body.run.id;
};

const takes = async (query = ''): Promise<Take[]> =>
  (await clients.client.get<{ items: Take[] }>(`/dubs/${film.dub}/takes${query}`)).body.items;

const decide = (who: Client, { id, version }: Take, body: object) =>
  who.post<{ type: string; detail: string; run: string; settings: object }>(`/takes/${id}/verdicts`, body, {
    'if-match': `"${version}"`,
  });

describe('a take', () => {
  it('is made of every rendered shot, and says who is in it and what was rendered', async () => {
    await render(0, 2);
    const [second, first] = (await takes()).toSorted((a, b) => b.index - a.index);
    expect(first).toMatchObject({
      ...{ index: 0, number: 1, state: 'to-review', shot: film.shots[0], performers: [film.performers[0]] },
      ...{ frames: { start: 0, end: 48 }, mouths: { rendered: 10, passed: 0 }, untouchedEqual: true },
    });
    expect(second).toMatchObject({ index: 2, performers: [...film.performers] });
    expect(await takes(`?shot=${film.shots[2]}&state=to-review`)).toEqual([second]);
    expect(await takes('?state=approved')).toEqual([]);
    expect((await clients.client.get(`/takes/${first.id}`)).body).toEqual(first);
  });

  it('is told once it waits to be reviewed', async () => {
    const run = await render(0);
    const [{ id }] = await takes();
    const told = await server.platform.database.manager.find(Events, {
      where: { kind: 'take.ready', dub: film.dub },
    });
    expect(told).toMatchObject([{ thing: id, title: film.title, data: { run, shot: 0, number: 1 } }]);
  });

  it('is made once, however often what was rendered is recorded', async () => {
    const id = await render(0);
    const { manager } = server.platform.database;
    const run = await manager.findOneByOrFail(Runs, { id });
    const { result } = await manager.findOneByOrFail(Takes, { run: id });
    const again = () => server.platform.database.transaction((tx) => recordTake(tx, run, 0, result));
    await Promise.all([again(), again()]);
    expect(await takes()).toHaveLength(1);
  });

  it('gets a number of its own and takes the place of those on which nobody has decided', async () => {
    await render(0);
    await render(0, 1);
    const all = await takes();
    expect(all.map(({ index, number, state }) => [index, number, state]).sort()).toEqual([
      [0, 1, 'superseded'],
      [0, 2, 'to-review'],
      [1, 1, 'to-review'],
    ]);
  });

  it('gets the next number when a later run was given its own', async () => {
    const id = await render(0);
    const { manager } = server.platform.database;
    const [{ result, id: first }] = await manager.findBy(Takes, { run: id });
    const run = await manager.findOneByOrFail(Runs, { id });
    await manager.delete(Takes, { id: first });
    await render(0);
    await server.platform.database.transaction((tx) => recordTake(tx, run, 0, result));
    expect((await takes()).map(({ number }) => number).sort()).toEqual([1, 2]);
  });

  it('cannot be changed in the database, but for what people decide', async () => {
    await render(0);
    const [{ id }] = await takes();
    const { database } = server.platform;
    const change = (what: string) => database.query(`UPDATE takes SET ${what} WHERE id = $1`, [id]);
    await expect(change(`result = '{}'`)).rejects.toThrow('a take is never changed');
    await expect(change(`number = 7`)).rejects.toThrow('a take is never changed');
    await expect(change(`performers = '{}'`)).rejects.toThrow('a take is never changed');
    await change(`state = 'approved'`);
  });

  it('is played in the browser, from anywhere in it', async () => {
    const run = await render(0);
    await store(server.platform, `takes/${run}/0/preview.mp4`, 'moving pictures');
    const [{ id }] = await takes();
    const part = await clients.client.get<string>(`/takes/${id}/preview`, { range: 'bytes=7-' });
    expect(part).toMatchObject({ status: 206, body: 'pictures' });
    expect(part.headers.get('content-disposition')).toContain('inline; filename="shot-0-take-1.mp4"');
  });
});

describe('a verdict', () => {
  it('approves a take, which then takes the place of the one approved before', async () => {
    await render(0);
    const [first] = await takes();
    const { status, body } = await decide(clients.client, first, { verdict: 'approved' });
    expect({ status, body }).toMatchObject({
      status: 201,
      body: { verdict: 'approved', dub: film.dub, settings: null, run: null },
    });
    await render(0);
    const [second, before] = await takes();
    expect([second.state, before.state]).toEqual(['to-review', 'approved']);
    await decide(clients.reviewer, second, { verdict: 'approved', reason: 'better' });
    expect((await takes()).map(({ state }) => state)).toEqual(['approved', 'superseded']);
    const { body: said } = await clients.client.get<{ items: object[] }>(`/takes/${second.id}/verdicts`);
    expect(said.items).toMatchObject([{ verdict: 'approved', reason: 'better' }]);
  });

  it('needs the version that was looked at: of two at once one wins and the other is told plainly', async () => {
    await render(0);
    const [take] = await takes();
    const answers = await Promise.all([
      decide(clients.reviewer, take, { verdict: 'approved' }),
      decide(clients.client, take, { verdict: 'sent-back', reason: 'too late' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 412]);
    expect(answers.find(({ status }) => status === 412)!.body.detail).toMatch(/^It was changed meanwhile/);
    expect((await clients.reviewer.post(`/takes/${take.id}/verdicts`, { verdict: 'approved' })).status).toBe(
      428,
    );
  });

  it('of two on different takes of a shot leaves one approved', async () => {
    await render(0);
    await render(0);
    const [second, first] = await takes();
    await Promise.all([
      decide(clients.reviewer, first, { verdict: 'approved' }),
      decide(clients.client, second, { verdict: 'approved' }),
    ]);
    expect((await takes('?state=approved')).length).toBe(1);
  });

  it('that the table does not allow is refused with what is possible', async () => {
    await render(0);
    const [take] = await takes();
    await decide(clients.reviewer, take, { verdict: 'approved' });
    const [approved] = await takes();
    const { status, body } = await decide(clients.reviewer, approved, { verdict: 'approved' });
    expect(status).toBe(409);
    expect(body).toMatchObject({
      type: '/problems/take-state',
      detail: 'The take is approved, so it cannot be approved: you can send it back.',
    });
  });

  it('sends a take back with what the next one shall be like, and has it rendered before everything else', async () => {
    await render(0);
    const [take] = await takes();
    const { status, body } = await decide(clients.reviewer, take, {
      verdict: 'sent-back',
      reason: 'the mouth is late',
      settings: { delay: -0.08, leaveAlone: [film.performers[1]] },
      render: true,
    });
    expect(status).toBe(201);
    const settings = { delay: -0.08, opening: 1, untouched: [], leaveAlone: [film.performers[1]] };
    expect(body.settings).toEqual(settings);
    const run = await server.platform.database.manager.findOneByOrFail(Runs, { id: body.run });
    expect(run).toMatchObject({ priority: 100, reason: 'the mouth is late', act: 'render' });
    await doJobs(server.platform, RENDERED);
    expect(await takes()).toMatchObject([
      { number: 2, state: 'to-review', settings },
      { number: 1, state: 'sent-back' },
    ]);
  });

  it('is told of all takes of a dub at once: the last one of each that stands so', async () => {
    await render(0, 1);
    const [second, first] = (await takes()).toSorted((a, b) => b.index - a.index);
    for (const take of [first, second]) {
      await decide(clients.reviewer, take, {
        verdict: 'sent-back',
        reason: 'too early',
        settings: { delay: 0.1 },
      });
    }
    const told = async (query: string): Promise<object[]> =>
      (await clients.client.get<{ items: object[] }>(`/dubs/${film.dub}/verdicts${query}`)).body.items;
    expect(await told('?state=sent-back')).toMatchObject([
      { take: second.id, verdict: 'sent-back', reason: 'too early', settings: { delay: 0.1, opening: 1 } },
      { take: first.id },
    ]);
    const [again] = await takes(`?shot=${film.shots[0]}`);
    await decide(clients.reviewer, again, { verdict: 'approved' });
    expect(await told('?state=sent-back')).toMatchObject([{ take: second.id }]);
    expect(await told('')).toMatchObject([{ take: second.id }, { take: first.id, verdict: 'approved' }]);
  });

  it('changes nothing when the next take may not be rendered', async () => {
    await render(0);
    const [take] = await takes();
    const { items } = (
      await clients.producer.get<{ items: { id: string; performer: string }[] }>(
        `/titles/${film.title}/rights`,
      )
    ).body;
    const own = items.find(({ performer }) => performer === film.performers[0])!;
    await clients.producer.post(`/rights/${own.id}/revoke`, { reason: 'over' });
    const back = { verdict: 'sent-back', reason: 'once more', render: true };
    const refused = await decide(clients.reviewer, take, back);
    expect(refused).toMatchObject({ status: 409, body: { type: '/problems/rights-missing' } });
    expect((await decide(clients.client, take, back)).status).toBe(403);
    expect(await takes()).toEqual([take]);
  });

  it.each([
    { lacking: 'a reason', body: { verdict: 'sent-back' } },
    { lacking: 'sense: it is approved and rendered', body: { verdict: 'approved', render: true } },
    { lacking: 'known settings', body: { verdict: 'sent-back', reason: 'x', settings: { speed: 2 } } },
    { lacking: 'settings in bounds', body: { verdict: 'sent-back', reason: 'x', settings: { delay: 3 } } },
  ])('is refused without $lacking', async ({ body }) => {
    await render(0);
    const [take] = await takes();
    expect((await decide(clients.reviewer, take, body)).status).toBe(400);
  });
});
