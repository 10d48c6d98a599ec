/**
 * Makes the sample title (`npm run sample`): a scene of three shots between two people who are nobody, filmed in English
 * and spoken in Spanish, into apps/backend/sample. Its files are part of the project.
 */
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from '@mondwerk/media';
import {
  makeDub,
  makePerformerFilm,
  type PerformerFilm,
  type PerformerName,
} from '../test/performer/index.ts';

const OUT = join(import.meta.dirname, '../apps/backend/sample');

/** Of the film. */
const [WIDTH, HEIGHT, RATE] = [768, 432, 25];

interface SampleShot {
  readonly performer: PerformerName;
  /** How much nearer the camera stands. */
  readonly nearer: number;
  readonly english: string;
  readonly spanish: string;
}

const SHOTS: readonly SampleShot[] = [
  {
    ...{ performer: 'mira', nearer: 1.2 },
    english: 'The lamp must burn before the boats come home tonight.',
    spanish: 'La lámpara debe arder antes de que vuelvan los barcos.',
  },
  {
    ...{ performer: 'elias', nearer: 1.2 },
    english: 'My father kept it bright for more than fifty winters.',
    spanish: 'Mi padre la mantuvo viva más de cincuenta inviernos.',
  },
  {
    ...{ performer: 'mira', nearer: 1.5 },
    english: 'Then we will keep it for him, Elias, you and me.',
    spanish: 'Pues vamos a mantenerla por él, Elías, tú y yo.',
  },
];

const folder = await mkdtemp(join(tmpdir(), 'mondwerk-sample-'));
await mkdir(OUT, { recursive: true });
const filmed: PerformerFilm[] = [];
for (const [index, { performer, nearer, english }] of SHOTS.entries()) {
  console.log(`Filming ${performer}: ${english}`);
  const [width, height] = [WIDTH, HEIGHT].map((size) => 2 * Math.round((size * nearer) / 2));
  const order = { performer, lines: [english], width, height, seed: index + 1, threads: 2 };
  filmed.push(await makePerformerFilm(join(folder, `shot-${index}`), order));
}
await joinShots();
await speakDub();
for (const name of ['film.mp4', 'original.srt', 'es.flac', 'es.srt']) {
  console.log(`${name}  ${(await stat(join(OUT, name))).size} bytes`);
}
await rm(folder, { recursive: true });

/** When the first frame of a shot is shown, seconds. */
function startOf(shot: number): number {
  return filmed.slice(0, shot).reduce((sum, { frames }) => sum + frames / RATE, 0);
}

async function joinShots(): Promise<void> {
  const pictures = filmed.map((_, i) => `[${i}:v]crop=${WIDTH}:${HEIGHT},setsar=1[v${i}]`);
  const sounds = filmed.map(({ frames }, i) => `[${i}:a]apad,atrim=end=${frames / RATE}[a${i}]`);
  const all = (kind: string): string => filmed.map((_, i) => `[${kind}${i}]`).join('');
  const joined = [
    ...[...pictures, ...sounds, `${all('v')}concat=n=${filmed.length}:v=1:a=0[v]`],
    `${all('a')}concat=n=${filmed.length}:v=0:a=1[a]`,
  ];
  await runProgram('ffmpeg', [
    ...['-v', 'error', '-y', ...filmed.flatMap(({ film }) => ['-i', film])],
    ...['-filter_complex', joined.join(';'), '-map', '[v]', '-map', '[a]', '-fps_mode', 'passthrough'],
    ...['-c:v', 'libx264', '-preset', 'veryslow', '-tune', 'film', '-crf', '23', '-bf', '2', '-g', '50'],
    ...['-pix_fmt', 'yuv420p', '-color_primaries', 'bt709', '-color_trc', 'bt709', '-colorspace', 'bt709'],
    ...['-color_range', 'tv', '-c:a', 'aac', '-b:a', '64k', '-metadata:s:a:0', 'language=eng'],
    ...['-fflags', '+bitexact', '-flags:v', '+bitexact', '-flags:a', '+bitexact', '-movflags', '+faststart'],
    join(OUT, 'film.mp4'),
  ]);
  const spoken = filmed.map(({ speech }, i) => {
    const [{ start, end }] = speech.lines;
    return { start: startOf(i) + start, end: startOf(i) + end, text: SHOTS[i].english };
  });
  await writeFile(join(OUT, 'original.srt'), scriptOf(spoken));
}

async function speakDub(): Promise<void> {
  const starts = filmed.map(({ speech }, i) => startOf(i) + speech.lines[0].start);
  const seconds = startOf(filmed.length);
  const dub = await makeDub(folder, {
    ...{ language: 'es', starts, seconds },
    lines: SHOTS.map(({ spanish }) => spanish),
  });
  const flac = ['-c:a', 'flac', '-compression_level', '12', '-fflags', '+bitexact', join(OUT, 'es.flac')];
  await runProgram('ffmpeg', ['-v', 'error', '-y', '-i', dub.voice, ...flac]);
  const ends = starts.map((_, i) => (i + 1 < starts.length ? startOf(i + 1) : seconds) - 0.3);
  const lines = starts.map((start, i) => ({ start, end: ends[i], text: SHOTS[i].spanish }));
  await writeFile(join(OUT, 'es.srt'), scriptOf(lines));
}

/** SubRip, each line after the name of whoever says it. */
function scriptOf(
  lines: readonly { readonly start: number; readonly end: number; readonly text: string }[],
): string {
  const events = lines.map(({ start, end, text }, i) => {
    const name = SHOTS[i].performer.toUpperCase();
    return `${i + 1}\n${clock(start)} --> ${clock(end)}\n${name}: ${text}\n`;
  });
  return events.join('\n');
}

function clock(seconds: number): string {
  const ms = Math.round(seconds * 1000);
  const two = (n: number): string => String(Math.floor(n)).padStart(2, '0');
  return `00:${two(ms / 60_000)}:${two((ms / 1000) % 60)},${String(ms % 1000).padStart(3, '0')}`;
}
