import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { as, type Client } from '../client.ts';
import { makeLighthouse, recordRights, RENDERED, type Lighthouse } from '../lighthouse.ts';
import { addOrganisation, startServer, tokenOf, type TestServer } from '../server.ts';
import { doJobs } from '../toldStages.ts';

interface Note {
  readonly id: string;
  readonly version: number;
  readonly text: string;
  readonly detail: string;
}

let server: TestServer;
const clients = {} as Record<'producer' | 'reviewer' | 'client', Client>;
let film: Lighthouse;
let take: string;

beforeAll(async () => {
  server = await startServer();
  const people = await addOrganisation(server.platform, 'producer', 'reviewer', 'client');
  for (const role of ['producer', 'reviewer', 'client'] as const) {
    clients[role] = as(server, await tokenOf(server, people[role]));
  }
  film = await makeLighthouse(server.platform, clients.producer, people.organisation);
  await recordRights(clients.producer, film.performers[1]);
  await clients.producer.post(`/plans/${film.plan}/renders`, { shots: [{ shot: film.shots[1] }] });
  await doJobs(server.platform, RENDERED);
  const { body } = await clients.client.get<{ items: { id: string }[] }>(`/dubs/${film.dub}/takes`);
  take = body.items[0].id;
});
afterAll(() => server.close());

const write = (who: Client, note: object) => who.post<Note>(`/dubs/${film.dub}/notes`, note);

const list = async (query: string): Promise<string[]> => {
  const { body } = await clients.client.get<{ items: Note[] }>(`/dubs/${film.dub}/notes?${query}`);
  return body.items.map(({ text }) => text);
};

const drawing = {
  strokes: [
    {
      colour: '#FF8800',
      width: 0.01,
      points: [
        [0, 0.5],
        [1, 0.25],
      ],
    },
  ],
};

describe('a note', () => {
  it('is on frames of the dub or of a take, and may be drawn', async () => {
    const { body, status } = await write(clients.client, { take, start: 50, end: 60, text: 'lips', drawing });
    expect(status).toBe(201);
    expect(body).toMatchObject({ take, drawing: { strokes: [{ colour: '#ff8800' }] }, resolvedAt: null });
    expect((await clients.reviewer.get(`/notes/${body.id}`)).body).toEqual(body);
  });

  it('is found by the frames that it is on', async () => {
    for (const [start, end] of [
      [0, 10],
      [10, 20],
      [15, 30],
      [200, 240],
    ]) {
      await write(clients.reviewer, { start, end, text: `${start}-${end}` });
    }
    expect(await list('from=10&to=15')).toEqual(['10-20']);
    expect(await list('from=19&to=201&resolved=false')).toEqual(
      expect.arrayContaining(['10-20', '15-30', '200-240']),
    );
    expect(await list('to=10')).toEqual(['0-10']);
    expect(await list(`take=${take}&limit=1`)).toEqual(['lips']);
  });

  it.each([
    [{ start: 5, end: 5 }, 422, /ends after it starts/],
    [{ start: 230, end: 241 }, 422, /The film has the frames 0 to 239/],
    [{ start: 40, end: 50, own: true }, 422, /The take has the frames 48 to 119/],
    [{ start: 0, end: 1, text: ' ' }, 400, /text/],
    [{ start: 0, end: 1, drawing: { strokes: [] } }, 400, /strokes/],
    [
      { start: 0, end: 1, drawing: { strokes: [{ ...drawing.strokes[0], points: [[0, 1.2]] }] } },
      400,
      /points/,
    ],
    [{ start: 0, end: 1, drawing: { strokes: [{ ...drawing.strokes[0], colour: 'red' }] } }, 400, /colour/],
  ])('that makes no sense is refused: %j', async (changes, status, sentence) => {
    const { own, ...note } = { text: 'x', own: false, ...changes };
    const answer = await write(clients.client, { ...note, ...(own ? { take } : {}) });
    expect(answer.status).toBe(status);
    expect(answer.body.detail).toMatch(sentence);
  });

  it('is changed and deleted by who wrote it and by producers, and by nobody else', async () => {
    const { body: note } = await write(clients.reviewer, { start: 1, end: 2, text: 'mine' });
    const path = `/notes/${note.id}`;
    expect((await clients.client.patch(path, note.version, { text: 'theirs' })).status).toBe(403);
    expect((await clients.client.delete(path)).status).toBe(403);
    const { body: changed } = await clients.reviewer.patch<Note>(path, note.version, {
      text: 'better',
      end: 3,
    });
    expect(changed).toMatchObject({ text: 'better', end: 3 });
    expect((await clients.producer.patch(path, note.version, { text: 'too late' })).status).toBe(412);
    expect((await clients.producer.patch(path, changed.version, { end: 1 })).status).toBe(422);
    expect((await clients.producer.delete(path)).status).toBe(204);
    expect((await clients.producer.get(path)).status).toBe(404);
  });

  it('is said to be dealt with, and not', async () => {
    const { body: note } = await write(clients.client, { start: 3, end: 4, text: 'done?' });
    const resolve = (version: number, resolved: boolean) =>
      clients.reviewer.post<Note>(`/notes/${note.id}/resolve`, { resolved }, { 'if-match': `"${version}"` });
    const { body: resolved } = await resolve(note.version, true);
    expect(resolved).toMatchObject({ resolvedAt: expect.any(String) });
    expect(await list('resolved=true')).toEqual(['done?']);
    expect((await resolve(resolved.version, false)).body).toMatchObject({ resolvedAt: null });
  });
});
