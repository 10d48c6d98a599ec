import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { openPart, probe, readFrames, soundOfFilm, type Film } from '@mondwerk/media';
import { make, remake, scratch } from './clips.ts';

const folder = scratch();
const voice = join(folder, 'voice.wav');
const source = (more: string): string => `-f lavfi -i testsrc2=s=96x64:d=2:${more}`;
const uneven = '-vf select=not(between(mod(n\\,7)\\,3\\,4)) -fps_mode passthrough -enc_time_base 1/12800';
const pq = '-color_range tv -color_primaries bt2020 -color_trc smpte2084 -colorspace bt2020nc';

const films: readonly (readonly [string, string, string])[] = [
  ['25 a second', 'a.mp4', `${source('r=25')} -c:v libx264`],
  ['24000/1001', 'b.mp4', `${source('r=24000/1001')} -c:v libx264`],
  ['30000/1001', 'c.mov', `${source('r=30000/1001')} -c:v libx264`],
  ['uneven times', 'd.mp4', `${source('r=25')} ${uneven} -c:v libx264`],
  ['Matroska', 'e.mkv', `${source('r=30000/1001')} -c:v libx264`],
  [
    '10 bits HDR',
    'f.mp4',
    `${source('r=25')} -pix_fmt yuv420p10le ${pq} -c:v libx265 -x265-params log-level=none`,
  ],
  ['4:2:2 10 bits', 'g.mov', `${source('r=25')} -pix_fmt yuv422p10le -c:v prores_ks`],
  ['12 bits', 'h.mkv', `${source('r=25')} -pix_fmt yuv420p12le -c:v ffv1`],
];

beforeAll(async () => {
  await make(folder, '-f lavfi -i sine=f=300:d=1.5', 'voice.wav');
});

test.each(films)('%s: every frame of the finished film has its time', async (_, name, args) => {
  await make(folder, args, name);
  const film = await probe(join(folder, name));
  const out = await remake(folder, film, { out: name.replace('.', '-out.'), voice, cuts: [7, 8] });
  expect(out.clock.times).toEqual(film.clock.times);
  expect(out).toMatchObject({ width: 96, height: 64, format: film.format, sampleAspect: '1:1' });
  expect({ ...out.colour, chromaLocation: '' }).toEqual({ ...film.colour, chromaLocation: '' });
  expect(out.audio).toMatchObject([{ language: 'spa', title: 'Dub (es-MX)' }]);
});

test.each(['order.mp4', 'order.mov', 'order.mkv'])(
  '%s: frames that were coded out of order are shown in order',
  async (name) => {
    await make(folder, `${source('r=25')} -c:v libx264 -crf 10`, 'ordered.mp4');
    const film = await probe(join(folder, 'ordered.mp4'));
    const out = await remake(folder, film, { out: name, voice, cuts: [20], encoding: 'film' });
    const [before, after] = [await lumas(film), await lumas(out)];
    const likest = after.map((frame) => nearestTo(frame, before));
    expect(likest).toEqual(before.map((_, i) => i));
  },
);

async function lumas(film: Film): Promise<Uint8Array[]> {
  const all: Uint8Array[] = [];
  for await (const { picture } of readFrames(film)) all.push(Uint8Array.from(picture.planes[0].data));
  return all;
}

function nearestTo(frame: Uint8Array, all: readonly Uint8Array[]): number {
  const apart = all.map((other) => other.reduce((sum, value, i) => sum + Math.abs(value - frame[i]), 0));
  return apart.indexOf(Math.min(...apart));
}

test('odd sides are kept by giving colour full resolution, or losslessly as they are', async () => {
  await make(
    folder,
    '-f lavfi -i testsrc=s=65x49:r=25:d=0.4 -pix_fmt yuv420p -c:v libvpx-vp9 -cpu-used 8',
    'odd.webm',
  );
  const film = await probe(join(folder, 'odd.webm'));
  expect(await remake(folder, film, { out: 'odd.mp4', voice })).toMatchObject({ width: 65, height: 49 });
  const lossless = await remake(folder, film, { out: 'odd.mkv', voice, encoding: 'lossless' });
  expect(lossless).toMatchObject({ width: 65, height: 49, format: { name: 'yuv420p' } });
});

const peak = (samples: Float32Array): number => samples.findIndex((value) => Math.abs(value) > 0.05) / 48000;

test('the film keeps all its sounds in sync after the dub, with their languages', async () => {
  const sounds = ['eng', 'deu'].map(
    (_, i) => `-f lavfi -i aevalsrc=if(gt(t\\,${0.5 + i / 4})\\,sin(2000*t)\\,0):s=48000:d=2`,
  );
  const labels = '-metadata:s:a:0 language=eng -metadata:s:a:1 language=deu -metadata title=Probe';
  const early = `-itsoffset 0.3 ${source('r=25')} ${sounds.join(' ')} -map 0 -map 1 -map 2`;
  await make(folder, `${early} -c:v libx264 -c:a aac ${labels}`, 'sounds.mp4');
  const film = await probe(join(folder, 'sounds.mp4'));
  for (const name of ['sounds-out.mp4', 'sounds-out.mkv']) {
    const out = await remake(folder, film, { out: name, voice, cuts: [25] });
    expect(out.audio.map((track) => track.language)).toEqual(['spa', 'eng', 'deu']);
    for (const track of [0, 1]) {
      const before = peak(await soundOfFilm(film, track, 48000));
      expect(peak(await soundOfFilm(out, track + 1, 48000))).toBeCloseTo(before, 2);
    }
    expect(peak(await soundOfFilm(out, 0, 48000))).toBeLessThan(0.05);
  }
});

test.each(['kept.mp4', 'kept.mkv'])(
  '%s: without a voice the film keeps its own sounds, as they were and where they were',
  async (name) => {
    const film = await probe(join(folder, 'sounds.mp4'));
    for (const span of [undefined, { start: 3, end: 33 }]) {
      const out = await remake(folder, film, { out: name, voice: null, ...(span && { span }) });
      expect(out.audio.map(({ language, title, codec }) => [language, title, codec])).toEqual(
        film.audio.map(({ language, title, codec }) => [
          language,
          title,
          span && name.endsWith('.mkv') ? 'flac' : codec,
        ]),
      );
      for (const track of [0, 1]) {
        const before = peak(await soundOfFilm(film, track, 48000)) - film.clock.times[span?.start ?? 0];
        expect(peak(await soundOfFilm(out, track, 48000))).toBeCloseTo(before, 2);
      }
    }
    await make(folder, `${source('r=25')} -c:v libx264`, 'silent.mp4');
    const silent = await probe(join(folder, 'silent.mp4'));
    expect((await remake(folder, silent, { out: `silent-${name}`, voice: null })).audio).toEqual([]);
  },
);

test('an excerpt holds its frames and that stretch of every sound', async () => {
  const film = await probe(join(folder, 'sounds.mp4'));
  const out = await remake(folder, film, { out: 'excerpt.mp4', voice, span: { start: 3, end: 33 } });
  expect(out.pts).toHaveLength(30);
  const before = peak(await soundOfFilm(film, 0, 48000));
  expect(peak(await soundOfFilm(out, 1, 48000))).toBeCloseTo(before - film.clock.times[3], 2);
});

test('a part that is given up leaves nothing, and one in a missing folder is refused', async () => {
  const film = await probe(join(folder, 'a.mp4'));
  const path = join(folder, 'given-up');
  const writer = await openPart(film, { start: 0, end: 5 }, path, 'draft');
  for await (const { picture } of readFrames(film, { start: 0, end: 2 })) await writer.write(picture);
  await writer.abort();
  expect(existsSync(`${path}.partial`)).toBe(false);
  const nowhere = openPart(film, { start: 0, end: 5 }, join(folder, 'no/part'), 'draft');
  await expect(nowhere).rejects.toMatchObject({ code: 'no-folder' });
});
