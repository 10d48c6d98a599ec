import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { as, type Client } from '../client.ts';
import { planOf, plannedDub, readyDub, SCRIPT, type ReadyDub } from '../dubs/plannedDub.ts';
import { recordConsent, renderingOf } from '../renders/renderedDub.ts';
import { bringUpload } from '../sampleFilm.ts';
import { addOrganisation, startServer, tokenOf, type TestServer } from '../server.ts';
import { toldLines } from '../toldLines.ts';
import { doJobs } from '../toldStages.ts';

let server: TestServer;
let organisation: string;
let producer: Client;
let client: Client;
beforeAll(async () => {
  server = await startServer();
  const people = await addOrganisation(server.platform, 'producer', 'client');
  organisation = people.organisation;
  producer = as(server, await tokenOf(server, people.producer));
  client = as(server, await tokenOf(server, people.client));
});
afterAll(() => server.close());

interface Shot {
  readonly index: number;
  readonly state: string;
  readonly take: { readonly id: string; readonly number: number; readonly openNotes: number } | null;
}

const shotsOf = async ({ dub }: ReadyDub, who = producer): Promise<Shot[]> =>
  (await who.get<{ shots: Shot[] }>(`/dubs/${dub}/timeline`)).body.shots;

const statesOf = async (ready: ReadyDub): Promise<string[]> =>
  (await shotsOf(ready)).map(({ state }) => state);

/** A dub with new mouths in so many frames of each shot, whose performers may be dubbed. */
async function plannedFilm(
  mouths: readonly number[],
): Promise<ReadyDub & { readonly render: () => Promise<void> }> {
  const ready = await readyDub(server.platform, producer, organisation);
  const plan = await plannedDub(server.platform, producer, ready.dub, mouths);
  await recordConsent(producer, ready.performers);
  return {
    ...ready,
    render: async () => {
      const { status, body } = await producer.post(`/plans/${plan}/renders`);
      expect(status, JSON.stringify(body)).toBe(201);
    },
  };
}

const decide = async (take: string, version: number, body: object): Promise<void> => {
  const answer = await producer.post(`/takes/${take}/verdicts`, body, { 'if-match': `"${version}"` });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
};

describe('the timeline of a source', () => {
  it('has every shot and every face, each with its frames', async () => {
    const { source, performers } = await readyDub(server.platform, producer, organisation);
    const { body } = await producer.get<{ tracks: object[] }>(`/sources/${source}/timeline`);
    expect(body).toMatchObject({
      shots: [
        { index: 0, start: 0, end: 48 },
        { index: 1, start: 48, end: 120 },
        { index: 2, start: 120, end: 240 },
      ],
    });
    const anna = { shot: 0, performer: performers[0], start: 0, end: 48, height: 0.5, frontal: 0.9 };
    expect(body.tracks[0]).toEqual({ id: expect.any(String), ...anna });
    expect(body.tracks).toMatchObject([
      { shot: 0 },
      { shot: 1, performer: performers[1] },
      { shot: 2 },
      { shot: 2 },
    ]);
  });

  it('shows no faces to those who may not see performers', async () => {
    const { source } = await readyDub(server.platform, producer, organisation);
    const { body } = await client.get(`/sources/${source}/timeline`);
    expect(body).toMatchObject({ shots: [{}, {}, {}], tracks: null });
  });
});

describe('the timeline of a dub', () => {
  it('has the lines of the newest script', async () => {
    const { dub } = await readyDub(server.platform, producer, organisation);
    const { body } = await client.get<{ lines: object[] }>(`/dubs/${dub}/timeline`);
    expect(body.lines).toHaveLength(3);
    expect(body.lines[1]).toEqual({
      ...{ id: expect.any(String), index: 1, start: 2, end: 4, text: 'Buenos días, Anna.' },
      ...{ character: expect.any(String), offScreen: false, aligned: false },
    });
  });

  it('has the times at which the voice says a line, where the newest plan heard it in this script', async () => {
    const { dub, title } = await readyDub(server.platform, producer, organisation);
    await plannedDub(server.platform, producer, dub, [10, 0, 10]);
    const timesOf = async (): Promise<unknown> => {
      const { body } = await producer.get<{ lines: Record<string, unknown>[] }>(`/dubs/${dub}/timeline`);
      return body.lines.map(({ start, end, aligned }) => [start, end, aligned]);
    };
    const script = [
      [2, 4, false],
      [5, 7, false],
    ];
    expect(await timesOf()).toEqual([[0.5, 1.5, true], ...script]);
    const about = { organisation, title, purpose: 'script', name: 'new.srt' } as const;
    const upload = await bringUpload(server.platform, { ...about, content: SCRIPT.replace('500', '600') });
    await producer.post(`/dubs/${dub}/scripts`, { upload });
    expect(await timesOf()).toEqual([[0.6, 1.5, false], ...script]);
  });

  it('tells also those who see no plans where its voice is heard', async () => {
    const { dub } = await readyDub(server.platform, producer, organisation);
    const voiceOf = async (): Promise<unknown> => (await client.get(`/dubs/${dub}/timeline`)).body.voice;
    expect(await voiceOf()).toBeNull();
    const plan = await plannedDub(server.platform, producer, dub, [10, 0, 10]);
    expect(await voiceOf()).toBe(plan);
  });

  it('follows each shot from nothing through its plan and its rendering to a take', async () => {
    const ready = await readyDub(server.platform, producer, organisation);
    expect(await statesOf(ready)).toEqual(['untouched', 'untouched', 'untouched']);
    const plan = await plannedDub(server.platform, producer, ready.dub, [10, 0, 10]);
    expect(await statesOf(ready)).toEqual(['to-render', 'untouched', 'to-render']);
    await recordConsent(producer, ready.performers);
    await producer.post(`/plans/${plan}/renders`);
    expect(await statesOf(ready)).toEqual(['rendering', 'untouched', 'rendering']);
    await doJobs(server.platform, { gatherSources: renderingOf().gatherSources });
    expect(await statesOf(ready)).toEqual(['rendering', 'untouched', 'rendering']);
  });

  it('says of a shot that it matches where the plan finds that nobody would notice the old mouths', async () => {
    const film = await readyDub(server.platform, producer, organisation);
    await producer.post(`/dubs/${film.dub}/plans`);
    const told = planOf([10, 10, 10]);
    const { lines, ...rest } = toldLines(film.performers);
    const said = (line: number, shot: number, mismatchReason: 'fits' | 'lips-open') => ({
      ...{ ...lines[0], line, mismatchReason },
      spoken: [{ ...lines[0].spoken[0], shot }],
    });
    await doJobs(server.platform, {
      ...told,
      planLines: (job) => ({
        ...{ ...told.planLines!(job), ...rest },
        lines: [said(0, 0, 'fits'), said(1, 1, 'fits'), said(2, 1, 'lips-open')],
      }),
    });
    expect(await statesOf(film)).toEqual(['matches', 'to-render', 'to-render']);
    const { body } = await producer.get(`/titles/${film.title}/summary`);
    expect(body).toMatchObject({
      dubs: [
        { shots: { planned: 3, toRender: 2, matches: 1 }, waits: [{ code: 'start-rendering', count: 2 }] },
      ],
    });
  });

  it('tells which take counts, what was decided of it and how many notes on it are open', async () => {
    const film = await plannedFilm([10, 10, 10]);
    await film.render();
    await doJobs(server.platform, renderingOf());
    const [first, second, third] = (await shotsOf(film)).map(({ take }) => take!);
    for (const text of ['late', 'early']) {
      await producer.post(`/dubs/${film.dub}/notes`, { take: third.id, start: 1, end: 2, text });
    }
    const { body } = await producer.get<{ items: { id: string; version: number }[] }>(
      `/dubs/${film.dub}/notes`,
    );
    const [{ id, version }] = body.items;
    await producer.post(`/notes/${id}/resolve`, {}, { 'if-match': `"${version}"` });
    await decide(first.id, 1, { verdict: 'approved' });
    await decide(second.id, 1, { verdict: 'sent-back', reason: 'late' });
    expect(await shotsOf(film)).toEqual([
      { index: 0, state: 'approved', take: { id: first.id, number: 1, openNotes: 0 } },
      { index: 1, state: 'sent-back', take: { id: second.id, number: 1, openNotes: 0 } },
      { index: 2, state: 'to-review', take: { id: third.id, number: 1, openNotes: 1 } },
    ]);
  });

  it('counts the approved take while none is to be reviewed, and not a newer one that was sent back', async () => {
    const film = await plannedFilm([10, 0, 0]);
    await film.render();
    await doJobs(server.platform, renderingOf());
    const [{ take: first }] = await shotsOf(film);
    await film.render();
    await doJobs(server.platform, renderingOf());
    const [{ take: second }] = await shotsOf(film);
    expect(second).toMatchObject({ number: 2 });
    await decide(first!.id, 2, { verdict: 'approved' });
    expect(await shotsOf(film)).toMatchObject([{ state: 'to-review', take: { number: 2 } }, {}, {}]);
    await decide(second!.id, 1, { verdict: 'sent-back', reason: 'the first was better' });
    expect(await shotsOf(film)).toMatchObject([{ state: 'approved', take: { number: 1 } }, {}, {}]);
  });

  it('shows a shot as failed until another run has made a take of it', async () => {
    const film = await plannedFilm([10, 10, 0]);
    await film.render();
    await doJobs(server.platform, renderingOf());
    await film.render();
    await doJobs(server.platform, { ...renderingOf(), renderMouths: renderingOf([1]).renderMouths });
    await server.platform.database.query(
      `UPDATE jobs SET state = 'failed' FROM runs WHERE run = runs.id AND dub = $1 AND stage = 'renderMouths' AND shot = 1
         AND jobs.state <> 'done'`,
      [film.dub],
    );
    expect(await statesOf(film)).toEqual(['to-review', 'failed', 'untouched']);
    await film.render();
    await doJobs(server.platform, renderingOf());
    expect(await statesOf(film)).toEqual(['to-review', 'to-review', 'untouched']);
    const { body } = await producer.get(`/titles/${film.title}/summary`);
    expect(body).toMatchObject({ dubs: [{ shots: { planned: 2, toReview: 2, failed: 0 } }] });
  });
});
