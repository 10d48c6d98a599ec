import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSound, runProgram } from '@mondwerk/media';
import { Progress } from '../../../apps/backend/src/pipeline/progress.ts';
import type { Run } from '../../../apps/backend/src/pipeline/run.ts';
import {
  mixSoundsOnce,
  probeSoundOnce,
  type HeardSound,
} from '../../../apps/backend/src/pipeline/stages/mixStems.ts';
import { openWorkFolder } from '../../../apps/backend/src/pipeline/workFolder.ts';

let folder: string;
let run: Run;
let stems: HeardSound[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-stems-'));
  run = {
    work: await openWorkFolder(join(folder, 'work')),
    progress: new Progress({ show: () => {}, clear: () => {} }),
    signal: new AbortController().signal,
    workers: 1,
  };
  const tone = async (name: string, source: string): Promise<HeardSound> => {
    await runProgram('ffmpeg', ['-v', 'error', '-f', 'lavfi', '-i', source, join(folder, name)]);
    return probeSoundOnce(run, { path: join(folder, name), name, sha256: name });
  };
  stems = [
    await tone('anna.wav', 'aevalsrc=0.5*between(t\\,0\\,1):s=48000:d=2'),
    await tone('ben.wav', 'aevalsrc=0.7*between(t\\,1\\,3):s=44100:d=3'),
  ];
});

afterAll(async () => {
  await run.work.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the stems of a dub', () => {
  it('are one voice when there is only one', async () => {
    expect(await mixSoundsOnce(run, stems.slice(0, 1))).toEqual(stems[0]);
    expect(stems[0].seconds).toBeCloseTo(2, 5);
  });

  it('are heard together, each as loud as it is, as long as the longest, mixed once', async () => {
    const voice = await mixSoundsOnce(run, stems);
    expect(voice.name).toBe('anna.wav + ben.wav');
    expect(voice.seconds).toBeCloseTo(3, 2);
    const samples = await readSound(voice.path, 16_000);
    expect(samples[8_000]).toBeCloseTo(0.5, 2);
    expect(samples[24_000]).toBeCloseTo(0.7, 2);
    expect(await mixSoundsOnce(run, stems)).toEqual(voice);
    expect(run.progress.times.filter(({ stage }) => stage === 'mixStems').map((t) => t.reused)).toEqual([
      false,
      true,
    ]);
  });
});
