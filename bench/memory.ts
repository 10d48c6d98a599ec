import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { probe } from '@mondwerk/media';
import { makeDub } from '../test/performer/index.ts';
import { measureDub } from './dubbing.ts';
import { SHARED } from './independent.ts';

const clip = join(SHARED, 'fixtures/clips/kitchen.mp4');
const folder = join(import.meta.dirname, '../out/bench/memory');
const at = (name: string): string => join(folder, name);

interface LongFilm {
  readonly name: string;
  /** How often the clip of 20 s is played. */
  readonly loops: number;
  /** Made smaller and slower, so that two hours take minutes; `null`: as it is. */
  readonly filter: string | null;
  readonly secondsALine: number;
}

/** In the longest, a fifth of the film is spoken, as in a real one. */
const FILMS: readonly LongFilm[] = [
  { name: '20 s', loops: 1, filter: null, secondsALine: 4 },
  { name: '10 min', loops: 30, filter: null, secondsALine: 4 },
  { name: '2 h, 360 × 640, 5 frames/s', loops: 360, filter: 'fps=5,scale=360:640', secondsALine: 10 },
];

function makeFilm({ loops, filter }: LongFilm): string {
  const ffmpeg = (...args: string[]): Buffer => execFileSync('ffmpeg', ['-v', 'error', '-y', ...args]);
  const short = at('short.mp4');
  if (filter !== null)
    ffmpeg('-i', clip, '-vf', filter, '-c:v', 'libx264', '-crf', '16', '-c:a', 'copy', short);
  const film = at(`film-${loops}.mp4`);
  const played = filter === null ? clip : short;
  ffmpeg('-stream_loop', String(loops - 1), '-i', played, '-c', 'copy', film);
  return film;
}

mkdirSync(folder, { recursive: true });
// `LENGTHS=1,360` measures some of them, by how often the clip is played.
const asked = (process.env.LENGTHS ?? FILMS.map(({ loops }) => loops).join(',')).split(',').map(Number);
const rows: Record<string, Record<string, number>> = {};
for (const each of FILMS.filter(({ loops }) => asked.includes(loops))) {
  const film = makeFilm(each);
  const { end } = (await probe(film)).clock;
  const count = Math.floor((end - 1) / each.secondsALine);
  const starts = Array.from({ length: count }, (_, index) => 0.6 + index * each.secondsALine);
  const lines = starts.map((_, index) => `Hola, mi nombre es número ${index % 10}.`);
  const { voice, script } = await makeDub(folder, { language: 'es', starts, seconds: end, lines });
  const dub = await measureDub({
    ...{ film, voice, script, language: 'es' },
    ...{ out: at('out.mp4'), report: at('out.json') },
  });
  rows[each.name] = { ...dub.megabytes, 'dub, seconds': Math.round(dub.seconds) };
}
console.log('Peak resident memory in MB: of each program, and of Mondwerk and its programs at once');
console.table(rows);
