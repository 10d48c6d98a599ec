import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeHeard, hearsScripts } from '../../apps/backend/src/hearScript.ts';
import { addSpeechModel } from '../../apps/backend/src/models/addSpeechModel.ts';
import type { VoiceStem } from '../../apps/backend/src/pipeline/checkedOrder.ts';
import { fingerprintFile } from '../../apps/backend/src/pipeline/fingerprint.ts';
import { Progress } from '../../apps/backend/src/pipeline/progress.ts';
import { openWorkFolder } from '../../apps/backend/src/pipeline/workFolder.ts';
import { writeTalkingModel } from '../speech/transcribe/talkingModel.ts';
import { twoSentences, wavOf } from '../speech/transcribe/voices.ts';
import { mondwerk } from './mondwerk.ts';

const never = new AbortController().signal;
let folder: string;
let voice: VoiceStem;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-script-'));
  const path = join(folder, 'voice.wav');
  const { samples } = twoSentences();
  await writeFile(path, wavOf(samples));
  const sha256 = await fingerprintFile(path);
  voice = { path, name: 'voice.wav', sha256, seconds: samples.length / 16_000, character: 'ANNA' };
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Hears the voice with what lies in a folder of models. */
const hear = (models: string, wish: { language?: string; words?: boolean }, stem = voice) =>
  hearsScripts(async () => ({
    work: await openWorkFolder(undefined),
    progress: new Progress({ show: () => {}, clear: () => {} }),
    ...{ signal: never, workers: 2, speechModels: { folder: join(folder, models), named: null } },
  }))([stem], { language: undefined, words: true, ...wish });

describe('a dub without a script', () => {
  it('is drafted where no speech model was added, in the language that is given', async () => {
    const { lines, heard, tag } = await hear('none', { language: 'es' });
    expect([tag, heard]).toEqual(['es', { origin: 'draft', model: null }]);
    expect(lines.map(({ text, character }) => [text, character])).toEqual([
      ['…', 'ANNA'],
      ['…', 'ANNA'],
    ]);
    expect(describeHeard(heard!)).toContain('add one with `mondwerk models add FILE`');
    await expect(hear('none', {})).rejects.toThrow(
      'give --language, or add one with `mondwerk models add FILE`',
    );
  });

  it('is transcribed where one was, in the language that it recognises', async () => {
    const file = join(folder, 'ggml-own.bin');
    await writeTalkingModel(file, { ...{ language: 'de', start: 0, end: 1 }, pieces: [' Ja', '.'] });
    await addSpeechModel(join(folder, 'some'), { file }, never);
    const { lines, heard, tag, name } = await hear('some', {});
    expect([tag, name]).toEqual(['de', 'transcribed by own']);
    expect(lines.map(({ text }) => text)).toEqual(['Ja.', 'Ja.']);
    expect(describeHeard(heard!)).toBe('The words were transcribed by own: check them.');
    expect((await hear('some', { language: 'de', words: false })).heard?.origin).toBe('draft');
  });

  it('is refused where nobody speaks', async () => {
    const path = join(folder, 'silence.wav');
    await writeFile(path, wavOf(new Float32Array(32_000)));
    const silent = { ...voice, path, name: 'silence.wav', sha256: await fingerprintFile(path) };
    await expect(hear('none', { language: 'es' }, silent)).rejects.toThrow('Nobody speaks in silence.wav');
  });
});

describe('the command about models', () => {
  it('adds, lists and removes them in the data folder', async () => {
    process.env.DATA_FOLDER = join(folder, 'data');
    const added = await mondwerk(['models', 'add', 'ggml-own.bin', '--licence', 'MIT'], folder);
    expect([added.code, added.stdout]).toEqual([
      0,
      expect.stringMatching(/^Added own: Whisper unknown.*licence MIT/),
    ]);
    const listed = JSON.parse((await mondwerk(['models', '--json'], folder)).stdout) as { speech: object[] };
    expect(listed.speech).toEqual([expect.objectContaining({ name: 'own', licence: 'MIT' })]);
    expect((await mondwerk(['models', 'remove', 'own'], folder)).code).toBe(0);
    const refused = await mondwerk(['models', 'add', 'voice.wav'], folder);
    expect([refused.code, refused.stderr]).toEqual([
      2,
      expect.stringContaining('voice.wav is not a speech model'),
    ]);
    delete process.env.DATA_FOLDER;
  });
});
