import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Picture } from '@mondwerk/film';
import { openPart, openWebPart, partFilm, probe, readFrames, runProgram, type Film } from '@mondwerk/media';

let folder: string;
let film: Film;
const span = { start: 7, end: 31 };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-webpart-'));
  const path = join(folder, 'film.mov');
  const shown = "testsrc2=s=128x96:r=30000/1001:d=2,select='gt(mod(n\\,5)\\,1)'";
  const coded = ['-fps_mode', 'passthrough', '-c:v', 'libx264', '-pix_fmt', 'yuv422p10le'];
  await runProgram('ffmpeg', ['-v', 'error', '-f', 'lavfi', '-i', shown, ...coded, path]);
  film = await probe(path);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const hashOf = ({ planes }: Picture): string =>
  planes.reduce((hash, { data }) => hash.update(data), createHash('sha256')).digest('hex');

describe('a part without loss', () => {
  it('is read back sample by sample, from any of its frames', async () => {
    const path = join(folder, 'part.mov');
    const writer = await openPart(film, span, path, 'lossless');
    const wanted: string[] = [];
    for await (const { picture } of readFrames(film, span)) {
      wanted.push(hashOf(picture));
      await writer.write(picture);
    }
    await writer.close();
    const read: string[] = [];
    const part = partFilm(film, { path, span });
    for await (const { picture } of readFrames(part, { start: 3, end: 24 })) read.push(hashOf(picture));
    expect(read).toEqual(wanted.slice(3));
  });
});

describe('a part for browsers', () => {
  it('has every frame at its own time, and the same bytes whenever it is written', async () => {
    const write = async (name: string): Promise<string> => {
      const path = join(folder, name);
      const writer = await openWebPart(film, span, path);
      for await (const { picture } of readFrames(film, span)) await writer.write(picture);
      await writer.close();
      return path;
    };
    const [first, second] = [await write('a.mp4'), await write('b.mp4')];
    expect(Buffer.compare(await readFile(first), await readFile(second))).toBe(0);
    const seen = await probe(first);
    expect(seen).toMatchObject({ codec: 'h264', width: 128, height: 96 });
    expect(seen.format.name).toBe('yuv420p');
    const zero = film.clock.times[span.start];
    seen.clock.times.forEach((time, at) =>
      expect(time).toBeCloseTo(film.clock.times[span.start + at] - zero, 4),
    );
    expect(seen.clock.times).toHaveLength(24);
  });
});
