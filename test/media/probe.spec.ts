import { writeFileSync, readFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { checkOut, cutShots, probe, probeSound, readSound, soundOfFilm } from '@mondwerk/media';
import { make, scratch } from './clips.ts';

const folder = scratch();
const at = (name: string): string => join(folder, name);

beforeAll(async () => {
  const test = '-f lavfi -i testsrc2=s=64x48:r=25:d=1';
  await make(
    folder,
    `${test} -f lavfi -i sine=d=1 -c:v libx264 -c:a aac -metadata:s:a:0 language=fra`,
    'film.mp4',
  );
  await make(folder, `${test} -c:v libx264 -movflags +faststart`, 'mute.mp4');
  await make(folder, `${test} -c:v libx264 -x264opts tff=1 -flags +ilme+ildct`, 'fields.mp4');
  await make(folder, `${test} -c:v qtrle -pix_fmt argb`, 'alpha.mov');
  await make(folder, `${test} -frames:v 1`, 'still.jpg');
  await make(folder, '-f lavfi -i sine=d=1', 'sound.wav');
  await make(folder, '-f lavfi -i sine=d=1 -c:a aac', 'sound.mp4');
  writeFileSync(at('empty.mp4'), '');
  writeFileSync(at('text.mp4'), 'This is not a film at all.\n'.repeat(100));
  writeFileSync(at('picture.mp4'), readFileSync(at('still.jpg')));
  writeFileSync(at('nomoov.mp4'), readFileSync(at('film.mp4')).subarray(0, 2000));
  const mute = readFileSync(at('mute.mp4'));
  writeFileSync(at('short.mp4'), mute.subarray(0, mute.length * 0.7));
  mkdirSync(at('folder.mp4'));
});

test('a film is described exactly', async () => {
  const film = await probe(at('film.mp4'));
  expect(film).toMatchObject({
    width: 64,
    height: 48,
    rate: { num: 25, den: 1 },
    variable: false,
    sampleAspect: '1:1',
  });
  expect(film.pts).toHaveLength(25);
  expect(film.clock.end).toBeCloseTo(1, 9);
  expect(film.audio).toMatchObject([{ codec: 'aac', language: 'fra', channels: 1, sampleRate: 44100 }]);
});

test.each([
  ['nothing.mp4', 'missing'],
  ['folder.mp4', 'folder'],
  ['empty.mp4', 'empty'],
  ['picture.mp4', 'still'],
  ['sound.mp4', 'audio-only'],
  ['sound.wav', 'audio-only'],
  ['nomoov.mp4', 'truncated'],
  ['short.mp4', 'truncated'],
  ['fields.mp4', 'interlaced'],
  ['alpha.mov', 'pixel-format'],
])('%s is refused as %s in one sentence that names it', async (name, code) => {
  const refusal: unknown = await probe(at(name)).catch((error: unknown) => error);
  expect(refusal).toMatchObject({ name: 'Refusal', code });
  expect((refusal as Error).message).toContain(name);
  expect((refusal as Error).message).not.toContain('\n');
});

test('a text called .mp4 is refused', async () => {
  await expect(probe(at('text.mp4'))).rejects.toMatchObject({ name: 'Refusal' });
});

test('a file name that looks like an option or a protocol is only a name', async () => {
  for (const name of ['-y.mp4', 'http:x y$(id).mp4', '%03d.mp4']) {
    writeFileSync(at(name), readFileSync(at('film.mp4')));
    expect((await cutShots(await probe(at(name)))).frames).toBe(25);
  }
});

test('sound is read as mono samples at the rate asked for', async () => {
  const samples = await readSound(at('sound.wav'), 16000);
  expect(samples).toHaveLength(16000);
  expect(Math.max(...samples)).toBeGreaterThan(0.1);
  expect(await probeSound(at('sound.wav'))).toMatchObject({ seconds: 1, channels: 1, sampleRate: 44100 });
  expect((await soundOfFilm(await probe(at('film.mp4')), 0, 16000)).length).toBeGreaterThan(15900);
});

test.each([
  ['nothing.wav', 'missing'],
  ['empty.mp4', 'empty'],
  ['mute.mp4', 'no-audio'],
])('as a voice, %s is refused as %s', async (name, code) => {
  await expect(probeSound(at(name))).rejects.toMatchObject({ name: 'Refusal', code });
});

test('places where a film cannot be written are refused before the work begins', async () => {
  const film = at('film.mp4');
  const refused = (out: string, code: string): Promise<void> =>
    expect(checkOut(out, [film])).rejects.toMatchObject({ name: 'Refusal', code });
  await refused(film, 'same-file');
  await refused(at('folder.mp4'), 'folder');
  await refused(at('out.webm'), 'container');
  await refused(at('no/such/out.mp4'), 'no-folder');
  await refused('/proc/out.mp4', 'no-folder');
  await expect(checkOut(at('new.mp4'), [film])).resolves.toBeUndefined();
});
