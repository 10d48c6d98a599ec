import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { probe } from '@mondwerk/media';
import { makeDub } from '../test/performer/index.ts';
import { measureDub } from './dubbing.ts';
import { SHARED } from './independent.ts';

/** The clip lasts 20 s; 30 times that is 10 minutes. */
const LOOPS = [1, 30];
const SECONDS_A_LINE = 4;

const clip = join(SHARED, 'fixtures/clips/kitchen.mp4');
const folder = join(import.meta.dirname, '../out/bench/memory');
const at = (name: string): string => join(folder, name);

mkdirSync(folder, { recursive: true });
const rows = [];
for (const loops of LOOPS) {
  const film = at(`film-${loops}.mp4`);
  execFileSync('ffmpeg', [
    '-v',
    'error',
    '-y',
    '-stream_loop',
    String(loops - 1),
    '-i',
    clip,
    '-c',
    'copy',
    film,
  ]);
  const { end } = (await probe(film)).clock;
  const starts = Array.from(
    { length: Math.floor((end - 1) / SECONDS_A_LINE) },
    (_, i) => 0.6 + i * SECONDS_A_LINE,
  );
  const lines = starts.map((_, i) => `Hola, mi nombre es número ${i % 10}.`);
  const { voice, script } = await makeDub(folder, { language: 'es', starts, seconds: end, lines });
  const dub = await measureDub({
    film,
    voice,
    script,
    language: 'es',
    out: at('out.mp4'),
    report: at('out.json'),
  });
  rows.push({
    'film, seconds': Math.round(end),
    'peak MB': dub.peakMegabytes,
    'dub, seconds': Math.round(dub.seconds),
  });
}
console.log('Peak resident memory of Mondwerk and its ffmpeg processes together');
console.table(rows);
