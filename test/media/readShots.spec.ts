import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Picture } from '@mondwerk/film';
import { cutShots, probe, readFrames, readShots, type Film } from '@mondwerk/media';
import { make, scratch } from './clips.ts';

const hashOf = ({ planes }: Picture): string =>
  planes.reduce((hash, { data }) => hash.update(data), createHash('sha256')).digest('hex');

const folder = scratch();

const joined = (size: string): string => {
  const parts = [`testsrc2=s=${size}:r=25`, `smptehdbars=s=${size}:r=25`, `testsrc=s=${size}:r=25`];
  const chains = parts.map((part, at) => `${part},trim=end_frame=${13 + at},setsar=1,format=yuv420p[p${at}]`);
  return `${chains.join(';')};[p0][p1][p2]concat=n=3`;
};

async function filmOf(size: string): Promise<Film> {
  const name = `${size}.mp4`;
  await make(folder, `-filter_complex ${joined(size)} -c:v libx264 -preset ultrafast`, name);
  return probe(join(folder, name));
}

// Of large pictures fewer fit into the memory for frames than have to be seen to know of a cut.
test.each(['160x90', '2560x1440'])(
  'the cuts and frames of one pass through a film of %s are those of two',
  async (size) => {
    const film = await filmOf(size);
    const pictures: string[] = [];
    const starts = [0];
    for await (const { frame, picture, begins } of readShots(film)) {
      pictures.push(hashOf(picture));
      if (begins) starts.push(frame);
    }
    expect(starts).toEqual((await cutShots(film)).shots.map(({ frames }) => frames.start));
    expect(starts).toEqual([0, 13, 27]);
    const read: string[] = [];
    for await (const { picture } of readFrames(film)) read.push(hashOf(picture));
    expect(pictures).toEqual(read);
  },
);

test('a film that breaks off is refused, not waited for', async () => {
  const film = await filmOf('160x90');
  const longer = { ...film, pts: Float64Array.of(...film.pts, 1e6) };
  await expect(async () => {
    for await (const frame of readShots(longer)) void frame;
  }).rejects.toThrow(/damaged|cannot be decoded|ends/);
});
