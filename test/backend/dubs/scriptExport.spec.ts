import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linesOf, parseScript } from '@mondwerk/speech';
import type { PlanOrder } from '../../../apps/backend/src/pipeline/orders.ts';
import { Runs } from '../../../apps/backend/src/queue/tables.ts';
import { as, type Client } from '../client.ts';
import { bringUpload } from '../sampleFilm.ts';
import { addOrganisation, startServer, tokenOf, type TestServer } from '../server.ts';
import { plannedDub, readyDub } from './plannedDub.ts';

interface LineShown {
  readonly id: string;
  readonly version: number;
  readonly text: string;
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

/** A rhythm band of a film of ten seconds that is numbered from an hour, with a cut, marks and a line off screen. */
const BAND = `<detx><header><title>Paseo</title><videofile timestamp="01:00:00:00">walk.mov</videofile></header>
<roles><role id="r1" name="ANNA" color="#00bb00"/><role id="r2" name="Narrador"/></roles>
<body><shot timecode="01:00:01:00"/>
<line role="r1" track="1"><lipsync timecode="01:00:02:00" type="in_open"/><text>Muy </text><lipsync timecode="01:00:02:12" type="mpb"/><text>bien.</text><lipsync timecode="01:00:03:00" type="out_close"/></line>
<line role="r2" track="2" voice="off"><lipsync timecode="01:00:04:00" type="neutral"/><text>Era de noche.</text><lipsync timecode="01:00:05:12" type="neutral"/></line>
</body></detx>`;

async function withBand(): Promise<{ title: string; dub: string; script: string }> {
  const { title, dub } = await readyDub(server.platform, producer, organisation);
  const upload = await bringUpload(server.platform, {
    ...{ organisation, title, purpose: 'script', name: 'band.detx', content: BAND },
  });
  const { body } = await producer.post<{ id: string }>(`/dubs/${dub}/scripts`, { upload });
  return { title, dub, script: body.id };
}

const lines = async (script: string): Promise<LineShown[]> =>
  (await producer.get<{ items: LineShown[] }>(`/scripts/${script}/lines`)).body.items;

const exported = async (path: string) => {
  const { status, headers, body } = await producer.get<string>(path);
  expect(status).toBe(200);
  return { headers, content: body };
};

describe('a script that is brought', () => {
  it('keeps of its lines who is seen and where lips were marked, at the frame rate of the film', async () => {
    const { dub, script } = await withBand();
    expect(await lines(script)).toMatchObject([
      {
        ...{ text: 'Muy bien.', start: 2, end: 3, offScreen: false, onScreen: null, language: null },
        marks: [
          { kind: 'in-open', at: 2 },
          { kind: 'mpb', at: 2.5 },
          { kind: 'out-close', at: 3 },
        ],
      },
      { text: 'Era de noche.', start: 4, end: 5.5, offScreen: true, onScreen: 'off' },
    ]);
    const { body } = await producer.get<{ items: { remarks: string[] }[] }>(`/dubs/${dub}/scripts`);
    expect(body.items[0].remarks).toEqual([
      'The script band.detx says that the film begins at 01:00:00:00: its times are counted from there.',
    ]);
  });

  it('gives the pipeline marks, languages and who is seen, as people left them', async () => {
    const { dub, script } = await withBand();
    const [first, second] = await lines(script);
    await producer.patch(`/lines/${first.id}`, first.version, { language: 'fr' });
    await producer.patch(`/lines/${second.id}`, second.version, { offScreen: false });
    const plan = await plannedDub(server.platform, producer, dub, [10, 0, 5]);
    const { body } = await producer.get<{ run: string }>(`/plans/${plan}`);
    const run = await server.platform.database.manager.findOneByOrFail(Runs, { id: body.run });
    const path = await server.platform.storage.localFile((run.order as PlanOrder).script.key);
    const told = JSON.parse(await readFile(path, 'utf8')) as object[];
    expect(told[0]).toMatchObject({
      language: 'fr',
      marks: [{ kind: 'in-open' }, { kind: 'mpb', at: 2.5 }, {}],
    });
    expect(told[1]).not.toHaveProperty('onScreen');
  });

  it('is counted from where a person says', async () => {
    const { title, dub } = await readyDub(server.platform, producer, organisation);
    const bring = (content: string) =>
      bringUpload(server.platform, { organisation, title, purpose: 'script', name: 'ten.srt', content });
    const ten = '1\n10:00:02:12 --> 10:00:03:00\nA las diez.\n';
    const upload = await bring(ten);
    const made = await producer.post<{ id: string }>(`/dubs/${dub}/scripts`, {
      upload,
      start: '10:00:01:00',
      rate: '24',
    });
    expect(made.status).toBe(201);
    expect(await lines(made.body.id)).toMatchObject([{ start: 1.5, end: 2 }]);
    const again = await producer.post<{ id: string; remarks: string[] }>(`/dubs/${dub}/scripts`, {
      upload: await bring(ten),
    });
    expect(again.body.remarks).toMatchObject([expect.stringContaining('count from 10:00:00:00')]);
    expect(await lines(again.body.id)).toMatchObject([{ start: 2.5, end: 3 }]);
    const wrong = await producer.post(`/dubs/${dub}/scripts`, { upload: await bring(ten), rate: 'many' });
    expect(wrong).toMatchObject({ status: 400, body: { type: '/problems/request-invalid' } });
  });
});

describe('a script that goes out', () => {
  it('has everything that came in, and what people changed', async () => {
    const { dub, script } = await withBand();
    const [first, second] = await lines(script);
    await producer.patch(`/lines/${second.id}`, second.version, { text: 'Era casi de noche.' });
    await producer.patch(`/lines/${first.id}`, first.version, { times: { start: 1.5, end: 3 } });
    const { content, headers } = await exported(`/dubs/${dub}/script?format=detx`);
    expect(headers.get('content-disposition')).toContain('filename="band.detx"');
    expect(headers.get('content-type')).toBe('application/xml; charset=utf-8');
    const back = parseScript(content, { rate: { num: 24, den: 1 } }, 'band.detx');
    expect(back).toMatchObject({
      title: 'Paseo',
      cuts: [1],
      characters: [
        { id: 'r1', name: 'ANNA', color: '#00bb00' },
        { id: 'r2', name: 'Narrador' },
      ],
      lines: [
        { span: { start: 1.5, end: 3 }, track: 1 },
        { track: 2, onScreen: 'off' },
      ],
    });
    expect(linesOf(back).map(({ text }) => text)).toEqual(['Muy bien.', 'Era casi de noche.']);
    expect(linesOf(back)[0].marks).toContainEqual({ kind: 'mpb', at: 2.5 });
  });

  it.each(['srt', 'vtt', 'ttml', 'dapt', 'csv'] as const)('reads the same as %s', async (format) => {
    const { dub } = await withBand();
    const { content } = await exported(`/dubs/${dub}/script?format=${format}`);
    expect(
      linesOf(parseScript(content, {}, 'x')).map(({ text, character, span }) => [text, character, span]),
    ).toEqual([
      ['Muy bien.', 'ANNA', { start: 2, end: 3 }],
      ['Era de noche.', 'Narrador', { start: 4, end: 5.5 }],
    ]);
  });

  it('has the times at which the voice was heard, once the dub is planned', async () => {
    const { dub } = await withBand();
    const path = `/dubs/${dub}/script?format=srt&times=heard`;
    expect(await producer.get(path)).toMatchObject({ status: 422, body: { type: '/problems/plan-missing' } });
    await plannedDub(server.platform, producer, dub, [10, 0, 5]);
    const { content, headers } = await exported(path);
    expect(headers.get('content-disposition')).toContain('band.heard.srt');
    expect(linesOf(parseScript(content, {}, 'x'))[0].span).toEqual({ start: 0.5, end: 1.5 });
    const { title } = (await producer.get<{ title: string }>(`/dubs/${dub}`)).body;
    const upload = await bringUpload(server.platform, {
      ...{ organisation, title, purpose: 'script', name: 'new.txt', content: 'ANNA: Otra cosa.' },
    });
    await producer.post(`/dubs/${dub}/scripts`, { upload });
    expect(await producer.get(path)).toMatchObject({ body: { type: '/problems/plan-outdated' } });
  });

  it('of the original dialogue too, and nothing where there is none', async () => {
    const { title } = await readyDub(server.platform, producer, organisation);
    const path = `/titles/${title}/script?format=vtt`;
    expect(await producer.get(path)).toMatchObject({ status: 404 });
    const upload = await bringUpload(server.platform, {
      ...{ organisation, title, purpose: 'script', name: 'en.txt', content: 'ANNA: Good morning.' },
    });
    await producer.post(`/titles/${title}/scripts`, { upload });
    expect((await exported(`/titles/${title}/script?format=csv`)).content).toContain('ANNA,Good morning.');
    expect(await producer.get(`/titles/${title}/script?format=docx`)).toMatchObject({ status: 400 });
  });

  it('says beforehand what each format cannot carry', async () => {
    const { script } = await withBand();
    const { body } = await producer.get<{ items: { format: string; lost: string[] }[] }>(
      `/scripts/${script}/formats`,
    );
    const lost = new Map(body.items.map((item) => [item.format, item.lost]));
    expect(lost.get('srt')).toContain('5 marks of lips');
    expect(lost.get('detx')).not.toContain('5 marks of lips');
  });
});
