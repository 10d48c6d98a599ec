import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RenderOrder } from '../../../apps/backend/src/pipeline/orders.ts';
import { as, type Client } from '../client.ts';
import { readyDub, plannedDub, type ReadyDub } from '../dubs/plannedDub.ts';
import { addOrganisation, startServer, tokenOf, type TestServer } from '../server.ts';
import { doJobs } from '../toldStages.ts';
import { recordConsent, renderingOf } from './renderedDub.ts';

let server: TestServer;
let organisation: string;
let producer: Client;
beforeAll(async () => {
  server = await startServer();
  const people = await addOrganisation(server.platform, 'producer');
  organisation = people.organisation;
  producer = as(server, await tokenOf(server, people.producer));
});
afterAll(() => server.close());

async function planned(mouths: readonly number[]): Promise<ReadyDub & { plan: string; shots: string[] }> {
  const ready = await readyDub(server.platform, producer, organisation);
  const plan = await plannedDub(server.platform, producer, ready.dub, mouths);
  const { body } = await producer.get<{ items: { shot: string }[] }>(`/plans/${plan}/shots`);
  return { ...ready, plan, shots: body.items.map(({ shot }) => shot) };
}

describe('a render', () => {
  it('is refused until the rights of everyone in it are recorded', async () => {
    const { plan, performers, shots } = await planned([10, 5, 0]);
    const refused = await producer.post(`/plans/${plan}/renders`);
    expect(refused).toMatchObject({ status: 409, body: { type: '/problems/rights-missing' } });
    expect(refused.body.detail).toContain('Performer 2');
    await recordConsent(producer, [performers[0]]);
    const first = await producer.post(`/plans/${plan}/renders`, { shots: [{ shot: shots[0] }] });
    expect(first).toMatchObject({ status: 201, body: { shots: 1, frames: 10 } });
    await doJobs(server.platform, renderingOf());
  });

  it('asks for whoever was told apart from a planned performer since', async () => {
    const { plan, performers } = await planned([10, 5, 0]);
    await recordConsent(producer, performers);
    const { body } = await producer.get<{ items: { id: string; shot: number }[] }>(
      `/performers/${performers[0]}/tracks`,
    );
    const first = body.items.find(({ shot }) => shot === 0)!;
    await producer.post(`/performers/${performers[0]}/split`, { tracks: [first.id], name: 'Luz' });
    const refused = await producer.post(`/plans/${plan}/renders`);
    expect(refused).toMatchObject({ status: 409, body: { type: '/problems/rights-missing' } });
    expect(refused.body.detail).toContain('Luz');
  });

  it('makes the next take of every planned shot but those approved, from what was planned', async () => {
    const { title, plan, dub, performers, script, shots } = await planned([10, 5, 0]);
    await recordConsent(producer, performers);
    const { body: lines } = await producer.get<{ items: { id: string }[] }>(`/scripts/${script}/lines`);
    await producer.patch(`/lines/${lines.items[0].id}`, 1, { text: 'Otra cosa.' });
    const started = await producer.post(`/plans/${plan}/renders`, { priority: 10 });
    expect(started.body).toMatchObject({
      ...{ shots: 2, frames: 15, seconds: 1.5 },
      run: { act: 'render', title, dub, priority: 10, state: 'running' },
    });
    const jobs = await doJobs(server.platform, renderingOf());
    const order = jobs[0].order as RenderOrder;
    expect(order.shots).toMatchObject([
      { shot: 0, take: 1, settings: { delay: 0, opening: 1 } },
      { shot: 1, take: 1 },
    ]);
    await server.platform.database.query(`UPDATE takes SET state = 'approved' WHERE shot = $1`, [shots[0]]);
    const again = await producer.post(`/plans/${plan}/renders`);
    expect(again.body).toMatchObject({ shots: 1, frames: 5 });
    const [{ order: second }] = await doJobs(server.platform, renderingOf());
    expect((second as RenderOrder).shots).toMatchObject([{ shot: 1, take: 2 }]);
    expect((second as RenderOrder).script).toEqual(order.script);
  });

  it('gives every take a number of its own, also while others are on their way', async () => {
    const { plan, performers, shots } = await planned([10, 5, 0]);
    await recordConsent(producer, performers);
    const [one, two] = await Promise.all(
      [0.1, 0.2].map((delay) =>
        producer.post<{ run: { id: string } }>(`/plans/${plan}/renders`, {
          shots: [{ shot: shots[0], settings: { delay } }],
        }),
      ),
    );
    expect([one.status, two.status]).toEqual([201, 201]);
    const jobs = await doJobs(server.platform, renderingOf());
    const numbers = new Map(jobs.map(({ run, order }) => [run, (order as RenderOrder).shots[0].take]));
    expect([...numbers.values()].sort()).toEqual([1, 2]);
  });

  it('is of shots in which there is something to render', async () => {
    const { plan, performers, shots } = await planned([10, 0, 0]);
    await recordConsent(producer, performers);
    const nothing = await producer.post(`/plans/${plan}/renders`, { shots: [{ shot: shots[1] }] });
    expect(nothing).toMatchObject({ status: 422, body: { type: '/problems/not-planned' } });
    const { plan: empty } = await planned([0, 0, 0]);
    expect(await producer.post(`/plans/${empty}/renders`)).toMatchObject({
      body: { type: '/problems/nothing-to-render' },
    });
  });
});
