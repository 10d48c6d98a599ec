import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readModelFile } from '@mondwerk/speech';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeTalkingModel } from './talkingModel.ts';

let folder: string;
let whole: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-model-'));
  whole = join(folder, 'ggml-own.bin');
  await writeTalkingModel(whole, { language: 'en', start: 0, end: 1, pieces: [' Yes'] });
});
afterAll(() => rm(folder, { recursive: true }));

describe('a speech model’s file', () => {
  it('tells what it holds', async () => {
    const { bytes, ...model } = await readModelFile(whole);
    expect(model).toEqual({
      ...{ path: whole, name: 'ggml-own.bin', size: 'unknown', multilingual: true, weights: 50 },
    });
    expect(bytes).toBe((await readFile(whole)).length);
  });

  it('that breaks off anywhere is refused', async () => {
    const bytes = await readFile(whole);
    for (const share of [0.001, 0.3, 0.5, 0.9999]) {
      const path = join(folder, 'short.bin');
      await writeFile(path, bytes);
      await truncate(path, Math.floor(bytes.length * share));
      await expect(readModelFile(path)).rejects.toThrow('short.bin is not whole');
    }
  });

  it.each([
    ['a GGUF model', 'GGUF\x03\0\0\0', 'is a GGUF model, which whisper.cpp does not read'],
    ['safetensors', 'abcdefgh{"__metadata__":{}}', 'is a safetensors file'],
    ['PyTorch', 'PK\x03\x04archive/data.pkl', 'is a PyTorch file or a zip'],
    ['a download that failed', '<!DOCTYPE html><title>404', 'is a web page, not a model'],
    ['a note of Git LFS', 'version https://git-lfs.github.com/spec/v1', 'is only a note of Git LFS'],
    ['anything else', 'What a nice day', 'is not a speech model of whisper.cpp'],
    ['nothing', '', 'is empty'],
  ])('that is %s is refused', async (_, begins, sentence) => {
    const path = join(folder, 'model.bin');
    await writeFile(path, begins, 'latin1');
    await expect(readModelFile(path)).rejects.toThrow(`model.bin ${sentence}`);
  });

  it('that is not there is refused, and so is a folder', async () => {
    await expect(readModelFile(join(folder, 'none.bin'))).rejects.toThrow('none.bin does not exist');
    await expect(readModelFile(folder, 'the folder')).rejects.toThrow('the folder is not a file');
  });
});
