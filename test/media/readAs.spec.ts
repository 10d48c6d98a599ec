import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { probe, readAs, readFrames, type Film } from '@mondwerk/media';
import { make, scratch } from './clips.ts';

const folder = scratch();

const tags = (matrix: string, primaries: string, transfer: string, range: string): string =>
  `-colorspace ${matrix} -color_primaries ${primaries} -color_trc ${transfer} -color_range ${range}`;

/** A plain skin tone, in films of every kind; what ffmpeg makes of it is told by the tags. */
const skin = (size: string): string => `-f lavfi -i color=0xc08060:s=${size}:r=25:d=0.2`;
const matrixed = (matrix: string, range: string): string =>
  `-vf scale=out_color_matrix=${matrix}:out_range=${range}`;

const clips: readonly (readonly [string, string])[] = [
  [
    'hd.mp4',
    `${skin('128x96')} ${matrixed('bt709', 'tv')} -c:v libx264 -pix_fmt yuv420p ${tags('bt709', 'bt709', 'bt709', 'tv')}`,
  ],
  [
    'sd.mkv',
    `${skin('96x64')} ${matrixed('smpte170m', 'tv')},setsar=16/15 -c:v ffv1 -pix_fmt yuv422p ${tags('smpte170m', 'smpte170m', 'smpte170m', 'tv')}`,
  ],
  [
    'full.mkv',
    `${skin('96x64')} ${matrixed('bt709', 'pc')} -c:v ffv1 -pix_fmt yuv444p10le ${tags('bt709', 'bt709', 'bt709', 'pc')}`,
  ],
  ['red.mkv', `${skin('96x64')} -c:v ffv1 -pix_fmt gbrp`],
  [
    'large.mp4',
    `${skin('512x384')} ${matrixed('bt709', 'tv')} -c:v libx264 -pix_fmt yuv420p ${tags('bt709', 'bt709', 'bt709', 'tv')}`,
  ],
  [
    'pq.mkv',
    `${skin('96x64')} -vf format=gbrp,zscale=matrixin=gbr:rangein=full:transferin=bt709:primariesin=bt709:matrix=bt2020nc:primaries=bt2020:transfer=smpte2084:range=limited:npl=203 -c:v ffv1 -pix_fmt yuv420p10le ${tags('bt2020nc', 'bt2020', 'smpte2084', 'tv')}`,
  ],
];

let films: ReadonlyMap<string, Film>;

beforeAll(async () => {
  for (const [name, args] of clips) await make(folder, args, name);
  const probed = clips.map(async ([name]) => [name, await probe(join(folder, name))] as const);
  films = new Map(await Promise.all(probed));
});

/** The mean of each plane of a film's first frame. */
async function means(film: Film): Promise<number[]> {
  for await (const { picture } of readFrames(film, { start: 0, end: 1 })) {
    expect([picture.width, picture.height]).toEqual([film.width, film.height]);
    return picture.planes.map(
      ({ data }) => Array.from(data).reduce((sum, value) => sum + value, 0) / data.length,
    );
  }
  throw new Error('no frame');
}

describe('a film that is read as another', () => {
  test.each([
    ['sd.mkv', 'hd.mp4', 2],
    ['full.mkv', 'hd.mp4', 2],
    ['red.mkv', 'hd.mp4', 2],
    ['large.mp4', 'hd.mp4', 2],
    ['hd.mp4', 'full.mkv', 8],
    ['hd.mp4', 'pq.mkv', 8],
    ['pq.mkv', 'hd.mp4', 10],
  ])('shows the same skin: %s as %s', async (name, like, within) => {
    const [film, wanted] = [films.get(name)!, films.get(like)!];
    const read = readAs(film, wanted);
    expect([read.format, read.colour]).toEqual([wanted.format, wanted.colour]);
    const [seen, there] = [await means(read), await means(wanted)];
    seen.forEach((mean, plane) => expect(Math.abs(mean - there[plane])).toBeLessThan(within));
  });

  test('has pixels of the other’s shape, and no more of them', () => {
    const hd = films.get('hd.mp4')!;
    const sd = readAs(films.get('sd.mkv')!, hd);
    expect([sd.width, sd.height, sd.sampleAspect]).toEqual([102, 64, '1:1']);
    const large = readAs(films.get('large.mp4')!, hd);
    expect([large.width, large.height]).toEqual([hd.width, hd.height]);
  });

  test('keeps its own frames and times', () => {
    const [film, like] = [films.get('sd.mkv')!, films.get('pq.mkv')!];
    expect(readAs(film, like)).toMatchObject({ pts: film.pts, clock: film.clock, rate: film.rate });
  });
});
