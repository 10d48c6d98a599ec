import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { probe, probeSound, runProgram } from '@mondwerk/media';
import type { CheckedOrder } from '../../../apps/backend/src/pipeline/checkedOrder.ts';
import { Progress } from '../../../apps/backend/src/pipeline/progress.ts';
import type { Run } from '../../../apps/backend/src/pipeline/run.ts';
import type { VoiceSpeech } from '../../../apps/backend/src/pipeline/stages/alignSpeech.ts';
import { conformVoiceOnce } from '../../../apps/backend/src/pipeline/stages/conformVoice.ts';
import { openWorkFolder } from '../../../apps/backend/src/pipeline/workFolder.ts';

let folder: string;
let run: Run;
let order: Pick<CheckedOrder, 'voice' | 'film'>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-conform-'));
  const make = (args: string, name: string) =>
    runProgram('ffmpeg', ['-v', 'error', ...args.split(' '), join(folder, name)]);
  await make('-f lavfi -i sine=d=2', 'voice.wav');
  await make('-f lavfi -i testsrc=s=64x64:r=25:d=3 -c:v libx264', 'film.mp4');
  run = {
    work: await openWorkFolder(join(folder, 'work')),
    progress: new Progress({ show: () => {}, clear: () => {} }),
    signal: new AbortController().signal,
    workers: 1,
  };
  const path = join(folder, 'voice.wav');
  order = {
    voice: { path, name: 'voice.wav', sha256: 'voice', seconds: 2 },
    film: await probe(join(folder, 'film.mp4')),
  };
});

afterAll(async () => {
  await run.work.close();
  await rm(folder, { recursive: true, force: true });
});

const speechWith = (conforming: VoiceSpeech['conforming']) => ({
  key: 'speech',
  value: { phones: [], lines: [], conforming },
});

describe('the voice that is heard', () => {
  it('is the very file that was sent where it does not drift', async () => {
    const before = await readFile(order.voice.path);
    expect(await conformVoiceOnce(run, order, speechWith(null))).toBe(order.voice.path);
    expect(Buffer.compare(await readFile(order.voice.path), before)).toBe(0);
  });

  it('is a new one in the work folder where it drifts, made once, as long as the film', async () => {
    const drift = { slope: 0.3, atEnd: 0.9, residual: 0, lines: 6 };
    const pieces = [
      { from: 0, to: 1, at: 0 },
      { from: 1, to: 2, at: 1.9 },
    ];
    const path = await conformVoiceOnce(run, order, speechWith({ drift, pieces }));
    expect(path.startsWith(run.work.path)).toBe(true);
    expect((await probeSound(path)).seconds).toBeCloseTo(3, 5);
    expect(await conformVoiceOnce(run, order, speechWith({ drift, pieces }))).toBe(path);
    expect(run.progress.times.map(({ reused }) => reused)).toEqual([false, true]);
  });
});
