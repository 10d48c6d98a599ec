import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Line } from '@mondwerk/film';
import { Refusal } from '@mondwerk/film';
import type { PlanOrder } from '../../../apps/backend/src/pipeline/orders.ts';
import { Runs } from '../../../apps/backend/src/queue/tables.ts';
import { as, type Client } from '../client.ts';
import { analysisOf, bringFilm, bringUpload, TWO_PEOPLE } from '../sampleFilm.ts';
import { addOrganisation, startServer, tokenOf, type TestServer } from '../server.ts';
import { doJobs } from '../toldStages.ts';
import { planOf, plannedDub, readyDub } from './plannedDub.ts';

interface LineShown {
  readonly id: string;
  readonly version: number;
  readonly text: string;
  readonly character: string;
}

interface Items<Item> {
  readonly items: Item[];
}

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

const linesOf = async (script: string): Promise<LineShown[]> =>
  (await producer.get<Items<LineShown>>(`/scripts/${script}/lines`)).body.items;

/** What a plan's run was told, with the lines in the file that it names. */
async function ordered(plan: string): Promise<{ order: PlanOrder; lines: Line[] }> {
  const { body } = await producer.get<{ run: string }>(`/plans/${plan}`);
  const run = await server.platform.database.manager.findOneByOrFail(Runs, { id: body.run });
  const order = run.order as PlanOrder;
  const path = await server.platform.storage.localFile(order.script.key);
  return { order, lines: JSON.parse(await readFile(path, 'utf8')) as Line[] };
}

describe('a dub', () => {
  it('is in a language that can be pronounced, once a title', async () => {
    const { title } = await ready();
    const create = (language: string) => producer.post(`/titles/${title}/dubs`, { language });
    expect(await create('pt-br')).toMatchObject({
      status: 201,
      body: { language: 'pt-BR', settings: { fitVoice: false, voiceAsIs: false } },
    });
    expect(await create('pt-BR')).toMatchObject({ status: 409 });
    expect(await create('tlh-x')).toMatchObject({ status: 400 });
    expect(await create('xx')).toMatchObject({ status: 422, body: { type: '/problems/language-unknown' } });
  });

  it('needs a film', async () => {
    const { body } = await producer.post<{ id: string }>('/titles', { name: 'Nothing yet' });
    const answer = await producer.post(`/titles/${body.id}/dubs`, { language: 'es' });
    expect(answer).toMatchObject({ status: 422, body: { type: '/problems/source-missing' } });
  });

  it('goes over to a new source while it has no takes', async () => {
    const { title, dub } = await ready();
    const { id: source } = await bringFilm(server.platform, organisation, title);
    await doJobs(server.platform, analysisOf(TWO_PEOPLE));
    const moved = await producer.patch(`/dubs/${dub}`, 1, { source, settings: { fitVoice: true } });
    expect(moved.body).toMatchObject({ source, settings: { fitVoice: true, voiceAsIs: false } });
    const other = await ready();
    const foreign = await producer.patch(`/dubs/${dub}`, 2, { source: other.source });
    expect(foreign).toMatchObject({ status: 400, body: { type: '/problems/request-invalid' } });
  });
});

describe('a stem', () => {
  it('lasts about as long as the film, unless it is to be fitted', async () => {
    const { title, dub } = await ready();
    const bring = () =>
      bringUpload(server.platform, {
        ...{ organisation, title, purpose: 'stem', name: 'short.wav' },
        facts: { seconds: 4, channels: 1, sampleRate: 48_000 },
      });
    const refused = await producer.post(`/dubs/${dub}/stems`, { upload: await bring() });
    expect(refused).toMatchObject({ status: 422, body: { type: '/problems/voice-length' } });
    expect(refused.body.detail).toContain('short.wav lasts 4.0 s but film.mov lasts 10.0 s');
    await producer.patch(`/dubs/${dub}`, 1, { settings: { fitVoice: true } });
    const taken = await producer.post(`/dubs/${dub}/stems`, { upload: await bring() });
    expect(taken).toMatchObject({ status: 201, body: { kind: 'dialogue', seconds: 4 } });
    const { body } = await producer.get<Items<object>>(`/dubs/${dub}/stems`);
    expect(body.items).toMatchObject([{ name: 'short.wav' }]);
  });

  it('is an upload that was brought as one, for this title', async () => {
    const { title, dub } = await ready();
    const other = await ready();
    const script = await bringUpload(server.platform, {
      organisation,
      title,
      purpose: 'script',
      name: 'es.srt',
    });
    expect(await producer.post(`/dubs/${dub}/stems`, { upload: script })).toMatchObject({
      body: { type: '/problems/upload-purpose' },
    });
    const foreign = await bringUpload(server.platform, {
      ...{ organisation, title: other.title, purpose: 'stem', name: 'es.wav' },
    });
    expect(await producer.post(`/dubs/${dub}/stems`, { upload: foreign })).toMatchObject({ status: 400 });
  });
});

describe('a script', () => {
  it('becomes lines, and characters of those that it names', async () => {
    const { title, script } = await ready();
    const lines = await linesOf(script);
    expect(lines).toMatchObject([
      { index: 0, start: 0.5, end: 1.5, text: 'Buenos días.', offScreen: false },
      { index: 1, text: 'Buenos días, Anna.' },
      { index: 2, text: '¿Qué tal?' },
    ]);
    const { body } = await producer.get<Items<{ id: string; name: string }>>(`/titles/${title}/characters`);
    expect(body.items.map(({ name }) => name)).toEqual(['ANNA', 'BEN']);
    expect(lines.map(({ character }) => character)).toEqual([0, 1, 0].map((at) => body.items[at].id));
  });

  it('that cannot be read is refused under its own name, and nothing is left of it', async () => {
    const { title, dub } = await ready();
    const bring = (content: string) =>
      bringUpload(server.platform, { organisation, title, purpose: 'script', name: 'late.srt', content });
    const late = await producer.post(`/dubs/${dub}/scripts`, {
      upload: await bring('1\n00:01:00,000 --> 00:01:01,000\nTarde.\n'),
    });
    expect(late.body.type).toBe('/problems/line-after-end');
    expect(late.body.detail).toContain('late.srt');
    const odd = await producer.post(`/dubs/${dub}/scripts`, { upload: await bring('{\\rtf1}') });
    expect(odd.body).toMatchObject({
      type: '/problems/script-format',
      detail: expect.stringContaining('late.srt'),
    });
    expect((await producer.get<Items<object>>(`/dubs/${dub}/scripts`)).body.items).toHaveLength(1);
  });

  it('of the original is in the language of the title', async () => {
    const { title } = await ready();
    const upload = await bringUpload(server.platform, {
      ...{
        organisation,
        title,
        purpose: 'script',
        name: 'en.txt',
        content: 'ANNA: Good morning.\nBEN: Hello.',
      },
    });
    const original = await producer.post(`/titles/${title}/scripts`, { upload });
    expect(original).toMatchObject({ status: 201, body: { dub: null, language: 'en' } });
    const { body } = await producer.get<Items<object>>(`/titles/${title}/characters`);
    expect(body.items).toHaveLength(2);
  });

  it('has lines that stay in the order of their times', async () => {
    const { script } = await ready();
    const [, second] = await linesOf(script);
    const edit = (times: object) => producer.patch(`/lines/${second.id}`, second.version, { times });
    expect(await edit({ start: 5.5, end: 6 })).toMatchObject({ body: { type: '/problems/line-order' } });
    expect(await edit({ start: 3, end: 2 })).toMatchObject({ status: 400 });
    expect(await edit({ start: 2.5, end: 4 })).toMatchObject({ status: 200, body: { start: 2.5, end: 4 } });
  });
});

describe('a plan', () => {
  it('is made from what people have decided', async () => {
    const { title, dub, script, performers } = await ready();
    const { body } = await producer.get<Items<{ id: string; version: number }>>(
      `/titles/${title}/characters`,
    );
    const [anna, ben] = body.items;
    await producer.patch(`/characters/${anna.id}`, anna.version, { performer: performers[1], name: 'ANA' });
    await producer.patch(`/characters/${ben.id}`, ben.version, { offScreen: true });
    await producer.patch(`/performers/${performers[0]}`, 1, { ignored: true });
    const [first, second, third] = await linesOf(script);
    await producer.patch(`/lines/${first.id}`, first.version, { text: 'Muy buenas.' });
    const many = await producer.ask('PATCH', `/scripts/${script}/lines`, {
      lines: [second.id, third.id],
      offScreen: true,
    });
    expect(many.body).toEqual({ changed: 2 });

    const { order, lines } = await ordered(await plannedDub(server.platform, producer, dub, [10, 0, 5]));
    expect(order).toMatchObject({
      title,
      stems: [{ name: 'es.wav', character: null }],
      script: { name: 'es.srt', language: 'es' },
      original: null,
      performers: [{ id: performers[1], tracks: ['b1', 'b2'] }],
      casting: {
        characters: [
          { character: 'ANA', performer: performers[1] },
          { character: 'BEN', performer: null },
        ],
        lines: [
          { line: 1, performer: null },
          { line: 2, performer: null },
        ],
      },
    });
    expect(lines[0]).toEqual({
      index: 0,
      text: 'Muy buenas.',
      character: 'ANA',
      span: { start: 0.5, end: 1.5 },
    });
  });

  it('says before anyone pays what would be rendered', async () => {
    const { dub } = await ready();
    const plan = await plannedDub(server.platform, producer, dub, [10, 0, 5]);
    expect((await producer.get(`/plans/${plan}`)).body).toMatchObject({
      ...{ state: 'ready', problem: null, shots: 2, frames: 15, seconds: 1.5 },
    });
    const { body } = await producer.get<Items<object>>(`/plans/${plan}/shots`);
    expect(body.items).toMatchObject([
      { index: 0, start: 0, end: 48, frames: 10, mouths: 10, leftAlone: 2, lines: [0] },
      { index: 1, mouths: 0 },
      { index: 2, frames: 5, seconds: 0.5 },
    ]);
  });

  it('tells when something that it was made from has changed', async () => {
    const { dub, script, performers } = await ready();
    const plan = await plannedDub(server.platform, producer, dub, [10, 0, 5]);
    const outdated = async (): Promise<unknown> => (await producer.get(`/plans/${plan}`)).body.outdated;
    expect(await outdated()).toBe(false);
    await producer.patch(`/performers/${performers[0]}`, 1, { name: 'Anna' });
    expect(await outdated()).toBe(false);
    const [line] = await linesOf(script);
    await producer.patch(`/lines/${line.id}`, line.version, { text: 'Buenas.' });
    expect(await outdated()).toBe(true);
    await producer.patch(`/lines/${line.id}`, line.version + 1, { text: line.text });
    expect(await outdated()).toBe(false);
    await producer.delete(`/scripts/${script}`);
    expect(await outdated()).toBe(true);
  });

  it('is refused with what is missing', async () => {
    const { body } = await producer.post<{ id: string }>('/titles', { name: 'Incomplete' });
    await bringFilm(server.platform, organisation, body.id);
    const { body: dub } = await producer.post<{ id: string }>(`/titles/${body.id}/dubs`, { language: 'es' });
    const plan = async (): Promise<unknown> => (await producer.post(`/dubs/${dub.id}/plans`)).body.detail;
    expect(await plan()).toContain('film.mov has not been analysed');
    await doJobs(server.platform, analysisOf(TWO_PEOPLE));
    expect(await plan()).toContain('it has no voice');
  });

  it('that fails says why, and another one can be made', async () => {
    const { dub } = await ready();
    const { body } = await producer.post<{ id: string }>(`/dubs/${dub}/plans`);
    expect(await producer.post(`/dubs/${dub}/plans`)).toMatchObject({ status: 409 });
    const told = planOf([1, 1, 1]);
    await doJobs(server.platform, {
      ...told,
      alignSpeech: () => new Refusal('voice-silent', 'es.wav is silent.'),
    });
    expect((await producer.get(`/plans/${body.id}`)).body).toMatchObject({
      state: 'failed',
      problem: 'alignSpeech: es.wav is silent.',
    });
    expect(await producer.post(`/dubs/${dub}/plans`)).toMatchObject({ status: 201 });
    await doJobs(server.platform, told);
  });
});
