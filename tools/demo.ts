import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Report } from '../apps/backend/src/pipeline/report/reportSchema.ts';
import { lines, makeDub, makePerformerFilm } from '../test/performer/index.ts';
import { drawContactSheet, partRound } from './contactSheet.ts';
import { runMondwerk } from './runMondwerk.ts';

const ROOT = join(import.meta.dirname, '..');
const FOLDER = join(ROOT, 'out/demo');
const LINES = 3;
const COLUMNS = 6;

const started = performance.now();
await mkdir(FOLDER, { recursive: true });

console.log('Filming a performer who is nobody, in English …');
const film = await makePerformerFilm(FOLDER, { performer: 'mira', lines: lines.en.slice(0, LINES) });
console.log('Speaking the same lines in Spanish …');
const starts = film.speech.lines.map(({ start }) => start);
const dub = await makeDub(FOLDER, {
  language: 'es',
  starts,
  seconds: film.seconds,
  lines: lines.es.slice(0, LINES),
});

console.log('Dubbing …');
const out = join(FOLDER, 'film.es.mp4');
const reportPath = join(FOLDER, 'film.es.json');
await runMondwerk([
  ...['dub', '--film', film.film, '--voice', dub.voice, '--script', dub.script, '--language', 'es'],
  ...['--film-script', film.script, '--film-language', 'en', '--out', out, '--report', reportPath],
]);

const report = JSON.parse(readFileSync(reportPath, 'utf8')) as Report;
const sheet = join(FOLDER, 'before-after.png');
await drawContactSheet({
  rows: [
    { film: film.film, label: 'original' },
    { film: out, label: 'dubbed' },
  ],
  frames: instants(report),
  framesPerSecond: 25,
  part: partRound(report.shots.flatMap(({ changed }) => changed)[0].box, report.film),
  out: sheet,
});
tell();

/** Frames in the middle of sounds that the eye knows: the strongest cues, spread over the film. */
function instants({ film: { frames }, lines: spoken }: Report): number[] {
  const cues = spoken.flatMap((line) =>
    line.cues.map(({ span }) => Math.floor(((span.start + span.end) / 2) * 25)),
  );
  const wanted = Array.from({ length: COLUMNS }, (_, i) => Math.floor(((i + 0.5) * frames) / COLUMNS));
  const near = wanted.map((frame) =>
    cues.reduce((a, b) => (Math.abs(b - frame) < Math.abs(a - frame) ? b : a), cues[0]),
  );
  return [...new Set(near)].sort((a, b) => a - b);
}

function tell(): void {
  const changed = report.shots.flatMap((shot) => shot.changed).reduce((sum, { frames }) => sum + frames, 0);
  const reached = report.lips.filter((lip) => lip.reached).length;
  const untouched = report.proof.every(({ equal }) => equal);
  const show = (path: string): string => relative(process.cwd(), path);
  console.log(`
The film        ${show(film.film)}
Dubbed          ${show(out)}
Before, after   ${show(sheet)}
The report      ${show(reportPath)}

${changed} of ${report.film.frames} frames have a new mouth; ${reached} of ${report.lips.length} p b m f v were seen to reach their shape.
Outside the mouth's box ${untouched ? 'not one sample was changed' : 'SAMPLES WERE CHANGED'} before encoding.
All of it took ${Math.round((performance.now() - started) / 1000)} s on this machine.`);
}
