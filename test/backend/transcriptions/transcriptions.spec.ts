import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addSpeechModel } from '../../../apps/backend/src/models/addSpeechModel.ts';
import { removeSpeechModel, speechModelsIn } from '../../../apps/backend/src/models/speechModels.ts';
import { handlers } from '../../../apps/backend/src/pipeline/allHandlers.ts';
import { listeners } from '../../../apps/backend/src/recorders.ts';
import { runWorker } from '../../../apps/backend/src/worker.ts';
import { writeTalkingModel, type Speaking } from '../../speech/transcribe/talkingModel.ts';
import { twoSentences, wavOf } from '../../speech/transcribe/voices.ts';
import { as, type Client, type Json } from '../client.ts';
import { mondwerk } from '../mondwerk.ts';
import { until } from '../queue/until.ts';
import { bringFilm, bringUpload } from '../sampleFilm.ts';
import { addOrganisation, startServer, tokenOf, type TestServer } from '../server.ts';

interface Line {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly character: string | null;
}

interface Script {
  readonly id: string;
  readonly name: string;
  readonly language: string;
  readonly heard: { readonly origin: string; readonly model: { readonly name: string } | null } | null;
}

const GREETING: Speaking = {
  ...{ language: 'de', start: 0.2, end: 1.2 },
  pieces: [' Guten', ' Mor', 'gen', '.'],
};

let folder: string;
let server: TestServer;
let organisation: string;
let token: string;
let producer: Client;
let reviewer: Client;
let title: string;
let dub: string;
const stop = new AbortController();
let working: Promise<void>;
const { samples, spoken } = twoSentences();
const between = Math.round((samples.length * (spoken[0].end + 2)) / (samples.length / 16_000));

const idOf = async (asked: Promise<{ body: Json }>): Promise<string> => String((await asked).body.id);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-heard-'));
  server = await startServer();
  const people = await addOrganisation(server.platform, 'producer', 'reviewer');
  ({ organisation } = people);
  token = await tokenOf(server, people.producer);
  producer = as(server, token);
  reviewer = as(server, await tokenOf(server, people.reviewer));
  title = await idOf(producer.post('/titles', { name: 'Heard' }));
  await bringFilm(server.platform, organisation, title);
  dub = await idOf(producer.post(`/titles/${title}/dubs`, { language: 'de' }));
  const card = { capabilities: ['cpu'], concurrency: 1, version: 'test' } as const;
  working = runWorker(server.platform, card, { handlers, listeners }, stop.signal);
});

afterAll(async () => {
  stop.abort();
  await working;
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

async function bringVoice(name: string, sound: Float32Array): Promise<void> {
  const character = await idOf(producer.post(`/titles/${title}/characters`, { name }));
  const upload = await bringUpload(server.platform, {
    ...{ organisation, title, purpose: 'stem', name: `${name}.wav`, content: wavOf(sound) },
    facts: { seconds: sound.length / 16_000, channels: 1, sampleRate: 16_000 },
  });
  const { status } = await producer.post(`/dubs/${dub}/stems`, { upload, character });
  expect(status).toBe(201);
}

/** Has lines heard, and waits for what comes of it. */
async function heard(words: boolean): Promise<Json> {
  const { status, body } = await producer.post(`/dubs/${dub}/transcriptions`, { words });
  expect(status).toBe(202);
  let run: Json = body;
  await until(async () => {
    run = (await producer.get<Json>(`/runs/${String(body.id)}`)).body;
    return run.state !== 'running';
  });
  return run;
}

async function newest(): Promise<Script & { readonly lines: readonly Line[] }> {
  const { body } = await producer.get<{ items: Script[] }>(`/dubs/${dub}/scripts`);
  const [script] = body.items;
  const lines = await producer.get<{ items: Line[] }>(`/scripts/${script.id}/lines`);
  return { ...script, lines: lines.body.items };
}

async function installTalking(name: string, said: Speaking): Promise<void> {
  const file = join(folder, `${name}.bin`);
  await writeTalkingModel(file, said);
  await addSpeechModel(speechModelsIn(server.platform.settings.DATA_FOLDER), { file }, stop.signal);
}

describe('a script that nobody gave', () => {
  it('needs a voice', async () => {
    const { status, body } = await producer.post(`/dubs/${dub}/transcriptions`, { words: false });
    expect([status, body.detail]).toEqual([422, expect.stringContaining('has no voice yet')]);
  });

  it('is drafted from the sound, each character’s voice by itself', async () => {
    const quiet = (from: number, to: number): Float32Array =>
      samples.map((value, at) => (at >= from && at < to ? value : 0.001 * Math.sin(at)));
    await bringVoice('ANNA', quiet(0, between));
    await bringVoice('BEN', quiet(between, samples.length));
    expect(await heard(false)).toMatchObject({ state: 'done', act: 'transcribe' });
    const { lines, ...script } = await newest();
    expect(script).toMatchObject({
      name: 'acoustic draft.srt',
      language: 'de',
      heard: { origin: 'draft', model: null },
    });
    expect(lines.map(({ text }) => text)).toEqual(['…', '…']);
    expect(new Set(lines.map(({ character }) => character)).size).toBe(2);
    lines.forEach(({ start, end }, at) => {
      expect(Math.abs(start - spoken[at].start)).toBeLessThan(0.3);
      expect(Math.abs(end - spoken[at].end)).toBeLessThan(0.4);
    });
    const { body } = await producer.get<string>(`/scripts/${script.id}/file`);
    expect(body).toContain('ANNA: …');
  });

  it('is drafted from the command line too', async () => {
    const args = ['--server', server.url, '--token', token, 'dub', 'transcribe', dub, '--acoustic-draft'];
    const { code, stdout } = await mondwerk(args, folder);
    expect([code, stdout.trim().split('\n').at(-1)]).toEqual([0, 'acoustic draft.srt: write its words']);
  });

  it('cannot be transcribed without a speech model, and the run says how to add one', async () => {
    expect(await heard(true)).toMatchObject({
      state: 'failed',
      reason: expect.stringMatching(/no speech model is installed: add one with `mondwerk models add FILE`/),
    });
    expect((await newest()).heard).toMatchObject({ origin: 'draft' });
  });

  it('is transcribed by a speech model, and people correct it like any other', async () => {
    await installTalking('greeter', GREETING);
    expect(await heard(true)).toMatchObject({ state: 'done' });
    const { lines, ...script } = await newest();
    expect(script).toMatchObject({
      name: 'transcribed by greeter.srt',
      heard: { origin: 'transcribed', model: { name: 'greeter' } },
    });
    expect(lines.map(({ text }) => text)).toEqual(['Guten Morgen.', 'Guten Morgen.']);
    const { body } = await producer.get<{ items: (Line & { id: string; version: number })[] }>(
      `/scripts/${script.id}/lines`,
    );
    const [{ id, version }] = body.items;
    expect((await producer.patch(`/lines/${id}`, version, { text: 'Guten Abend.' })).status).toBe(200);
    await removeSpeechModel(speechModelsIn(server.platform.settings.DATA_FOLDER), 'greeter');
  });

  it('is not made where nothing was understood, and the run offers the draft', async () => {
    await installTalking('musician', { ...GREETING, pieces: [' [', 'Mus', 'ic', ']'] });
    expect(await heard(true)).toMatchObject({
      state: 'failed',
      reason: expect.stringMatching(/Nothing was understood in ANNA\.wav, BEN\.wav.*acoustic draft/),
    });
    expect((await newest()).name).toBe('transcribed by greeter.srt');
  });

  it('is listed with the models', async () => {
    const { body } = await producer.get<{ speech: readonly object[] }>('/models');
    expect(body.speech).toEqual([expect.objectContaining({ name: 'musician', inUse: true, licence: null })]);
  });

  it('is nothing that a reviewer may ask for', async () => {
    expect((await reviewer.post(`/dubs/${dub}/transcriptions`, {})).status).toBe(403);
  });

  it('of the original dialogue needs a film with a sound, and a language to be drafted in', async () => {
    const { status, body } = await producer.post(`/titles/${title}/transcriptions`, { words: false });
    expect([status, body.detail]).toEqual([
      422,
      expect.stringContaining('which language is spoken in Heard'),
    ]);
  });
});
