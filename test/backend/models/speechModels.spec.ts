import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addSpeechModel } from '../../../apps/backend/src/models/addSpeechModel.ts';
import {
  chooseSpeechModel,
  listSpeechModels,
  removeSpeechModel,
} from '../../../apps/backend/src/models/speechModels.ts';
import { fingerprintFile } from '../../../apps/backend/src/pipeline/fingerprint.ts';
import { writeTalkingModel, writeWeightlessModel } from '../../speech/transcribe/talkingModel.ts';

const never = new AbortController().signal;
let folder: string;
let models: string;
let file: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-models-'));
  models = join(folder, 'data/models');
  file = join(folder, 'ggml-own.bin');
  await writeTalkingModel(file, { language: 'en', start: 0, end: 1, pieces: [' Yes'] });
});
afterAll(() => rm(folder, { recursive: true }));

describe('speech models', () => {
  it('are none at first', async () => {
    expect(await listSpeechModels(models)).toEqual([]);
    expect(await chooseSpeechModel({ folder: models, named: null })).toBeNull();
  });

  it('are added whole, with their sum and what is known of their licence', async () => {
    const added = await addSpeechModel(models, { file, licence: 'MIT' }, never);
    expect(added).toMatchObject({
      ...{ name: 'own', file: 'ggml-own.bin', licence: 'MIT', multilingual: true },
      sha256: await fingerprintFile(file),
    });
    expect(await fingerprintFile(added.path)).toBe(added.sha256);
    expect(await listSpeechModels(models)).toEqual([added]);
    expect(await chooseSpeechModel({ folder: models, named: null })).toEqual(added);
  });

  it('are not there twice', async () => {
    await expect(addSpeechModel(models, { file }, never)).rejects.toThrow(
      'There is a speech model own already',
    );
    expect(await readdir(models)).toEqual(['own']);
  });

  it('leave nothing behind where they are refused', async () => {
    const refused = async (name: string, memory?: number): Promise<void> => {
      await addSpeechModel(models, { file: join(folder, name), name: 'other' }, never, memory);
    };
    await writeFile(join(folder, 'junk.bin'), 'junk');
    await writeWeightlessModel(join(folder, 'empty.bin'));
    await expect(refused('junk.bin')).rejects.toThrow('is not a speech model of whisper.cpp');
    await expect(refused('empty.bin')).rejects.toThrow('has no weights');
    await expect(refused('ggml-own.bin', 2 ** 20)).rejects.toThrow(
      'needs about 0.4 GiB of memory, and 0.0 GiB are free',
    );
    await expect(addSpeechModel(models, { file, name: '../up' }, never)).rejects.toThrow(
      'cannot be the name',
    );
    const stopped = AbortSignal.abort(new Error('enough'));
    await expect(addSpeechModel(models, { file, name: 'late' }, stopped)).rejects.toThrow();
    expect(await readdir(models)).toEqual(['own']);
  });

  it('give way to the one that the settings name', async () => {
    expect(await chooseSpeechModel({ folder: models, named: file })).toMatchObject({
      ...{ path: file, name: 'ggml-own.bin', licence: null },
    });
    await expect(chooseSpeechModel({ folder: models, named: join(folder, 'none.bin') })).rejects.toThrow(
      'none.bin does not exist',
    );
  });

  it('are removed by their names', async () => {
    await expect(removeSpeechModel(models, 'none')).rejects.toThrow(
      'There is no speech model none: there are own.',
    );
    await removeSpeechModel(models, 'own');
    expect(await readdir(models)).toEqual([]);
  });
});
