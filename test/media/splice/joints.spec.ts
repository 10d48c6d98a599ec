import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { sumPictures } from '@mondwerk/media';
import { make, scratch } from '../clips.ts';
import { pictureSums, splice } from './spliced.ts';

const folder = scratch();
const voice = join(folder, 'voice.wav');

beforeAll(() => make(folder, '-f lavfi -i sine=f=300:d=3', 'voice.wav'));

const drawn = (before = ''): string => `${before} -f lavfi -i testsrc2=s=96x64:d=3:r=25`.trim();
const keys = 'keyint=15:min-keyint=15:scenecut=0';
const x264 = (more = ''): string =>
  `-c:v libx264 -preset veryfast -x264-params ${keys}:b-pyramid=normal${more}`;
const x265 = (more = ''): string =>
  `-c:v libx265 -preset superfast -x265-params log-level=none:${keys}${more}`;
const uneven = '-vf select=not(between(mod(n\\,7)\\,3\\,4)) -fps_mode passthrough -enc_time_base 1/12800';

/** What a film is, its file, how it is made, and which of its frames are copied when 35 to 39 are touched. */
const films: readonly (readonly [string, string, string, readonly (readonly [number, number])[]])[] = [
  [
    'H.264',
    'a.mp4',
    `${drawn()} ${x264()}`,
    [
      [0, 30],
      [45, 75],
    ],
  ],
  [
    'H.264 with pictures that refer over key pictures',
    'b.mp4',
    `${drawn()} ${x264(':open-gop=1:bframes=3:b-adapt=0')}`,
    [[0, 28]],
  ],
  [
    'H.264 of 10 bits',
    'c.mov',
    `${drawn()} -pix_fmt yuv420p10le ${x264()}`,
    [
      [0, 30],
      [45, 75],
    ],
  ],
  [
    'H.264 of the simplest profile',
    'd.mkv',
    `${drawn()} -profile:v baseline ${x264()}`,
    [
      [0, 30],
      [45, 75],
    ],
  ],
  [
    'H.264 at uneven times',
    'e.mp4',
    `${drawn()} ${uneven} ${x264(':keyint=10:min-keyint=10')}`,
    [
      [0, 30],
      [40, 53],
    ],
  ],
  [
    'H.264 that begins late',
    'f.mkv',
    `${drawn('-itsoffset 0.7')} -f lavfi -i sine=d=3 -map 0 -map 1 ${x264()}`,
    [
      [0, 30],
      [45, 75],
    ],
  ],
  [
    'H.264 in a transport stream',
    'g.ts',
    `${drawn()} ${x264()}`,
    [
      [0, 30],
      [45, 75],
    ],
  ],
  [
    'H.265 with closed groups',
    'h.mp4',
    `${drawn()} ${x265(':open-gop=0')}`,
    [
      [0, 30],
      [45, 75],
    ],
  ],
  [
    'H.265 with pictures that refer over key pictures',
    'i.mp4',
    `${drawn()} ${x265(':open-gop=1:bframes=4')}`,
    [
      [0, 26],
      [45, 75],
    ],
  ],
  [
    'H.265 of 10 bits',
    'j.mkv',
    `${drawn()} -pix_fmt yuv420p10le ${x265(':open-gop=1:bframes=4')}`,
    [
      [0, 26],
      [45, 75],
    ],
  ],
  [
    'ProRes',
    'k.mov',
    `${drawn()} -pix_fmt yuv422p10le -c:v prores_ks -profile:v 2`,
    [
      [0, 35],
      [40, 75],
    ],
  ],
  [
    'ProRes 4444',
    'l.mov',
    `${drawn()} -pix_fmt yuv444p10le -c:v prores_ks -profile:v 4`,
    [
      [0, 35],
      [40, 75],
    ],
  ],
];

test.each(films)(
  '%s: what is copied decodes to the same samples, the rest as it was coded',
  async (_, name, args, copied) => {
    await make(folder, args, name);
    const [own, ending] = name.split('.');
    const spliced = await splice(folder, join(folder, name), {
      touched: [35, 36, 37, 38, 39],
      ...{ name: `${own}-out.${ending === 'ts' ? 'mp4' : ending}`, voice },
    });
    const { film, out, parts } = spliced;
    expect(spliced.copied.map(({ span }) => [span.start, span.end])).toEqual(copied);
    expect(out.clock.times).toEqual(film.clock.times);
    expect(out).toMatchObject({ codec: film.codec, format: film.format, storedFormat: film.storedFormat });
    const [before, after] = [await pictureSums(film.path), await pictureSums(out.path)];
    expect(after).toHaveLength(before.length);
    for (const { span } of spliced.copied)
      expect(after.slice(span.start, span.end)).toEqual(before.slice(span.start, span.end));
    for (const { path, span } of parts)
      expect(after.slice(span.start, span.end)).toEqual(await pictureSums(path));
    const spans = spliced.copied.map(({ span }) => span);
    expect(await sumPictures(film, spans)).toEqual(spliced.copied);
    expect(await sumPictures(out, spans)).toEqual(spliced.copied);
  },
);

test.each(['a-out.mp4', 'h-out.mp4', 'i-out.mp4', 'k-out.mov'])(
  '%s can be entered at every key picture',
  async (name) => {
    const path = join(folder, name);
    const whole = await pictureSums(path);
    for (const frame of [0, 15, 30, 45, 60]) {
      const entered = await pictureSums(path, '-ss', String(frame / 25));
      expect(entered).toEqual(whole.slice(frame));
    }
  },
);

test('what an edit list leaves out of a film keeps its group from being copied', async () => {
  await make(folder, `${drawn()} ${x264()}`, 'uncut.mp4');
  await make(folder, `-ss 0.3 -i ${join(folder, 'uncut.mp4')} -c copy`, 'cut.mp4');
  const wish = { touched: [], name: 'cut-out.mp4', voice };
  const { film, out, copied } = await splice(folder, join(folder, 'cut.mp4'), wish);
  expect(copied.map(({ span }) => [span.start, span.end])).toEqual([[7, 67]]);
  expect(out.clock.times).toEqual(film.clock.times);
  expect((await pictureSums(out.path)).slice(7)).toEqual((await pictureSums(film.path)).slice(7));
});

test('an excerpt is copied between the borders that lie in it', async () => {
  const wish = { touched: [20], span: { start: 5, end: 65 }, name: 'excerpt.mp4', voice };
  const { film, out, copied } = await splice(folder, join(folder, 'a.mp4'), wish);
  expect(copied.map(({ span }) => [span.start, span.end])).toEqual([[30, 60]]);
  expect((await pictureSums(out.path)).slice(25, 55)).toEqual((await pictureSums(film.path)).slice(30, 60));
});

test('a film in which nothing is touched is copied whole', async () => {
  const wish = { touched: [], name: 'whole.mp4', voice };
  const { film, out, parts } = await splice(folder, join(folder, 'i.mp4'), wish);
  expect(parts).toEqual([]);
  expect(await pictureSums(out.path)).toEqual(await pictureSums(film.path));
});
