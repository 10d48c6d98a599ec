import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { probe, probeSound, readSound, runProgram } from '@mondwerk/media';
import type { Conforming } from '@mondwerk/speech';
import type { CheckedOrder } from '../../../apps/backend/src/pipeline/checkedOrder.ts';
import { Progress } from '../../../apps/backend/src/pipeline/progress.ts';
import type { Run } from '../../../apps/backend/src/pipeline/run.ts';
import { layVoicesOnce } from '../../../apps/backend/src/pipeline/stages/conformVoice.ts';
import { openWorkFolder } from '../../../apps/backend/src/pipeline/workFolder.ts';

const RATE = 16_000;

let folder: string;
let run: Run;
let film: CheckedOrder['film'];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-conform-'));
  const make = (args: string, name: string) =>
    runProgram('ffmpeg', ['-v', 'error', ...args.split(' '), join(folder, name)]);
  await make(
    '-f lavfi -i aevalsrc=0.2*between(t\\,0.5\\,0.7)+0.2*between(t\\,1.2\\,1.4):s=16000:d=2',
    'anna.wav',
  );
  await make('-f lavfi -i aevalsrc=0.3*between(t\\,1.5\\,1.7):s=16000:d=3', 'ben.wav');
  await make('-f lavfi -i testsrc=s=64x64:r=25:d=3 -c:v libx264', 'film.mp4');
  run = {
    work: await openWorkFolder(join(folder, 'work')),
    progress: new Progress({ show: () => {}, clear: () => {} }),
    signal: new AbortController().signal,
    workers: 1,
  };
  film = await probe(join(folder, 'film.mp4'));
});

afterAll(async () => {
  await run.work.close();
  await rm(folder, { recursive: true, force: true });
});

const stem = (name: string, seconds: number) => ({
  ...{ path: join(folder, name), name, sha256: name, seconds, character: null },
});

/** The second half of a voice is heard later. */
const drifting: Conforming = {
  drift: { slope: 0.3, atEnd: 0.9, residual: 0, lines: 6 },
  pieces: [
    { from: 0, to: 1, at: 0 },
    { from: 1, to: 2, at: 1.9 },
  ],
};

/** The loudness at an instant. */
const at = (samples: Float32Array, seconds: number): number => Math.abs(samples[Math.round(seconds * RATE)]);

describe('the voice that is heard', () => {
  it('is the very file that was sent where it does not drift', async () => {
    const anna = stem('anna.wav', 2);
    const before = await readFile(anna.path);
    const laid = await layVoicesOnce(run, { stems: [anna], film }, [{ stems: [0], conforming: null }]);
    expect(laid).toMatchObject({ path: anna.path, sha256: 'anna.wav' });
    expect(Buffer.compare(await readFile(anna.path), before)).toBe(0);
  });

  it('is a new one in the work folder where it drifts, made once, as long as the film', async () => {
    const order = { stems: [stem('anna.wav', 2)], film };
    const lay = () => layVoicesOnce(run, order, [{ stems: [0], conforming: drifting }]);
    const { path, sha256 } = await lay();
    expect(path.startsWith(run.work.path)).toBe(true);
    expect(sha256).not.toBe('anna.wav');
    expect((await probeSound(path)).seconds).toBeCloseTo(3, 5);
    expect((await lay()).path).toBe(path);
    expect(run.progress.times.map(({ reused }) => reused)).toEqual([false, true]);
  });

  it('is every file laid by its own pieces, and those that do not drift as they are', async () => {
    const order = { stems: [stem('anna.wav', 2), stem('ben.wav', 3)], film };
    const { path, seconds } = await layVoicesOnce(run, order, [
      { stems: [0], conforming: drifting },
      { stems: [1], conforming: null },
    ]);
    expect(seconds).toBeCloseTo(3, 2);
    const heard = await readSound(path, RATE);
    expect([0.6, 1.3, 1.6, 2.2].map((time) => at(heard, time) > 0.1)).toEqual([true, false, true, true]);
    expect(at(heard, 1.6)).toBeCloseTo(0.3, 2);
    expect(at(heard, 2.2)).toBeCloseTo(0.2, 2);
  });

  it('has a file in it in which no line is heard', async () => {
    const order = { stems: [stem('anna.wav', 2), stem('ben.wav', 3)], film };
    const { path } = await layVoicesOnce(run, order, [{ stems: [0], conforming: null }]);
    const heard = await readSound(path, RATE);
    expect([at(heard, 0.6), at(heard, 1.6)].map((level) => level > 0.1)).toEqual([true, true]);
  });
});
