import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWhisper, readModelFile, type SoundSource, type Transcript } from '@mondwerk/speech';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeTalkingModel, writeWeightlessModel, type Speaking } from './talkingModel.ts';
import { twoSentences } from './voices.ts';

const never = new AbortController().signal;
const { samples, spoken } = twoSentences();
const sound: SoundSource = () => [samples];
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-whisper-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function hear(
  said: Speaking,
  options: { language?: string; signal?: AbortSignal } = {},
): Promise<Transcript> {
  const path = join(folder, `${said.language}.bin`);
  await writeTalkingModel(path, said);
  const model = await readModelFile(path, 'the model');
  return openWhisper(model, 2).transcribe(sound, { signal: never, ...options });
}

const german: Speaking = {
  ...{ language: 'de', start: 0.2, end: 1.4 },
  pieces: [' Guten', ' Mor', 'gen', ',', ' L', Uint8Array.of(0xc3), Uint8Array.of(0xb6), 'we', '.'],
};

describe('whisper.cpp with a model', () => {
  it('recognises the language and joins tokens to words in lines, where the voice speaks', async () => {
    const { language, words, lines } = await hear(german);
    expect(language).toBe('de');
    expect(words.map(({ text }) => text)).toEqual(['Guten', 'Morgen,', 'Löwe.', 'Guten', 'Morgen,', 'Löwe.']);
    expect(lines.map(({ index, text }) => [index, text])).toEqual([
      [0, 'Guten Morgen, Löwe.'],
      [1, 'Guten Morgen, Löwe.'],
    ]);
    lines.forEach(({ span }, at) => {
      expect(span!.start).toBeGreaterThan(spoken[at].start - 0.3);
      expect(span!.start).toBeLessThan(spoken[at].start + 0.5);
      expect(span!.end).toBeGreaterThan(span!.start + 1);
    });
  });

  it('cuts Chinese into words, whose characters come in parts', async () => {
    const bytes = Buffer.from('你好世界');
    const pieces = ['你', bytes.subarray(3, 5), bytes.subarray(5, 7), bytes.subarray(7, 9), '界', '。'];
    const { words, lines } = await hear(
      { language: 'zh', start: 0, end: 1.2, pieces },
      { language: 'zh-CN' },
    );
    expect(words.slice(0, 2).map(({ text }) => text)).toEqual(['你好', '世界。']);
    expect(lines[0].text).toBe('你好世界。');
  });

  it('keeps the language that people give it', async () => {
    expect((await hear(german, { language: 'de-AT' })).language).toBe('de-AT');
  });

  it('tells how much speech it has understood', async () => {
    const path = join(folder, 'told.bin');
    await writeTalkingModel(path, german);
    const told: [number, number][] = [];
    const onProgress = (done: number, total: number): void => void told.push([done, total]);
    await openWhisper(await readModelFile(path), 2).transcribe(sound, {
      signal: never,
      language: 'de',
      onProgress,
    });
    const [done, total] = told.at(-1)!;
    expect(done).toBeCloseTo(total);
    expect(told.map(([reached]) => reached)).toEqual(
      told.map(([reached]) => reached).toSorted((a, b) => a - b),
    );
  });

  it('hears nothing in a sound in which nobody speaks, without loading the model', async () => {
    const silent: SoundSource = () => [new Float32Array(80_000)];
    const model = { ...(await modelOf(german)), path: join(folder, 'not-there.bin') };
    expect((await openWhisper(model, 1).transcribe(silent, { signal: never })).lines).toEqual([]);
  });

  it('understands nothing with a model without weights', async () => {
    const path = join(folder, 'empty.bin');
    await writeWeightlessModel(path);
    const model = await readModelFile(path);
    expect(model.weights).toBe(0);
    const { lines } = await openWhisper(model, 2).transcribe(sound, { signal: never, language: 'en' });
    expect(lines).toEqual([]);
  });

  it('says so when whisper.cpp cannot load the model', async () => {
    const path = join(folder, 'junk.bin');
    await writeFile(path, 'nothing that it knows');
    const model = { ...(await modelOf(german)), path, name: 'junk' };
    await expect(openWhisper(model, 1).transcribe(sound, { signal: never })).rejects.toThrow(
      'whisper.cpp cannot load the speech model junk',
    );
  });

  it('says so when whisper.cpp breaks down, and nothing else does', async () => {
    const model = await modelOf(german);
    const bytes = await readFile(model.path);
    // No heads of attention: whisper.cpp divides by their number.
    bytes.writeInt32LE(0, 16);
    const path = join(folder, 'broken.bin');
    await writeFile(path, bytes);
    await expect(readModelFile(path)).rejects.toThrow('is not a speech model of whisper.cpp');
    const heard = openWhisper({ ...model, path, name: 'broken' }, 1).transcribe(sound, { signal: never });
    await expect(heard).rejects.toThrow(
      /^The transcription with broken broke off, because whisper\.cpp ended with SIG/,
    );
  });

  it('refuses languages that Whisper was not taught', async () => {
    await expect(hear(german, { language: 'ga' })).rejects.toThrow('was not taught the language ga');
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    const path = join(folder, 'stopped.bin');
    await writeTalkingModel(path, german);
    const onProgress = (): void => stop.abort(new Error('enough'));
    const heard = openWhisper(await readModelFile(path), 1).transcribe(sound, {
      ...{ signal: stop.signal, language: 'de', onProgress },
    });
    await expect(heard).rejects.toThrow('enough');
  });

  const modelOf = async (said: Speaking): ReturnType<typeof readModelFile> => {
    const path = join(folder, 'some.bin');
    await writeTalkingModel(path, said);
    return readModelFile(path);
  };
});
