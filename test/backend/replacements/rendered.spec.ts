import { Refusal } from '@mondwerk/film';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ReplaceOrder } from '../../../apps/backend/src/pipeline/orders.ts';
import { Runs } from '../../../apps/backend/src/queue/tables.ts';
import { as, type Client } from '../client.ts';
import { recordRights } from '../lighthouse.ts';
import { addOrganisation, startServer, tokenOf, type TestServer } from '../server.ts';
import { doJobs } from '../toldStages.ts';
import {
  letBoth,
  makeReplacedFilm,
  matched,
  REPLACED,
  replaceAna,
  WHOLE_FACE,
  type ReplacedFilm,
} from './replacedFilm.ts';

interface Made {
  readonly id: string;
  readonly version: number;
}

let server: TestServer;
let organisation: string;
let producer: Client;
let film: ReplacedFilm;

beforeAll(async () => {
  server = await startServer();
  const people = await addOrganisation(server.platform, 'producer');
  organisation = people.organisation;
  producer = as(server, await tokenOf(server, people.producer));
});
afterAll(() => server.close());
beforeEach(async () => {
  film = await makeReplacedFilm(server.platform, producer, organisation);
});

const ordersOf = async (dub: string): Promise<ReplaceOrder[]> => {
  const runs = await server.platform.database.manager.findBy(Runs, { dub, act: 'replace' });
  return runs.map(({ order }) => order as ReplaceOrder);
};

async function planned(id: string): Promise<string> {
  const { body } = await producer.post<Made>(`/replacements/${id}/plans`);
  await doJobs(server.platform, matched());
  return body.id;
}

describe('a replacement', () => {
  it('is rendered only once both have agreed to it with their whole faces', async () => {
    const id = await replaceAna(producer, film);
    const plan = await planned(id);
    const render = () => producer.post<{ detail: string; type: string }>(`/plans/${plan}/renders`);
    const missing = async () =>
      (await producer.get<{ missing: object[] }>(`/dubs/${id}/rights/missing`)).body.missing;
    expect(await missing()).toMatchObject([{ performer: film.ana }, { performer: film.carla }]);
    const refused = await render();
    expect(refused).toMatchObject({ status: 409, body: { type: '/problems/rights-missing' } });
    expect(refused.body.detail).toMatch(/Ana López .* whole face be replaced/);
    expect(refused.body.detail).toMatch(/Carla Ruiz .* whole face be shown on another head/);
    await recordRights(producer, film.ana, WHOLE_FACE);
    await recordRights(producer, film.carla, { languages: null });
    expect((await render()).body.detail).toMatch(/Carla Ruiz .* covers the mouth, not the whole face/);
    await recordRights(producer, film.carla, { ...WHOLE_FACE, kind: 'dubbing-agreement' });
    expect((await render()).body.detail).toMatch(/Carla Ruiz/);
    await recordRights(producer, film.carla, WHOLE_FACE);
    expect(await missing()).toEqual([]);
    expect((await render()).status).toBe(201);
  });

  it('asks for both whatever a render leaves alone, and has no settings of mouths', async () => {
    const id = await replaceAna(producer, film);
    const plan = await planned(id);
    const { body } = await producer.get<{ items: { shot: string }[] }>(`/plans/${plan}/shots`);
    const [{ shot }] = body.items;
    for (const settings of [{ leaveAlone: [film.ana, film.carla] }, { delay: 0.1 }, { opening: 1.2 }]) {
      expect(
        (await producer.post(`/plans/${plan}/renders`, { shots: [{ shot, settings }] })).body,
      ).toMatchObject({
        type: '/problems/settings-of-dubs',
      });
    }
    await letBoth(producer, film);
    const settings = { untouched: [{ start: 0, end: 5 }] };
    expect((await producer.post(`/plans/${plan}/renders`, { shots: [{ shot, settings }] })).status).toBe(201);
    await doJobs(server.platform, REPLACED);
    expect(await ordersOf(id)).toMatchObject([
      { replaced: { id: film.ana }, shots: [{ shot: 0, take: 1, settings }] },
    ]);
  });

  it('is rendered into takes of both that are reviewed, sent back and rendered again like those of dubs', async () => {
    const id = await replaceAna(producer, film);
    const plan = await planned(id);
    await letBoth(producer, film);
    await producer.post(`/plans/${plan}/renders`);
    await doJobs(server.platform, REPLACED);
    const takes = async () =>
      (await producer.get<{ items: (Made & { index: number })[] }>(`/dubs/${id}/takes`)).body.items;
    const [second, first] = await takes();
    expect(first).toMatchObject({
      ...{ index: 0, number: 1, state: 'to-review', flagged: 1, performers: [film.ana, film.carla] },
    });
    expect((await producer.get(`/dubs/${id}/flags`)).body).toMatchObject({
      flags: [],
      faces: [{ take: first.id, shot: 0, sentence: 'A hand in front of the face was kept.' }],
    });
    expect((await producer.get(`/dubs/${id}/timeline`)).body).toMatchObject({
      ...{ kind: 'replacement', lines: [], voice: null },
      shots: [{ state: 'to-review' }, { state: 'untouched' }, { state: 'to-review' }],
    });
    const note = { take: first.id, start: 3, end: 9, text: 'The hairline shows.' };
    expect((await producer.post(`/dubs/${id}/notes`, note)).status).toBe(201);
    const decide = ({ id: take, version }: Made, body: object) =>
      producer.post(`/takes/${take}/verdicts`, body, { 'if-match': `"${version}"` });
    const back = { verdict: 'sent-back', reason: 'the hairline', render: true };
    expect((await decide(first, { ...back, settings: { opening: 1.2 } })).body).toMatchObject({
      type: '/problems/settings-of-dubs',
    });
    const settings = { untouched: [{ start: 40, end: 48 }] };
    const verdict = await decide(first, { ...back, settings });
    expect(verdict.status).toBe(201);
    const stateOfFirst = async () =>
      (await producer.get<{ shots: { state: string }[] }>(`/dubs/${id}/timeline`)).body.shots[0].state;
    expect(await stateOfFirst()).toBe('rendering');
    await doJobs(server.platform, {
      ...REPLACED,
      renderFaces: () => new Refusal('disk-full', 'It is full.'),
    });
    expect(await stateOfFirst()).toBe('failed');
    expect((await producer.get(`/dubs/${id}/shots`)).body).toMatchObject({
      items: [{ index: 0, rendering: { state: 'failed' } }, { rendering: null }, { rendering: null }],
    });
    await producer.post(`/runs/${verdict.body.run}/retry`, { reason: 'there is room again' });
    await doJobs(server.platform, REPLACED);
    expect((await takes())[0]).toMatchObject({ index: 0, number: 2, settings });
    expect((await decide(second, { verdict: 'approved' })).status).toBe(201);
    const audit = await server.platform.database.query(
      `SELECT act FROM audit_log WHERE thing = $1 OR thing = $2 ORDER BY id`,
      [id, first.id],
    );
    expect(audit).toEqual(expect.arrayContaining([{ act: 'replacements.create' }, { act: 'takes.make' }]));
  });
});
