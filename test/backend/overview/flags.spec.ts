import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OutcomeOf } from '../../../apps/backend/src/pipeline/outcomes.ts';
import { as, type Client } from '../client.ts';
import { plannedDub, readyDub } from '../dubs/plannedDub.ts';
import { store } from '../lighthouse.ts';
import { recordConsent, renderingOf } from '../renders/renderedDub.ts';
import { addOrganisation, startServer, tokenOf, type TestServer } from '../server.ts';
import { doJobs } from '../toldStages.ts';

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

type Flag = OutcomeOf['inspect']['lips']['flags'][number];

const flag = (shot: number, frame: number): Flag => ({
  ...{ shot, line: shot, ipa: 'm', frame, timecode: '01:00:00:00', performer: 'somebody' },
  ...{ wantedGap: 0, seenGap: 0.1 },
});

/** What a rendering tells whose lips are to be looked at in these frames. */
const renderingWith = (flags: readonly Flag[], report = 'titles/x/report.json') => ({
  ...renderingOf(),
  inspect: (): OutcomeOf['inspect'] => ({
    report: { key: report, sha256: 'c'.repeat(64), bytes: 5 },
    lips: { checked: 3, reached: 3 - flags.length, flags: [...flags] },
    untouchedEqual: true,
  }),
});

describe('the flags of a dub', () => {
  it('are those of the take of each shot that counts', async () => {
    const { dub, performers } = await readyDub(server.platform, producer, organisation);
    const plan = await plannedDub(server.platform, producer, dub, [10, 10, 10]);
    await recordConsent(producer, performers);
    const flags = async (): Promise<unknown> => (await producer.get(`/dubs/${dub}/flags`)).body.flags;
    const takes = async () =>
      (
        await producer.get<{ items: { id: string; index: number; flagged: number | null }[] }>(
          `/dubs/${dub}/takes`,
        )
      ).body.items;
    await producer.post(`/plans/${plan}/renders`);
    const told = renderingWith([flag(2, 130), flag(0, 9), flag(0, 3)]);
    await doJobs(server.platform, { ...told, inspect: undefined });
    expect((await takes()).map(({ flagged }) => flagged)).toEqual([null, null, null]);
    expect(await flags()).toEqual([]);

    await producer.post(`/plans/${plan}/renders`);
    await doJobs(server.platform, told);
    const newest = [0, 1, 2].map((shot) => takes().then((all) => all.find(({ index }) => index === shot)!));
    const [first, second, third] = await Promise.all(newest);
    expect([first, second, third].map(({ flagged }) => flagged)).toEqual([2, 0, 1]);
    expect(await flags()).toEqual([
      { ...flag(0, 3), take: first.id },
      { ...flag(0, 9), take: first.id },
      { ...flag(2, 130), take: third.id },
    ]);

    await producer.post(`/plans/${plan}/renders`);
    await doJobs(server.platform, renderingWith([flag(1, 50)]));
    expect(await flags()).toMatchObject([{ shot: 1, frame: 50 }]);
  });

  it('come with the report of their takes', async () => {
    const { dub, performers } = await readyDub(server.platform, producer, organisation);
    const plan = await plannedDub(server.platform, producer, dub, [10, 0, 0]);
    await recordConsent(producer, performers);
    await producer.post(`/plans/${plan}/renders`);
    const told = renderingWith([], 'titles/y/report.json');
    await doJobs(server.platform, { ...told, inspect: undefined });
    const report = async () => {
      const { body } = await producer.get<{ items: { id: string }[] }>(`/dubs/${dub}/takes`);
      return producer.get(`/takes/${body.items[0].id}/report`);
    };
    expect(await report()).toMatchObject({
      status: 404,
      body: { detail: expect.stringContaining('inspected') },
    });
    await store(server.platform, 'titles/y/report.json', '{"report":1}');
    await producer.post(`/plans/${plan}/renders`);
    await doJobs(server.platform, told);
    expect(await report()).toMatchObject({ status: 200, body: { report: 1 } });
  });
});
