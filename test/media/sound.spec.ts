import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { probe, readSound, soundOfFilm } from '@mondwerk/media';
import { make, remake, scratch } from './clips.ts';

const folder = scratch();
const rate = 16_000;
const clips = 21;
/** Each clip's picture lasts a second; its sound stops 22 ms sooner, after a beep at half a second. */
const beeps = Array.from({ length: clips }, (_, clip) => clip + 0.5);

const beep = (end: number): string =>
  `-f lavfi -i aevalsrc=if(between(t\\,0.5\\,0.52)\\,sin(9000*t)\\,0):s=44100:d=${end}`;

beforeAll(async () => {
  const picture = '-f lavfi -i testsrc=s=64x64:r=25:d=1';
  const join21 = async (clip: string, whole: string) => {
    await writeFile(join(folder, 'list.txt'), `file '${clip}'\n`.repeat(clips));
    await make(folder, `-f concat -i ${join(folder, 'list.txt')} -c copy`, whole);
  };
  await make(folder, `${picture} ${beep(0.978)} -c:v libx264 -c:a aac -bf 0`, 'clip.mp4');
  await make(folder, `${picture} ${beep(0.978)} -c:v libx264 -c:a pcm_s16le`, 'clip.mkv');
  await join21('clip.mp4', 'gaps.mp4');
  await join21('clip.mkv', 'voice.mkv');
  const late = `-itsoffset 0.4 ${picture} ${beep(1)} -fps_mode passthrough`;
  await make(folder, `${late} -c:v libx264 -c:a aac`, 'late.mp4');
});

/** Seconds at which each beep begins; a beep is over after a tenth of a second. */
function onsets(samples: Float32Array, sampleRate = rate): number[] {
  const found: number[] = [];
  samples.forEach((value, at) => {
    const time = at / sampleRate;
    if (Math.abs(value) > 0.3 && time - (found.at(-1) ?? -1) > 0.1) found.push(time);
  });
  return found;
}

function expectBeeps(samples: Float32Array): void {
  const heard = onsets(samples);
  expect(heard).toHaveLength(clips);
  heard.forEach((time, at) => expect(Math.abs(time - beeps[at])).toBeLessThan(0.005));
}

describe('sound with a gap of 22 ms in every second', () => {
  test('is heard at its time in a film, also after twenty gaps', async () => {
    expectBeeps(await soundOfFilm(await probe(join(folder, 'gaps.mp4')), 0, rate));
  });

  test('is heard at its time in a sound file', async () => {
    expectBeeps(await readSound(join(folder, 'voice.mkv'), rate));
  });

  test.each(['copied.mp4', 'copied.mkv', 'copied.mov'])(
    'keeps its times in the finished film, and so does a voice with gaps: %s',
    async (out) => {
      const film = await probe(join(folder, 'gaps.mp4'));
      const sealed = await remake(folder, film, { out, voice: join(folder, 'voice.mkv') });
      expectBeeps(await soundOfFilm(sealed, 0, rate));
      expectBeeps(await soundOfFilm(sealed, 1, rate));
    },
  );

  test('keeps its times where it has to be coded anew', async () => {
    await make(folder, `-i ${join(folder, 'gaps.mp4')} -c:v copy -c:a libvorbis`, 'vorbis.mkv');
    const film = await probe(join(folder, 'vorbis.mkv'));
    const before = onsets(await soundOfFilm(film, 0, rate));
    const sealed = await remake(folder, film, { out: 'vorbis.mp4', voice: join(folder, 'voice.mkv') });
    const after = onsets(await soundOfFilm(sealed, 1, rate));
    expect(after).toHaveLength(before.length);
    after.forEach((time, at) => expect(Math.abs(time - before[at])).toBeLessThan(0.005));
  });
});

test('a film whose picture begins later than its sound has the sound on the clock of its picture', async () => {
  const [heard] = onsets(await soundOfFilm(await probe(join(folder, 'late.mp4')), 0, rate));
  expect(heard).toBeCloseTo(0.1, 2);
});

test('a voice without gaps comes into a lossless film sample by sample', async () => {
  await make(folder, '-f lavfi -i anoisesrc=d=1:a=0.3:r=48000:seed=1 -c:a pcm_s16le', 'noise.wav');
  await make(folder, '-f lavfi -i testsrc=s=64x64:r=25:d=1 -c:v libx264', 'still.mp4');
  const film = await probe(join(folder, 'still.mp4'));
  await remake(folder, film, { out: 'noise.mkv', voice: join(folder, 'noise.wav'), encoding: 'lossless' });
  const raw = async (name: string) => {
    await make(folder, `-i ${join(folder, name)} -map 0:a:0 -f s16le`, `${name}.raw`);
    return readFile(join(folder, `${name}.raw`));
  };
  expect(Buffer.compare(await raw('noise.mkv'), await raw('noise.wav'))).toBe(0);
});
