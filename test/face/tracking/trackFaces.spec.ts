import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { clusterPerformers, trackFaces } from '@mondwerk/face';
import { blankPicture, bytesOfPicture, pictureFrom, pixelFormats } from '@mondwerk/film';
import { FrameMemory } from '@mondwerk/media';
import { describe, expect, it } from 'vitest';

import { WorkerPool } from '../../../libs/face/src/tracking/workerPool.ts';
import { clips, colour, framesFrom, gather, hasClips } from '../clip.ts';

const format = pixelFormats.get('yuv420p')!;

describe.skipIf(!hasClips)('trackFaces (needs ../shared/fixtures)', () => {
  it.each([1, 2])('follows a face through chunks and over a cut with %d threads', async (workers) => {
    const shots = [
      { index: 0, frames: { start: 0, end: 30 } },
      { index: 1, frames: { start: 30, end: 36 } },
    ];
    const progress: number[] = [];
    const frames = framesFrom(['-i', clips.grid, '-frames:v', '36'], 360, 288);
    const tracks = await gather(
      trackFaces(frames, shots, { colour, workers, onProgress: (done) => progress.push(done) }),
    );
    expect(tracks.map(({ shot, span }) => ({ shot, span }))).toEqual([
      { shot: 0, span: { start: 0, end: 30 } },
      { shot: 1, span: { start: 30, end: 36 } },
    ]);
    expect(progress).toEqual([24, 30, 36]);
    expect(clusterPerformers(tracks)).toEqual([{ id: 'performer-1', tracks: tracks.map(({ id }) => id) }]);
  });
});

describe('trackFaces', () => {
  const shots = [{ index: 0, frames: { start: 0, end: 50 } }];

  it('finds nobody in an empty picture', async () => {
    const frames = (async function* () {
      for (let frame = 0; frame < 3; frame++) yield { frame, picture: blankPicture(320, 240, format) };
    })();
    expect(await gather(trackFaces(frames, shots, { colour, workers: 1 }))).toEqual([]);
  });

  it('ends with the error of the film when reading breaks off', async () => {
    const frames = (async function* () {
      for (let frame = 0; frame < 30; frame++) yield { frame, picture: blankPicture(64, 64, format) };
      throw new Error('the disk is gone');
    })();
    await expect(gather(trackFaces(frames, shots, { colour, workers: 1 }))).rejects.toThrow(
      'the disk is gone',
    );
  });
});

describe('a pool of threads', () => {
  const setup = { models: {}, colour };

  it('rejects a chunk that a thread cannot track, and goes on with the next', async () => {
    const pool = new WorkerPool(1, setup);
    const damaged = { ...blankPicture(64, 64, format), planes: [] } as never;
    await expect(pool.track([{ frame: 0, picture: damaged }])).rejects.toThrow(TypeError);
    await expect(pool.track([{ frame: 0, picture: blankPicture(64, 64, format) }])).resolves.toEqual({
      faces: [],
    });
    await pool.close();
  });

  it('looks at memory that is shared without taking it away, and moves what is not', async () => {
    const given: ArrayBufferLike[] = [];
    const pool = new WorkerPool(1, setup, (memory) => given.push(memory));
    const bytes = bytesOfPicture(64, 64, format);
    const shared = new FrameMemory({ shared: true }).take(bytes);
    const own = new FrameMemory().take(bytes);
    new Uint8Array(shared).fill(7);
    const frames = [shared, own].map((memory, frame) => ({
      frame,
      picture: pictureFrom(memory, 0, 64, 64, format),
    }));
    const tracked = pool.track(frames);
    expect([shared.byteLength, own.byteLength]).toEqual([bytes, 0]);
    await tracked;
    expect(given.map((memory) => memory.byteLength)).toEqual([bytes, bytes]);
    new Uint8Array(shared).fill(8);
    expect(new Uint8Array(given[0])[0]).toBe(8);
    await pool.close();
  });

  it('rejects when the thread cannot open its models', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mondwerk-pool-'));
    const file = join(folder, 'file');
    await writeFile(file, '');
    const pool = new WorkerPool(1, { ...setup, models: { cacheFolder: join(file, 'cache') } });
    const picture = blankPicture(64, 64, format);
    await expect(pool.track([{ frame: 0, picture }])).rejects.toThrow(/cannot be stored/);
    await pool.close();
    await rm(folder, { recursive: true });
  });

  it('rejects what is still to do when it is closed', async () => {
    const pool = new WorkerPool(1, setup);
    const waiting = pool.track([{ frame: 0, picture: blankPicture(64, 64, format) }]);
    await Promise.all([expect(waiting).rejects.toThrow('face tracking was stopped'), pool.close()]);
    await expect(pool.track([])).rejects.toThrow('face tracking was stopped');
  });
});
