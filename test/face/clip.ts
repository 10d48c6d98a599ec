import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { bytesOfPicture, pictureFrom, pixelFormats, type ColourTags } from '@mondwerk/film';
import type { ChunkFrame } from '@mondwerk/face';

const fixtures = join(import.meta.dirname, '../../../shared/fixtures');

/** Clips with faces, which are not part of the repository. */
export const clips = { garden: join(fixtures, 'clips/garden.mp4'), grid: join(fixtures, 'grid/film.mp4') };

/** Whether the clips are there. */
export const hasClips = Object.values(clips).every((path) => existsSync(path));

/** The colour tags of both clips. */
export const colour: ColourTags = {
  range: 'tv',
  matrix: 'bt709',
  transfer: 'bt709',
  primaries: 'bt709',
  chromaLocation: 'left',
};

/** The first frames that an ffmpeg command makes, at a size that the caller knows. */
export async function* framesFrom(
  inputs: string[],
  width: number,
  height: number,
): AsyncGenerator<ChunkFrame> {
  const format = pixelFormats.get('yuv420p')!;
  const bytes = bytesOfPicture(width, height, format);
  const output = ['-f', 'rawvideo', '-pix_fmt', format.name, '-'];
  const { stdout } = spawn('ffmpeg', ['-v', 'error', '-nostdin', ...inputs, ...output], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let pending = Buffer.alloc(0);
  let frame = 0;
  for await (const piece of stdout) {
    pending = Buffer.concat([pending, piece as Buffer]);
    for (; pending.length >= bytes; pending = pending.subarray(bytes)) {
      const own = Uint8Array.from(pending.subarray(0, bytes)).buffer;
      yield { frame: frame++, picture: pictureFrom(own, 0, width, height, format) };
    }
  }
}

/** All of them. */
export async function gather<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
