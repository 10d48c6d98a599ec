import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { makeWebProxy, probe, readFrames, soundOfFilm, type Film } from '@mondwerk/media';
import { make, scratch } from '../clips.ts';
import { numbered, numbersIn } from './numbered.ts';

const folder = scratch();
const uneven = '-vf select=not(between(mod(n\\,7)\\,3\\,4)) -fps_mode passthrough -enc_time_base 1/12800';
const pq = '-color_range tv -color_primaries bt2020 -color_trc smpte2084 -colorspace bt2020nc';
const hdr = `-pix_fmt yuv420p10le ${pq} -c:v libx265 -x265-params log-level=none`;

const films: readonly (readonly [string, string])[] = [
  ['reordered.mp4', `${numbered('r=25:d=4')} -c:v libx264 -bf 4 -g 50`],
  ['cinema.mov', `${numbered('r=24000/1001:d=3')} -c:v libx264 -timecode 01:00:00:00`],
  ['ntsc.mkv', `${numbered('r=30000/1001:d=3')} -c:v libx264`],
  ['uneven.mp4', `${numbered('r=25:d=4')} ${uneven} -c:v libx264`],
  ['late.ts', `${numbered('r=25:d=2')} -c:v libx264 -output_ts_offset 7`],
  ['old.avi', `${numbered('r=25:d=2')} -c:v mpeg4 -q:v 2`],
  ['fast.mp4', `${numbered('r=60000/1001:d=2')} -c:v libx264`],
  ['large.mov', `${numbered('r=24:d=1')},scale=1440:864:flags=neighbor -c:v prores_ks`],
  ['hdr.mp4', `${numbered('r=25:d=1')} ${hdr}`],
  ['rgb.mkv', `${numbered('r=25:d=1')} -pix_fmt gbrp -c:v ffv1`],
  ['full.mp4', `${numbered('r=25:d=1')},scale=out_range=pc -pix_fmt yuvj420p -c:v libx264`],
];

beforeAll(async () => {
  for (const [name, args] of films) await make(folder, args, name);
});

const proxyOf = async (film: Film, name: string, burnTimecode = false): Promise<Film> => {
  const out = join(folder, name);
  await makeWebProxy(film, out, { burnTimecode });
  return probe(out);
};

test.each(films)('%s: each frame of the proxy shows the frame of the film at its time', async (name) => {
  const film = await probe(join(folder, name));
  for (const burn of [false, true]) {
    const proxy = await proxyOf(film, `${name}-${burn}.mp4`, burn);
    expect(await numbersIn(proxy)).toEqual(await numbersIn(film));
    expect(proxy.start).toBe(0);
    proxy.clock.times.forEach((time, frame) => expect(time).toBeCloseTo(film.clock.times[frame], 9));
    expect(proxy.clock.end).toBeCloseTo(film.clock.end, 3);
  }
});

test('a proxy plays in browsers and can be entered every 12 frames', async () => {
  const film = await probe(join(folder, 'large.mov'));
  const proxy = await proxyOf(film, 'plays.mp4');
  expect(proxy).toMatchObject({ codec: 'h264', width: 1200, height: 720, storedFormat: 'yuv420p' });
  const keys = [...proxy.keyFrames, proxy.pts.length];
  expect(Math.max(...keys.slice(1).map((key, i) => key - keys[i]))).toBeLessThanOrEqual(12);
  const bytes = readFileSync(proxy.path);
  expect(bytes.indexOf('moov')).toBeLessThan(bytes.indexOf('mdat'));
});

test('samples that are not square become square', async () => {
  await make(folder, `${numbered('r=25:d=0.4')},setsar=2/1 -c:v libx264`, 'wide.mp4');
  const film = await probe(join(folder, 'wide.mp4'));
  const proxy = await proxyOf(film, 'wide-proxy.mp4');
  expect(proxy).toMatchObject({ width: 320, height: 96, sampleAspect: '1:1' });
});

test('HDR is brought to SDR and says so; unmarked colour is marked', async () => {
  const film = await probe(join(folder, 'hdr.mp4'));
  const made = await makeWebProxy(film, join(folder, 'sdr.mp4'), { burnTimecode: false });
  expect(made.treatment).toBe('tone-mapped');
  const tags = { range: 'tv', matrix: 'bt709', transfer: 'bt709', primaries: 'bt709' };
  expect((await probe(made.path)).colour).toMatchObject(tags);
  const plain = await proxyOf(await probe(join(folder, 'large.mov')), 'marked.mp4');
  expect(plain.colour).toMatchObject(tags);
});

test('full range becomes limited range', async () => {
  const proxy = await proxyOf(await probe(join(folder, 'full.mp4')), 'limited.mp4');
  let [darkest, lightest] = [255, 0];
  for await (const { picture } of readFrames(proxy)) {
    for (const value of picture.planes[0].data)
      [darkest, lightest] = [Math.min(darkest, value), Math.max(lightest, value)];
  }
  expect(darkest).toBeGreaterThan(5);
  expect(lightest).toBeLessThan(248);
});

const signs = (luma: Uint8Array, width: number, height: number, dot: number): string[] => {
  const [boxWidth, boxHeight] = [67 * dot + ((67 * dot) % 2), 9 * dot];
  const left = Math.round((width - boxWidth) / 4) * 2;
  const top = height - boxHeight - Math.round(height * 0.04);
  const bright = (x: number, y: number): string =>
    luma[Math.floor(top + (y + 1.5) * dot) * width + Math.floor(left + (x + 1.5) * dot)] > 126 ? '#' : '.';
  const cells = Array.from({ length: 11 }, (_, cell) => cell * 6);
  return cells.map((x) =>
    Array.from({ length: 35 }, (_, i) => bright(x + (i % 5), Math.floor(i / 5))).join(''),
  );
};

test('the timecode in the picture counts on from the first one and leaves out dropped numbers', async () => {
  const made = `${numbered('r=30000/1001:d=0.4')},scale=1200:720:flags=neighbor -c:v libx264`;
  await make(folder, `${made} -timecode 00:00:59;26`, 'drop.mov');
  const proxy = await proxyOf(await probe(join(folder, 'drop.mov')), 'drop.mp4', true);
  const texts = ['00:00:59;26', '00:00:59;27', '00:00:59;28', '00:00:59;29', '00:01:00;02', '00:01:00;03'];
  const drawn = new Map<string, string>();
  for await (const { frame, picture } of readFrames(proxy, { start: 0, end: texts.length })) {
    const { width, height } = picture;
    signs(picture.planes[0].data as Uint8Array, width, height, 4).forEach((shape, place) => {
      const sign = texts[frame][place];
      expect(drawn.get(sign) ?? shape, `${sign} in frame ${frame}`).toBe(shape);
      drawn.set(sign, shape);
    });
  }
  expect(new Set(drawn.values()).size).toBe(new Set(texts.join('')).size);
});

const onset = (samples: Float32Array): number => samples.findIndex((value) => Math.abs(value) > 0.05) / 48000;

test('the sound stays where it was beside the picture', async () => {
  const beep = '-f lavfi -i aevalsrc=if(gt(t\\,0.5)\\,sin(2000*t)\\,0):s=48000:d=2';
  const shifted = [
    ['late-picture.mp4', `-itsoffset 0.3 ${numbered('r=25:d=2')} ${beep}`],
    ['late-sound.mkv', `${numbered('r=25:d=2')} -itsoffset 0.7 ${beep}`],
  ];
  for (const [name, inputs] of shifted) {
    await make(folder, `${inputs} -map 0 -map 1 -c:v libx264 -c:a aac`, name);
    const film = await probe(join(folder, name));
    const proxy = await proxyOf(film, `${name}-proxy.mp4`);
    const before = onset(await soundOfFilm(film, 0, 48000));
    expect(onset(await soundOfFilm(proxy, 0, 48000))).toBeCloseTo(before, 2);
  }
});

test('six tracks of one channel are heard together, the third most of all', async () => {
  const silent = Array.from({ length: 6 }, (_, i) =>
    i === 2 ? '-f lavfi -i sine=f=500:r=48000:d=1' : '-f lavfi -i anullsrc=r=48000:cl=mono:d=1',
  ).join(' ');
  const maps = Array.from({ length: 7 }, (_, i) => `-map ${i}`).join(' ');
  await make(folder, `${numbered('r=25:d=1')} ${silent} ${maps} -c:v libx264 -c:a pcm_s24le`, 'mono.mov');
  const film = await probe(join(folder, 'mono.mov'));
  expect(film.audio).toHaveLength(6);
  const proxy = await proxyOf(film, 'mono-proxy.mp4');
  expect(proxy.audio).toMatchObject([{ channels: 2, codec: 'aac' }]);
  expect(Math.max(...(await soundOfFilm(proxy, 0, 48000)))).toBeGreaterThan(0.02);
});

test('equal films give equal bytes', async () => {
  const film = await probe(join(folder, 'uneven.mp4'));
  const digest = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');
  const made = await Promise.all(
    ['one.mp4', 'two.mp4'].map((name) => makeWebProxy(film, join(folder, name), { burnTimecode: true })),
  );
  expect(digest(made[0].path)).toBe(digest(made[1].path));
});

test('a stopped proxy leaves nothing behind, and a film with a missing end is refused', async () => {
  const film = await probe(join(folder, 'reordered.mp4'));
  const stopping = new AbortController();
  const out = join(folder, 'stopped.mp4');
  const onProgress = (): void => stopping.abort(new Error('enough'));
  const made = makeWebProxy(film, out, { burnTimecode: false, onProgress, signal: stopping.signal });
  await expect(made).rejects.toThrow('enough');
  expect([out, `${out}.partial`].some((path) => existsSync(path))).toBe(false);
  const longer = { ...film, pts: Float64Array.of(...film.pts, film.pts.at(-1)! + 512) };
  await expect(makeWebProxy(longer, out, { burnTimecode: false })).rejects.toMatchObject({
    code: 'truncated',
  });
});
