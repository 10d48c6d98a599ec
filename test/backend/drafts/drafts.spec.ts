import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sweepDrafts } from '../../../apps/backend/src/drafts/sweepDrafts.ts';
import type { DraftOrder } from '../../../apps/backend/src/pipeline/orders.ts';
import type { ClaimedJob } from '../../../apps/backend/src/queue/claimJob.ts';
import { as, type Client } from '../client.ts';
import { makeLighthouse, recordRights, RENDERED, store, type Lighthouse } from '../lighthouse.ts';
import { addOrganisation, startServer, tokenOf, type TestServer } from '../server.ts';
import { doJobs, type Told } from '../toldStages.ts';

const DAY = 24 * 3_600_000;
const asSaid = { offset: 0, strength: 1, cues: [] };

interface Draft {
  readonly id: string;
  readonly run: string;
  readonly detail: string;
}

let server: TestServer;
let organisation: string;
let producer: Client;
let artist: Client;
let film: Lighthouse;

beforeAll(async () => {
  server = await startServer();
  const people = await addOrganisation(server.platform, 'producer', 'artist');
  organisation = people.organisation;
  producer = as(server, await tokenOf(server, people.producer));
  artist = as(server, await tokenOf(server, people.artist));
});
afterAll(() => server.close());
beforeEach(async () => {
  film = await makeLighthouse(server.platform, producer, organisation);
});

/** What the stage of a draft tells. */
const DRAFTED: Told = {
  draftLine: ({ run }) => ({
    preview: { key: `drafts/${run}/preview.mp4`, sha256: 'c'.repeat(64), bytes: 11 },
    ...{ frames: { start: 0, end: 30 }, line: { start: 6, end: 24 }, rendered: 29 },
    passed: [{ reason: 'something is in front of the mouth', mouths: 1 }],
    stale: [{ line: 0, phone: 4, ipa: 'k' }],
  }),
};

const ask = (line: number, settings: object | null = null, more: object = {}, who = artist) =>
  who.post<Draft>(`/dubs/${film.dub}/drafts`, { line, settings, ...more });
const read = async ({ id }: Draft) => (await artist.get(`/drafts/${id}`)).body;
const draftOf = ({ order }: ClaimedJob): DraftOrder['draft'] => (order as DraftOrder).draft;
const allow = async (): Promise<void> => {
  for (const performer of film.performers) await recordRights(producer, performer);
};

describe('a draft of a line', () => {
  it('is made from the newest plan with settings of its own, and can be played in parts', async () => {
    await allow();
    const settings = { ...asSaid, offset: -0.1, cues: [{ cue: { phone: 4, ipa: 'k' }, shift: 0.05 }] };
    const asked = await ask(0, settings);
    expect(asked).toMatchObject({
      status: 202,
      body: { plan: film.plan, dub: film.dub, line: 0, settings, state: 'making', frames: null },
    });
    expect(await artist.get(`/drafts/${asked.body.id}/preview`)).toMatchObject({
      status: 409,
      body: { type: '/problems/draft-not-ready' },
    });
    const [job] = await doJobs(server.platform, DRAFTED);
    expect(draftOf(job)).toEqual({ line: 0, shots: [0], settings: { ...settings, leave: false } });
    expect((job.order as DraftOrder).proxy).toMatchObject({ name: 'the proxy of film.mov' });
    expect(await read(asked.body)).toMatchObject({
      ...{ state: 'ready', problem: null, rendered: 29, passed: [{ mouths: 1 }] },
      ...{ frames: { start: 0, end: 30 }, lineFrames: { start: 6, end: 24 } },
      staleEdits: [{ line: 0, phone: 4, ipa: 'k' }],
    });
    await store(server.platform, `drafts/${asked.body.run}/preview.mp4`, 'a small film');
    const part = await artist.get(`/drafts/${asked.body.id}/preview`, { range: 'bytes=2-6' });
    expect(part).toMatchObject({ status: 206, body: 'small' });
    expect(part.headers.get('content-type')).toBe('video/mp4');
  });

  it('is made with what is stored with the line when nothing else is said, though it be left as it was', async () => {
    await allow();
    const scripts = await artist.get<{ items: { id: string }[] }>(`/dubs/${film.dub}/scripts`);
    const lines = await artist.get<{ items: { id: string }[] }>(`/scripts/${scripts.body.items[0].id}/lines`);
    const stored = { settings: { strength: 1.3, leave: true } };
    await artist.patch(`/lines/${lines.body.items[1].id}`, 1, stored);
    const { body } = await ask(1);
    expect(body).toMatchObject({ settings: { ...asSaid, strength: 1.3 } });
    const [job] = await doJobs(server.platform, DRAFTED);
    expect(draftOf(job).settings).toEqual({ ...asSaid, strength: 1.3, leave: false });
  });

  it('goes before renders that wait, and takes the place of the one before it', async () => {
    await allow();
    await producer.post(`/plans/${film.plan}/renders`, { priority: 100 });
    const { body: first } = await ask(0, { ...asSaid, offset: 0.1 });
    const { body: other } = await ask(0, asSaid, {}, producer);
    const { body: second } = await ask(0, { ...asSaid, offset: 0.2 });
    expect(await read(first)).toMatchObject({
      state: 'cancelled',
      problem: 'A newer draft was asked for.',
    });
    const done = await doJobs(server.platform, { ...DRAFTED, ...RENDERED });
    expect(done.slice(0, 3).map(({ stage }) => stage)).toEqual(['draftLine', 'draftLine', 'gatherSources']);
    expect(await read(second)).toMatchObject({ state: 'ready' });
    expect(await read(other)).toMatchObject({ state: 'ready' });
  });

  it('tells those who listen when it can be looked at, and why it cannot', async () => {
    await allow();
    const { body: good } = await ask(0);
    await doJobs(server.platform, DRAFTED);
    const { body: bad } = await ask(1);
    const failing: Told = { draftLine: () => new Error('the disk is full') };
    for (let tries = 0; tries < 3; tries++) {
      await server.platform.database.query(
        `UPDATE queue.job SET start_after = now() WHERE state = 'created'`,
      );
      await doJobs(server.platform, failing);
    }
    expect(await read(bad)).toMatchObject({
      state: 'failed',
      problem: expect.stringContaining('disk is full'),
    });
    const told = await server.platform.database.query(
      `SELECT kind, thing, data ->> 'line' AS line FROM events WHERE kind LIKE 'draft.%' AND dub = $1 ORDER BY id`,
      [film.dub],
    );
    expect(told).toEqual([
      { kind: 'draft.ready', thing: good.id, line: '0' },
      { kind: 'draft.failed', thing: bad.id, line: '1' },
    ]);
  });

  it('is of a line that somebody is seen saying, in a plan of its dub', async () => {
    await allow();
    expect(await ask(7)).toMatchObject({ status: 422, body: { type: '/problems/line-not-said' } });
    const other = await makeLighthouse(server.platform, producer, organisation);
    expect(await ask(0, null, { plan: other.plan })).toMatchObject({ status: 400 });
    expect(await ask(0, { offset: 0.9 })).toMatchObject({ status: 400 });
    expect(await ask(0, { leave: true })).toMatchObject({ status: 400 });
  });

  it('goes some days after it was made', async () => {
    await allow();
    const { body: old } = await ask(0);
    await doJobs(server.platform, DRAFTED);
    const { body: making } = await ask(1);
    const sweep = (days: number) =>
      sweepDrafts(server.platform.database, 7, new Date(Date.now() + days * DAY));
    await sweep(6);
    expect((await artist.get(`/drafts/${old.id}`)).status).toBe(200);
    await sweep(8);
    expect((await artist.get(`/drafts/${old.id}`)).status).toBe(404);
    expect(await read(making)).toMatchObject({ state: 'making' });
    await doJobs(server.platform, DRAFTED);
  });
});

describe('the rights of those in a draft', () => {
  it('are asked for as for a render: of everybody in its shots', async () => {
    await recordRights(producer, film.performers[0]);
    expect((await ask(0)).status).toBe(202);
    const refused = await ask(2);
    expect(refused).toMatchObject({ status: 409, body: { type: '/problems/rights-missing' } });
    expect(refused.body.detail).toContain('Ben Okri');
    expect(refused.body.detail).not.toContain('Ana');
    await doJobs(server.platform, DRAFTED);
  });

  it('are asked for of whoever was told apart from a planned performer since', async () => {
    await allow();
    const { body } = await artist.get<{ items: { id: string; shot: number }[] }>(
      `/performers/${film.performers[0]}/tracks`,
    );
    const { id } = body.items.find(({ shot }) => shot === 0)!;
    await producer.post(`/performers/${film.performers[0]}/split`, { tracks: [id], name: 'Luz' });
    const refused = await ask(0);
    expect(refused.status).toBe(409);
    expect(refused.body.detail).toContain('Luz');
  });
});
