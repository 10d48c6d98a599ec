import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { ReplacementReport } from '../apps/backend/src/pipeline/report/replacementSchema.ts';
import { lines, makeReplacementFilms } from '../test/performer/index.ts';
import { drawContactSheet, partRound } from './contactSheet.ts';
import { writeReplacementBasis } from './replacementBasis.ts';
import { runMondwerk } from './runMondwerk.ts';

const FOLDER = join(import.meta.dirname, '../out/demo-replace');
const COLUMNS = 6;

const started = performance.now();
const at = (name: string): string => join(FOLDER, name);
await mkdir(FOLDER, { recursive: true });

console.log('Filming two performers who are nobody …');
const { target, donor } = await makeReplacementFilms(FOLDER, {
  targetLines: lines.en.slice(0, 2),
  threads: 2,
});
const [film, footage] = [target.film, donor.film];

console.log('Writing down that both agreed …');
const basis = at('rights.json');
await writeReplacementBasis(basis, { film, footage: [footage], replaced: 'Ida', shown: 'Bruno' });

console.log('Replacing …');
const [out, reportPath, sheet] = [at('film.bruno.mp4'), at('film.bruno.json'), at('before-after.png')];
await runMondwerk([
  ...['replace', '--film', film, '--performer', 'performer-1', '--donor-footage', footage],
  ...['--rights-basis', basis, '--out', out, '--report', reportPath],
]);

const report = JSON.parse(readFileSync(reportPath, 'utf8')) as ReplacementReport;
await drawContactSheet({
  rows: [
    { film, label: 'Ida' },
    { film: out, label: 'replaced' },
    { film: footage, label: 'Bruno' },
  ],
  frames: Array.from({ length: COLUMNS }, (_, i) => Math.floor(((i + 0.5) * target.frames) / COLUMNS)),
  framesPerSecond: 25,
  part: partRound(report.shots.flatMap(({ changed }) => changed)[0].box, report.film, 1.1),
  out: sheet,
});
tell();

function tell(): void {
  const [{ frames, footage: used, missing }] = report.replaced;
  const untouched = report.proof.every(({ equal }) => equal);
  const show = (path: string): string => relative(process.cwd(), path);
  console.log(`
The film        ${show(film)}
The footage     ${show(footage)}
Replaced        ${show(out)}
Before, after   ${show(sheet)}
The report      ${show(reportPath)}

${frames.rendered} of ${report.film.frames} frames have Bruno's face, made from ${used.reduce((sum, file) => sum + file.frames, 0)} frames of him.${missing.map((sentence) => `\n${sentence}`).join('')}
Outside the face's box ${untouched ? 'not one sample was changed' : 'SAMPLES WERE CHANGED'} before encoding.
${report.disclosure}
All of it took ${Math.round((performance.now() - started) / 1000)} s on this machine.`);
}
