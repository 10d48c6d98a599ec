import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlanOrder } from '../../../apps/backend/src/pipeline/orders.ts';
import { Runs } from '../../../apps/backend/src/queue/tables.ts';
import { as, type Client } from '../client.ts';
import { addOrganisation, startServer, tokenOf, type TestServer } from '../server.ts';
import { doJobs } from '../toldStages.ts';
import { planOf, plannedDub, readyDub } from './plannedDub.ts';

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

const ready = () => readyDub(server.platform, producer, organisation);

const linesOf = async (script: string) =>
  (await producer.get<{ items: { id: string }[] }>(`/scripts/${script}/lines`)).body.items;

/** What a plan's run was told. */
async function orderOf(plan: string): Promise<PlanOrder> {
  const { body } = await producer.get<{ run: string }>(`/plans/${plan}`);
  const { order } = await server.platform.database.manager.findOneByOrFail(Runs, { id: body.run });
  return order as PlanOrder;
}

describe('the mouth of a line', () => {
  const asSaid = { offset: 0, strength: 1, leave: false, cues: [] };
  const cue = { phone: 2, ipa: 'n' };

  it('is as the voice says until people want it otherwise, each thing on its own', async () => {
    const { script } = await ready();
    const [line] = await linesOf(script);
    expect(line).toMatchObject({ settings: asSaid });
    const change = (version: number, settings: object) =>
      producer.patch(`/lines/${line.id}`, version, { settings });
    expect((await change(1, { offset: 0.08 })).body).toMatchObject({ settings: { ...asSaid, offset: 0.08 } });
    const cues = [{ cue, shift: -0.04, strength: 1.5, shape: 'closed' }];
    const { body } = await change(2, { cues, strength: 0.8 });
    expect(body).toMatchObject({ settings: { offset: 0.08, strength: 0.8, leave: false, cues }, version: 3 });
    expect(await linesOf(script)).toMatchObject([{ settings: { cues } }, { settings: asSaid }, {}]);
  });

  it.each([
    { offset: 0.6 },
    { strength: 0.4 },
    { leave: 'yes' },
    { mood: 'angry' },
    {},
    { cues: [{ cue, shift: 0.3 }] },
    { cues: [{ cue, strength: 2.1 }] },
    { cues: [{ cue, shape: 'grin' }] },
    { cues: [{ cue: { phone: -1, ipa: 'n' } }] },
    { cues: [{ cue }, { cue }] },
  ])('does not become %o', async (settings) => {
    const { script } = await ready();
    const [line] = await linesOf(script);
    expect(await producer.patch(`/lines/${line.id}`, 1, { settings })).toMatchObject({ status: 400 });
  });

  it('is changed of many lines at once, but for single sounds, whose edits are only taken back', async () => {
    const { script } = await ready();
    const [first, second] = await linesOf(script);
    await producer.patch(`/lines/${first.id}`, 1, { settings: { cues: [{ cue, muted: true }] } });
    const many = (settings: object) =>
      producer.ask('PATCH', `/scripts/${script}/lines`, { lines: [first.id, second.id], settings });
    expect((await many({ cues: [{ cue, muted: true }] })).status).toBe(400);
    expect((await many({ leave: true })).body).toEqual({ changed: 2 });
    expect(await linesOf(script)).toMatchObject([
      { settings: { leave: true, cues: [{ cue, muted: true }] } },
      { settings: { ...asSaid, leave: true } },
      { settings: asSaid },
    ]);
    await many({ cues: [], leave: false });
    expect((await linesOf(script))[0]).toMatchObject({ settings: asSaid });
  });

  it('goes into the plan where it is other than the voice says, and makes an older one outdated', async () => {
    const { dub, script } = await ready();
    const plan = await plannedDub(server.platform, producer, dub, [10, 0, 5]);
    const read = async () => (await producer.get(`/plans/${plan}`)).body;
    const [, second] = await linesOf(script);
    await producer.patch(`/lines/${second.id}`, 1, { settings: { strength: 1 } });
    expect(await read()).toMatchObject({ outdated: false, staleEdits: [] });
    await producer.patch(`/lines/${second.id}`, 2, { settings: { strength: 1.2 } });
    expect(await read()).toMatchObject({ outdated: true });
    const order = await orderOf(await plannedDub(server.platform, producer, dub, [10, 0, 5]));
    expect(order.lineSettings).toEqual([{ line: 1, ...asSaid, strength: 1.2 }]);
  });

  it('tells of edits whose sounds are not there any more', async () => {
    const { dub } = await ready();
    const { body } = await producer.post<{ id: string }>(`/dubs/${dub}/plans`);
    const stale = [{ line: 0, phone: 2, ipa: 'n' }];
    await doJobs(server.platform, {
      ...planOf([1, 1, 1]),
      cueMouths: () => ({ shots: [], cues: 0, stale }),
    });
    expect((await producer.get(`/plans/${body.id}`)).body).toMatchObject({ staleEdits: stale });
  });
});
