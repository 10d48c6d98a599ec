import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlanOrder } from '../../../apps/backend/src/pipeline/orders.ts';
import { Runs } from '../../../apps/backend/src/queue/tables.ts';
import { as, type Client } from '../client.ts';
import { addOrganisation, startServer, tokenOf, type TestServer } from '../server.ts';
import { bringUpload } from '../sampleFilm.ts';
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

describe('the mouth of a performer', () => {
  it('moves as predicted until people want it otherwise, in every dub that is planned then', async () => {
    const { dub, title } = await ready();
    const plan = await plannedDub(server.platform, producer, dub, [10, 0, 5]);
    const cast = (
      await producer.get<{ items: { id: string; version: number; strength: number }[] }>(
        `/titles/${title}/performers`,
      )
    ).body.items;
    expect(cast.map(({ strength }) => strength)).toEqual([1, 1]);
    const [{ id, version }] = cast;
    for (const strength of [0.4, 1.6, 'loud', null]) {
      expect(await producer.patch(`/performers/${id}`, version, { strength })).toMatchObject({ status: 400 });
    }
    const changed = await producer.patch(`/performers/${id}`, version, { strength: 0.9 });
    expect(changed).toMatchObject({ status: 200, body: { strength: 0.9 } });
    expect((await producer.get(`/plans/${plan}`)).body).toMatchObject({ outdated: true });
    const { performers } = await orderOf(await plannedDub(server.platform, producer, dub, [10, 0, 5]));
    expect(performers!.map((each) => each.strength).sort()).toEqual([0.9, 1]);
  });
});

describe('a dub', () => {
  it('follows the loudness and renders all lines, until people want it otherwise', async () => {
    const { dub } = await ready();
    const plan = () => plannedDub(server.platform, producer, dub, [10, 0, 5]);
    expect((await orderOf(await plan())).settings).toMatchObject({
      followLoudness: true,
      onlyVisible: false,
    });
    const settings = { followLoudness: false, onlyVisible: true };
    expect(await producer.patch(`/dubs/${dub}`, 1, { settings })).toMatchObject({ body: { settings } });
    expect((await orderOf(await plan())).settings).toMatchObject(settings);
  });
});

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

  it('stays as people wanted it when a new version of the script has the line', async () => {
    const { title, dub, script } = await ready();
    const [first, second, third] = await linesOf(script);
    const cues = [{ cue, muted: true }];
    await producer.patch(`/lines/${first.id}`, 1, { settings: { offset: 0.1, cues } });
    await producer.patch(`/lines/${second.id}`, 1, { settings: { strength: 0.8, cues } });
    await producer.patch(`/lines/${third.id}`, 1, { settings: { leave: true } });
    const again = `1
00:00:00,200 --> 00:00:00,400
Ah.

2
00:00:00,600 --> 00:00:01,600
ANNA: ¡Buenos días!

3
00:00:02,100 --> 00:00:04,100
BEN: Hola, Anna.
`;
    const upload = await bringUpload(server.platform, {
      ...{ organisation, title, purpose: 'script', name: 'es2.srt', content: again },
    });
    const { body } = await producer.post<{ id: string }>(`/dubs/${dub}/scripts`, { upload });
    expect(await linesOf(body.id)).toMatchObject([
      { settings: asSaid },
      { settings: { ...asSaid, offset: 0.1, cues } },
      { settings: { ...asSaid, strength: 0.8, cues: [] } },
    ]);
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
