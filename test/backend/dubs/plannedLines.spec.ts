import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { as, type Client } from '../client.ts';
import { store } from '../lighthouse.ts';
import { addOrganisation, startServer, tokenOf, type TestServer } from '../server.ts';
import { mouthsFile, PLANNED_FILES } from '../toldLines.ts';
import { plannedDub, readyDub, type ReadyDub } from './plannedDub.ts';

let server: TestServer;
let producer: Client;
let client: Client;
let dub: ReadyDub;
let plan: string;
beforeAll(async () => {
  server = await startServer();
  const people = await addOrganisation(server.platform, 'producer', 'client');
  producer = as(server, await tokenOf(server, people.producer));
  client = as(server, await tokenOf(server, people.client));
  dub = await readyDub(server.platform, producer, people.organisation);
  plan = await plannedDub(server.platform, producer, dub.dub, [10, 0, 5]);
});
afterAll(() => server.close());

describe('the voice of a plan', () => {
  it('is heard by Range, by everyone who reviews its takes', async () => {
    expect((await producer.get(`/plans/${plan}`)).body.hearing).toEqual({ bytes: 9, peaksPerSecond: 100 });
    expect(await client.get(`/plans/${plan}/voice`)).toMatchObject({ status: 410 });
    await store(server.platform, PLANNED_FILES.voice.key, PLANNED_FILES.voice.content);
    await store(server.platform, PLANNED_FILES.peaks.key, PLANNED_FILES.peaks.content);
    const part = await client.get(`/plans/${plan}/voice`, { range: 'bytes=4-8' });
    expect(part).toMatchObject({ status: 206, body: 'voice' });
    expect(part.headers.get('content-type')).toBe('audio/mp4');
    expect(await client.get(`/plans/${plan}/peaks`)).toMatchObject({ status: 200, body: 'peaks' });
  });

  it('is not there while the plan is made', async () => {
    const asked = await producer.post<{ id: string }>(`/dubs/${dub.dub}/plans`);
    const { body } = await producer.get(`/plans/${asked.body.id}`);
    expect(body.hearing).toBeNull();
    expect(await producer.get(`/plans/${asked.body.id}/voice`)).toMatchObject({
      status: 404,
      body: { detail: expect.stringContaining('wait until it is ready') },
    });
    const [first] = (await producer.get<{ items: object[] }>(`/plans/${asked.body.id}/lines`)).body.items;
    expect(first).toBeUndefined();
    expect(await producer.get(`/plans/${asked.body.id}/lines/0/mouth`)).toMatchObject({ status: 404 });
  });
});

describe('the lines of a plan', () => {
  it('tell where they are said, what is rendered of them, and how badly the old mouth fits', async () => {
    const first = await producer.get<{ items: object[]; next: string }>(`/plans/${plan}/lines?limit=1`);
    expect(first.body.items).toEqual([
      {
        ...{ index: 0, start: 0.5, end: 1.5, confidence: 0.9, fits: true, frames: 1, leftOut: null },
        ...{ mismatch: 0.5, mismatchReason: 'lips-open', problem: null, lateBy: 0.1 },
        spoken: [
          {
            ...{ shot: 0, start: 12, end: 14, performer: dub.performers[0], doubt: null, frames: 1 },
            passed: [{ reason: 'hidden', frames: 1 }],
          },
        ],
      },
    ]);
    const rest = await producer.get<{ items: object[] }>(`/plans/${plan}/lines?after=${first.body.next}`);
    expect(rest.body).toMatchObject({
      items: [
        {
          index: 1,
          spoken: [],
          mismatch: null,
          mismatchReason: null,
          leftOut: 'not-heard',
          problem: 'not-heard',
        },
      ],
      next: null,
    });
  });

  it('tell each by itself what its mouths do', async () => {
    const content = mouthsFile(dub.performers[0]);
    await store(server.platform, PLANNED_FILES.mouths.key, content);
    const lines = content.trimEnd().split('\n');
    for (const index of [0, 1]) {
      const { status, body } = await producer.get(`/plans/${plan}/lines/${index}/mouth`);
      expect({ status, body }).toEqual({ status: 200, body: JSON.parse(lines[index]) });
    }
    for (const index of ['2', '-1', 'x', '99999999999', '0%20']) {
      expect((await producer.get(`/plans/${plan}/lines/${index}/mouth`)).status).toBe(404);
    }
  });
});
