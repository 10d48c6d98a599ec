import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Refusal } from '@mondwerk/film';
import type { DeliverOrder } from '../../../apps/backend/src/pipeline/orders.ts';
import { Runs } from '../../../apps/backend/src/queue/tables.ts';
import { mayStart } from '../../../apps/backend/src/runs/mayStart.ts';
import { as, type Client } from '../client.ts';
import {
  deliveredWith,
  makeLighthouse,
  recordRights,
  RENDERED,
  store,
  type Lighthouse,
} from '../lighthouse.ts';
import { bringUpload } from '../sampleFilm.ts';
import { addOrganisation, startServer, tokenOf, type TestServer } from '../server.ts';
import { doJobs } from '../toldStages.ts';

interface Delivery {
  readonly id: string;
  readonly number: number;
  readonly run: string;
  readonly state: string;
  readonly type: string;
  readonly detail: string;
}

interface Take {
  readonly id: string;
  readonly index: number;
  readonly version: number;
}

let server: TestServer;
let organisation: string;
let producer: Client;
let film: Lighthouse;
let bases: string[];

beforeAll(async () => {
  server = await startServer();
  const people = await addOrganisation(server.platform, 'producer');
  organisation = people.organisation;
  producer = as(server, await tokenOf(server, people.producer));
});
afterAll(() => server.close());
beforeEach(async () => {
  film = await makeLighthouse(server.platform, producer, organisation);
  bases = [];
  for (const performer of film.performers) bases.push(await recordRights(producer, performer));
  await producer.post(`/plans/${film.plan}/renders`);
  await doJobs(server.platform, RENDERED);
});

async function approve(...shots: readonly number[]): Promise<Take[]> {
  const { body } = await producer.get<{ items: Take[] }>(`/dubs/${film.dub}/takes`);
  const takes = body.items.filter(({ index }) => shots.includes(index)).sort((a, b) => a.index - b.index);
  for (const { id, version } of takes) {
    await producer.post(`/takes/${id}/verdicts`, { verdict: 'approved' }, { 'if-match': `"${version}"` });
  }
  return takes;
}

const deliver = (wish: object = {}) =>
  producer.post<Delivery>(`/dubs/${film.dub}/deliveries`, { profile: 'h264', ...wish });

const orderOf = async ({ run }: Delivery): Promise<DeliverOrder> =>
  (await server.platform.database.manager.findOneByOrFail(Runs, { id: run })).order as DeliverOrder;

describe('a delivery', () => {
  it('names the shots that are planned and not approved, unless they shall stay as they were', async () => {
    expect((await deliver({ withoutUnapproved: true })).body.type).toBe('/problems/nothing-approved');
    const [take] = await approve(1);
    const refused = await deliver();
    expect(refused).toMatchObject({ status: 409, body: { type: '/problems/shots-unapproved' } });
    expect(refused.body.detail).toBe(
      'There is no approved take of shots 0 and 2: approve one of each, or ask with withoutUnapproved for the original picture there.',
    );
    const { status, body } = await deliver({ withoutUnapproved: true, profile: 'prores' });
    expect({ status, body }).toMatchObject({
      status: 202,
      body: {
        number: 1,
        state: 'making',
        profile: 'prores',
        takes: [take.id],
        originalShots: [0, 2],
        files: [],
      },
    });
    expect(await orderOf(body)).toMatchObject({
      ...{ profile: 'prores', originalLanguage: 'en', script: { language: 'es-419' } },
      out: `titles/${film.title}/deliveries/1/film_es-419.mov`,
      takes: [{ shot: 1, take: 1, frames: { start: 48, end: 120 }, performers: ['Ben Okri'] }],
    });
  });

  it('takes just the shots that are asked for', async () => {
    await approve(0, 1);
    const { status, body } = await deliver({ shots: [0] });
    expect(status).toBe(202);
    expect((await orderOf(body)).takes.map(({ shot }) => shot)).toEqual([0]);
    expect((await deliver({ shots: [0, 2] })).body.detail).toMatch(/no approved take of shot 2:/);
    expect((await deliver({ shots: [7] })).body.detail).toBe('Nothing was planned in shot 7: leave it out.');
  });

  it('is numbered in its title, also when two are asked for at once', async () => {
    await approve(0, 1, 2);
    const both = await Promise.all([deliver(), deliver()]);
    expect(both.map(({ body }) => body.number).sort()).toEqual([1, 2]);
  });

  it('is ready with its files, their sums and their bytes, whole or in part', async () => {
    await approve(0, 1, 2);
    const { body } = await deliver();
    const key = `titles/${film.title}/deliveries/1/film.mp4`;
    await store(server.platform, key, 'a whole film');
    const sha256 = createHash('sha256').update('a whole film').digest('hex');
    const path = `/deliveries/${body.id}/files/film.mp4`;
    expect((await producer.get(path)).status).toBe(404);
    await doJobs(server.platform, deliveredWith([{ name: 'film.mp4', key, sha256, bytes: 12 }]));
    expect((await producer.get(`/deliveries/${body.id}`)).body).toMatchObject({
      ...{ state: 'ready', problem: null },
      files: [{ name: 'film.mp4', sha256, bytes: 12 }],
    });
    const part = await producer.get<string>(path, { range: 'bytes=2-6' });
    expect(part).toMatchObject({ status: 206, body: 'whole' });
    expect(part.headers.get('repr-digest')).toBe(
      `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`,
    );
    expect((await producer.get(`/deliveries/${body.id}/files/..%2Ffilm.mp4`)).status).toBe(404);
    const { body: ready } = await producer.get<{ items: Delivery[] }>(
      `/dubs/${film.dub}/deliveries?state=ready`,
    );
    expect(ready.items.map(({ id }) => id)).toEqual([body.id]);
  });

  it('that could not be made says why', async () => {
    await approve(0, 1, 2);
    const { body } = await deliver();
    await doJobs(server.platform, {
      ...deliveredWith([]),
      conformFilm: () => new Refusal('storage-full', 'There is no room left.'),
    });
    expect((await producer.get(`/deliveries/${body.id}`)).body).toMatchObject({
      state: 'failed',
      problem: 'conformFilm: There is no room left.',
    });
  });

  it('is refused, and stopped at a worker, when rights are missing', async () => {
    await approve(0, 1, 2);
    const { body } = await deliver();
    const { title, dub } = film;
    const job = { run: body.run, act: 'deliver', shot: null, title, dub, order: {} } as const;
    const { manager } = server.platform.database;
    await mayStart(manager, job);
    expect((await deliver({ territories: ['BR'] })).status).toBe(202);
    await producer.post(`/rights/${bases[0]}/revoke`, { reason: 'over' });
    await expect(mayStart(manager, job)).rejects.toThrow(/consent of Ana López .* was revoked/);
    const refused = await deliver();
    expect(refused).toMatchObject({ status: 409, body: { type: '/problems/rights-missing' } });
    expect((await deliver({ shots: [1] })).status).toBe(202);
    await recordRights(producer, film.performers[0], { territories: ['ES'] });
    const abroad = (await deliver({ shots: [1], territories: ['ES', 'BR'] })).body;
    await mayStart(manager, { ...job, run: abroad.run });
    await producer.post(`/rights/${bases[1]}/revoke`, { reason: 'over' });
    await recordRights(producer, film.performers[1], { territories: ['ES'] });
    await expect(mayStart(manager, { ...job, run: abroad.run })).rejects.toThrow(/not cover Brazil/);
    expect((await deliver()).status).toBe(202);
    expect((await deliver({ territories: ['ES', 'BR'] })).body.detail).toMatch(
      /does not cover Brazil \(BR\)/,
    );
  });

  it('says when the voice is another one than that of the takes', async () => {
    await approve(0, 1, 2);
    const { title } = film;
    const upload = await bringUpload(server.platform, {
      ...{ organisation, title, purpose: 'stem', name: 'new.wav', content: 'another voice' },
      facts: { seconds: 10 },
    });
    await producer.post(`/dubs/${film.dub}/stems`, { upload, kind: 'mix' });
    expect((await deliver()).status).toBe(202);
    await film.planAgain();
    expect((await deliver()).body.detail).toBe(
      'The voice has changed since the approved takes of shots 0, 1 and 2 were rendered: render them again, or ask with withOlderVoice.',
    );
    expect((await deliver({ withOlderVoice: true })).status).toBe(202);
  });
});
