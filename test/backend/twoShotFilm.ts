import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { runProgram } from '@mondwerk/media';
import { makeDub, makePerformerFilm } from '../performer/index.ts';

/** A film of two shots with one performer each, and its Spanish dub. */
export interface TwoShotFilm {
  readonly film: string;
  readonly voice: string;
  readonly script: string;
  /** How many frames the first shot has, and both. */
  readonly frames: readonly [number, number];
}

const said = [
  ['mira', 'Maybe my brother.'],
  ['anton', 'Five warm puppies.'],
] as const;

const DUBBED = ['Tal vez mi hermano.', 'Cinco perritos.'];

/** Films two people who say a line each, cuts both together, and dubs them, into a folder. */
export async function makeTwoShotFilm(folder: string, size = 256): Promise<TwoShotFilm> {
  await mkdir(folder, { recursive: true });
  const shots = [];
  for (const [performer, line] of said) {
    const spoken = { performer, lines: [line], width: size, height: size };
    shots.push(await makePerformerFilm(join(folder, performer), spoken));
  }
  const film = join(folder, 'film.mp4');
  const sounds = shots.map(({ frames }, i) => `[${i}:a]apad,atrim=end=${frames / 25}[a${i}]`);
  const joined = ['[0:v][1:v]concat=n=2:v=1:a=0[v]', ...sounds, '[a0][a1]concat=n=2:v=0:a=1[a]'];
  await runProgram('ffmpeg', [
    ...['-v', 'error', ...shots.flatMap((shot) => ['-i', shot.film])],
    ...['-filter_complex', joined.join(';'), '-map', '[v]', '-map', '[a]', '-fps_mode', 'passthrough'],
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '12', '-c:a', 'aac', film],
  ]);
  const seconds = (shots[0].frames + shots[1].frames) / 25;
  const starts = [shots[0].speech.lines[0].start, shots[0].frames / 25 + shots[1].speech.lines[0].start];
  const dub = await makeDub(folder, { language: 'es', starts, seconds, lines: DUBBED });
  return {
    film,
    voice: dub.voice,
    script: dub.script,
    frames: [shots[0].frames, shots[0].frames + shots[1].frames],
  };
}
