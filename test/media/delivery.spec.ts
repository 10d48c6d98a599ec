import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { checkOut, openPart, probe, readFrames, runProgram, soundOfFilm, type Film } from '@mondwerk/media';
import { make, remake, scratch } from './clips.ts';

const folder = scratch();
const voice = join(folder, 'voice.wav');
const source = (more: string): string => `-f lavfi -i testsrc2=s=96x64:d=1:${more}`;
const tone = '-f lavfi -i sine=f=500:r=48000:d=1';

beforeAll(async () => {
  await make(folder, '-f lavfi -i sine=f=300:d=1', 'voice.wav');
});

/** One stream after another, as ffprobe tells them: the field of each. */
async function told(film: Film, fields: string): Promise<Record<string, unknown>[]> {
  const asked = ['-v', 'error', '-of', 'json', '-show_entries', `stream=codec_type,${fields}`, film.path];
  const { printed } = await runProgram('ffprobe', asked);
  return (JSON.parse(printed) as { streams: Record<string, unknown>[] }).streams;
}

async function samples(film: Film): Promise<Int32Array[]> {
  const all: Int32Array[] = [];
  for await (const { picture } of readFrames(film)) all.push(Int32Array.from(picture.planes[0].data));
  return all;
}

/** The mean difference of two films' luma, and the greatest, on the scale of the second. */
async function apart(a: Film, b: Film, scale: number): Promise<number> {
  const [before, after] = [await samples(a), await samples(b)];
  const sums = before.map((frame, i) =>
    frame.reduce((sum, value, at) => sum + Math.abs(value * scale - after[i][at]), 0),
  );
  return sums.reduce((a, b) => a + b) / (before.length * before[0].length);
}

test('ProRes 422 HQ keeps every frame at its time, its colour tags and its timecode', async () => {
  const tags = '-color_range tv -color_primaries bt709 -color_trc bt709 -colorspace bt709';
  const made = `${source('r=24000/1001')} ${tone} -c:v libx264 -crf 1 -pix_fmt yuv420p ${tags} -c:a aac -timecode 01:00:00:00`;
  await make(folder, made, 'a.mov');
  const film = await probe(join(folder, 'a.mov'));
  const out = await remake(folder, film, { out: 'a-out.mov', voice, cuts: [7, 8], encoding: 'prores' });
  expect(out).toMatchObject({ codec: 'prores', format: { name: 'yuv422p10le' }, timecode: '01:00:00:00' });
  expect(out.clock).toEqual(film.clock);
  expect(out.colour).toMatchObject({ matrix: 'bt709', transfer: 'bt709', primaries: 'bt709' });
  const [video, ...sounds] = await told(out, 'profile,codec_tag_string,codec_name,sample_rate');
  expect(video).toMatchObject({ profile: 'HQ', codec_tag_string: 'apch' });
  expect(sounds.filter(({ codec_type: type }) => type === 'audio')).toMatchObject([
    { codec_name: 'pcm_s24le', sample_rate: '48000' },
    { codec_name: 'pcm_s24le' },
  ]);
  expect(await apart(film, out, 4)).toBeLessThan(8);
});

test('HDR keeps its tags in ProRes', async () => {
  const pq = '-color_range tv -color_primaries bt2020 -color_trc smpte2084 -colorspace bt2020nc';
  await make(folder, `${source('r=25')} -pix_fmt yuv422p10le ${pq} -c:v libx264`, 'hdr.mov');
  const film = await probe(join(folder, 'hdr.mov'));
  const out = await remake(folder, film, { out: 'hdr-out.mov', voice, encoding: 'prores' });
  const tags = { matrix: 'bt2020nc', transfer: 'smpte2084', primaries: 'bt2020' };
  expect([film.colour, out.colour]).toMatchObject([tags, tags]);
  expect(await apart(film, out, 1)).toBeLessThan(8);
});

test('the dub is what players choose, the original stands beside it, both named', async () => {
  const label = '-metadata:s:a:0 language=eng';
  await make(folder, `${source('r=25')} ${tone} -c:v libx264 -c:a aac ${label}`, 'b.mp4');
  const film = await probe(join(folder, 'b.mp4'));
  for (const [out, encoding] of [
    ['b-out.mp4', 'draft'],
    ['b-out.mov', 'prores'],
    ['b-out.mkv', 'draft'],
  ] as const) {
    const sealed = await remake(folder, film, { out, voice, encoding });
    expect(sealed.audio).toMatchObject([
      { title: 'Dub (es-MX)', language: 'spa' },
      { title: 'Original', language: 'eng' },
    ]);
    const sounds = (await told(sealed, 'index:stream_disposition=default')).slice(1, 3);
    expect(sounds).toMatchObject([{ disposition: { default: 1 } }, { disposition: { default: 0 } }]);
    expect(loudness(await soundOfFilm(sealed, 1, 8000))).toBeGreaterThan(0.05);
  }
});

const loudness = (sound: Float32Array): number =>
  Math.sqrt(sound.reduce((sum, value) => sum + value * value, 0) / sound.length);

test('several sounds without a name are told apart, and names are kept', async () => {
  const label = '-metadata:s:a:0 handler_name=Commentary';
  const made = `${source('r=25')} ${tone} ${tone} -map 0 -map 1 -map 2 -c:v libx264 -c:a pcm_s16le ${label}`;
  await make(folder, made, 'c.mov');
  const film = await probe(join(folder, 'c.mov'));
  const out = await remake(folder, film, { out: 'c-out.mov', voice, encoding: 'prores' });
  const titles = ['Dub (es-MX)', 'Original (Commentary)', 'Original 2'];
  expect(out.audio.map((track) => track.title)).toEqual(titles);
  expect(out.audio.map((track) => track.codec)).toEqual(['pcm_s24le', 'pcm_s16le', 'pcm_s16le']);
  const again = await remake(folder, out, { out: 'c-again.mov', voice, encoding: 'prores' });
  expect(again.audio.map((track) => track.title).slice(2)).toEqual(['Original (Commentary)', 'Original 2']);
});

test('uneven times, 12 bits and full range become ProRes too', async () => {
  const uneven = '-vf select=not(between(mod(n\\,7)\\,3\\,4)) -fps_mode passthrough -enc_time_base 1/12800';
  await make(folder, `${source('r=25')} ${uneven} -c:v libx264`, 'd.mp4');
  await make(folder, `${source('r=25')} -pix_fmt yuv444p12le -c:v ffv1`, 'e.mkv');
  const fullRange = '-vf scale=out_range=pc,format=yuv422p10le -color_range pc';
  await make(folder, `-f lavfi -i color=white:s=96x64:d=0.4:r=25 ${fullRange} -c:v libx264 -crf 1`, 'f.mp4');
  for (const name of ['d.mp4', 'e.mkv', 'f.mp4']) {
    const film = await probe(join(folder, name));
    const out = await remake(folder, film, { out: `${name}-out.mov`, voice, cuts: [5], encoding: 'prores' });
    expect(out.clock.times).toEqual(film.clock.times);
  }
  const [full, limited] = [await whitest('f.mp4'), await whitest('f.mp4-out.mov')];
  expect(full).toBeGreaterThan(1015);
  expect(limited).toBeGreaterThan(935);
  expect(limited).toBeLessThan(945);
});

async function whitest(name: string): Promise<number> {
  const frames = await samples(await probe(join(folder, name)));
  return Math.max(...frames.map((frame) => Math.max(...frame)));
}

test('ProRes is refused for odd sides and for names that do not end in .mov', async () => {
  const odd = '-f lavfi -i testsrc=s=65x49:r=25:d=0.4 -pix_fmt yuv420p -c:v libvpx-vp9 -cpu-used 8';
  await make(folder, odd, 'odd.webm');
  const film = await probe(join(folder, 'odd.webm'));
  const part = openPart(film, { start: 0, end: 2 }, join(folder, 'part'), 'prores');
  await expect(part).rejects.toMatchObject({ code: 'prores-size' });
  const out = checkOut(join(folder, 'out.mp4'), [], 'prores');
  await expect(out).rejects.toMatchObject({ code: 'prores-container' });
});
