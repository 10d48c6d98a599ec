import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DeliverOrder } from '../../../apps/backend/src/pipeline/orders.ts';
import { Runs } from '../../../apps/backend/src/queue/tables.ts';
import { mayStart } from '../../../apps/backend/src/runs/mayStart.ts';
import { as, type Client } from '../client.ts';
import { deliveredWith, planOf, recordRights, RENDERED } from '../lighthouse.ts';
import { analysisOf, bringUpload, TWO_PEOPLE } from '../sampleFilm.ts';
import { addOrganisation, startServer, tokenOf, type TestServer } from '../server.ts';
import { doJobs } from '../toldStages.ts';
import {
  letBoth,
  makeReplacedFilm,
  matched,
  REPLACED,
  replaceAna,
  type ReplacedFilm,
} from './replacedFilm.ts';

interface Made {
  readonly id: string;
  readonly run: string;
}

let server: TestServer;
let organisation: string;
let producer: Client;
let film: ReplacedFilm;
let replacement: string;
let bases: string[];

beforeAll(async () => {
  server = await startServer();
  const people = await addOrganisation(server.platform, 'producer');
  organisation = people.organisation;
  producer = as(server, await tokenOf(server, people.producer));
});
afterAll(() => server.close());
beforeEach(async () => {
  film = await makeReplacedFilm(server.platform, producer, organisation);
  replacement = await replaceAna(producer, film);
  bases = await letBoth(producer, film);
  const { body } = await producer.post<Made>(`/replacements/${replacement}/plans`);
  await doJobs(server.platform, matched());
  await producer.post(`/plans/${body.id}/renders`);
  await doJobs(server.platform, REPLACED);
  await approveAll(replacement);
});

async function approveAll(dub: string): Promise<void> {
  const { body } = await producer.get<{ items: { id: string; version: number }[] }>(
    `/dubs/${dub}/takes?state=to-review`,
  );
  for (const { id, version } of body.items) {
    await producer.post(`/takes/${id}/verdicts`, { verdict: 'approved' }, { 'if-match': `"${version}"` });
  }
}

const deliver = (dub: string) => producer.post<Made>(`/dubs/${dub}/deliveries`, { profile: 'prores' });

const orderOf = async ({ run }: Made): Promise<DeliverOrder> =>
  (await server.platform.database.manager.findOneByOrFail(Runs, { id: run })).order as DeliverOrder;

/** Delivers the replacement, and ends that. */
async function delivered(): Promise<Made> {
  const { body } = await deliver(replacement);
  const { out } = await orderOf(body);
  const sealed = { name: 'film_replaced.mov', key: out, sha256: 'c'.repeat(64), bytes: 12 };
  await doJobs(server.platform, deliveredWith([sealed]));
  return body;
}

const replaced = [
  {
    ...{ replaced: 'Ana López', shown: 'Carla Ruiz', shots: [0, 2], film: { file: 'film.mov' } },
    footage: [{ file: 'carla.mov' }],
    networks: [],
    rights: [
      { performer: 'Ana López', kind: 'consent', signer: 'Somebody' },
      { performer: 'Carla Ruiz', kind: 'consent', signer: 'Carla Ruiz' },
    ],
  },
];

describe('a delivered replacement', () => {
  it('keeps the sounds of its film, and tells whose head has whose face on which rights', async () => {
    const { status, body } = await deliver(replacement);
    expect(status).toBe(202);
    const order = await orderOf(body);
    expect(order).toMatchObject({
      ...{ originalLanguage: 'en', out: `titles/${film.title}/deliveries/1/film_replaced.mov` },
      takes: [
        { shot: 0, performers: ['Ana López', 'Carla Ruiz'] },
        { shot: 2, performers: ['Ana López', 'Carla Ruiz'] },
      ],
      replaced,
    });
    for (const own of ['stems', 'script', 'settings']) expect(order).not.toHaveProperty(own);
  });

  it('is refused, and stopped at a worker, when one of both has taken back what they agreed to', async () => {
    const { body } = await deliver(replacement);
    const { manager } = server.platform.database;
    const about = { title: film.title, dub: replacement, shot: null };
    const job = { ...about, run: body.run, act: 'deliver', order: await orderOf(body) } as const;
    await mayStart(manager, job);
    await producer.post(`/rights/${bases[1]}/revoke`, { reason: 'she left' });
    await expect(mayStart(manager, job)).rejects.toThrow(/Carla Ruiz .* was revoked .*she left/);
    expect((await deliver(replacement)).body).toMatchObject({
      detail: expect.stringMatching(/Carla Ruiz .* was revoked/),
    });
    const render = await manager.findOneByOrFail(Runs, { dub: replacement, act: 'replace' });
    const rendering = { ...about, run: render.id, act: 'replace', order: render.order } as const;
    await expect(mayStart(manager, rendering)).rejects.toThrow(/Carla Ruiz .* was revoked/);
    await expect(mayStart(manager, { ...rendering, shot: 2 })).rejects.toThrow(/Carla Ruiz/);
  });

  it('becomes the newest source of its title once it is ready, and says what it was made from', async () => {
    const { body: making } = await deliver(replacement);
    const early = await producer.post(`/deliveries/${making.id}/source`);
    expect(early).toMatchObject({ status: 409, body: { type: '/problems/delivery-not-ready' } });
    await doJobs(server.platform, deliveredWith([]));
    const { id: delivery } = await delivered();
    const made = await producer.post<Made>(`/deliveries/${delivery}/source`);
    expect(made).toMatchObject({
      status: 201,
      body: {
        ...{ name: 'film_replaced.mov', state: 'analysing', bytes: 12 },
        madeFrom: {
          ...{ delivery, number: 2 },
          replaced: [{ replaced: { id: film.ana, name: 'Ana López' }, shown: { id: film.carla } }],
        },
      },
    });
    expect((await producer.post(`/deliveries/${delivery}/source`)).body).toMatchObject({
      type: '/problems/conflict',
    });
    await doJobs(server.platform, analysisOf(TWO_PEOPLE));
    expect((await producer.get(`/titles/${film.title}/summary`)).body).toMatchObject({
      source: { id: made.body.id, state: 'ready' },
    });
  });
});

describe('a dub of a film in which a face was replaced', () => {
  /** A dub of the delivered replacement into Spanish, planned. */
  async function dubOfIt(): Promise<{ readonly dub: string; readonly plan: string }> {
    const { id: delivery } = await delivered();
    const { body: source } = await producer.post<Made>(`/deliveries/${delivery}/source`);
    await doJobs(server.platform, analysisOf(TWO_PEOPLE));
    const { body: cast } = await producer.get<{ items: Made[] }>(
      `/titles/${film.title}/performers?source=${source.id}`,
    );
    const performers = cast.items.map(({ id }) => id);
    for (const performer of performers) await recordRights(producer, performer);
    const { body: dub } = await producer.post<Made>(`/titles/${film.title}/dubs`, { language: 'es' });
    const bring = (purpose: 'stem' | 'script', name: string, content: string) =>
      bringUpload(server.platform, {
        ...{ organisation, title: film.title, purpose, name, content, facts: { seconds: 10 } },
      });
    const upload = await bring('stem', 'es.wav', 'voice');
    await producer.post(`/dubs/${dub.id}/stems`, { upload, kind: 'mix' });
    const script = await bring('script', 'es.srt', '1\n00:00:00,500 --> 00:00:01,500\nHola.\n');
    await producer.post(`/dubs/${dub.id}/scripts`, { upload: script });
    const { body: plan } = await producer.post<Made>(`/dubs/${dub.id}/plans`);
    await doJobs(server.platform, planOf([[performers[0]], [], []]));
    return { dub: dub.id, plan: plan.id };
  }

  it('tells so in its own delivery, and stands on the rights of both', async () => {
    const { dub, plan } = await dubOfIt();
    expect((await producer.post(`/plans/${plan}/renders`)).status).toBe(201);
    await doJobs(server.platform, RENDERED);
    await approveAll(dub);
    const { status, body } = await producer.post<Made>(`/dubs/${dub}/deliveries`, {
      ...{ profile: 'h264', withoutUnapproved: true },
    });
    expect({ status, body }).toMatchObject({ status: 202 });
    expect(await orderOf(body)).toMatchObject({ stems: [{}], script: { language: 'es' }, replaced });
    expect((await producer.post(`/deliveries/${body.id}/source`)).body).toMatchObject({
      type: '/problems/not-a-replacement',
    });
    await producer.post(`/rights/${bases[0]}/revoke`, { reason: 'no more' });
    const { body: shots } = await producer.get<{ items: { shot: string }[] }>(`/plans/${plan}/shots`);
    const asked = [
      await producer.post(`/plans/${plan}/renders`, { shots: [{ shot: shots.items[0].shot }] }),
      await producer.post(`/dubs/${dub}/deliveries`, { profile: 'h264', withoutUnapproved: true }),
    ];
    for (const { body: refused } of asked) {
      expect(refused).toMatchObject({
        ...{ type: '/problems/rights-missing', detail: expect.stringMatching(/Ana López .* was revoked/) },
      });
    }
    expect((await producer.get(`/dubs/${dub}/rights/missing`)).body).toMatchObject({
      missing: [{ performer: film.ana, clause: 'revoked' }],
    });
  });
});
