import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { probe, soundOfFilm } from '@mondwerk/media';
import { checkInputs, type DubInputs } from '../apps/backend/src/order/checkOrder.ts';
import { Progress } from '../apps/backend/src/pipeline/progress.ts';
import { openWorkFolder } from '../apps/backend/src/pipeline/workFolder.ts';
import { planFilm } from '../apps/backend/src/planFilm.ts';
import { SHARED } from './independent.ts';

const grid = join(SHARED, 'fixtures/grid');
const film = join(grid, 'film.mp4');
const folder = join(import.meta.dirname, '../out/bench/visible');
const own = join(folder, 'own.wav');

mkdirSync(folder, { recursive: true });
await writeOwnSound();

console.log('GRID: how many lines an old mouth fits, said by itself and by another voice with other words');
const rows: Record<string, Record<string, number | string>> = {};
for (const prior of ['without', 'with'] as const) {
  rows[`its own words, ${prior} --film-script`] = await judge(own, join(grid, 'film.srt'), prior);
  rows[`other words, ${prior} --film-script`] = await judge(
    join(grid, 'dub.wav'),
    join(grid, 'dub.srt'),
    prior,
  );
}
console.table(rows);

/** Counts lines by what their old mouths are judged to be. */
async function judge(
  voice: string,
  script: string,
  prior: 'with' | 'without',
): Promise<Record<string, number | string>> {
  const work = await openWorkFolder(join(folder, 'work'));
  const run = {
    ...{ work, workers: 2, signal: new AbortController().signal },
    progress: new Progress({ show: () => {}, clear: () => {} }),
  };
  const original = { filmScript: join(grid, 'film.srt'), filmLanguage: 'en' };
  const inputs: DubInputs = {
    ...{ film, script, language: 'en', voices: [{ path: voice, character: null }] },
    ...{ draft: true, lossless: false, fitVoice: true, voiceAsIs: true },
    ...{ followLoudness: true, onlyVisible: true, strength: 1 },
    ...(prior === 'with' ? original : {}),
  };
  const { planned } = await planFilm(await checkInputs(inputs, run.signal), run);
  await work.close();
  const judged = planned.judged.value.flatMap(({ mismatch }) => mismatch ?? []);
  const counts = Object.entries(Object.groupBy(judged, ({ reason }) => reason)).map(
    ([reason, those]) => [reason, those.length] as const,
  );
  const middle = judged.map(({ score }) => score).sort((a, b) => a - b)[judged.length >> 1];
  return { ...Object.fromEntries(counts), lines: judged.length, 'median score': middle.toFixed(2) };
}

/** Writes the film's own sound as a voice, on the film's clock. */
async function writeOwnSound(): Promise<void> {
  const rate = 48_000;
  const samples = await soundOfFilm(await probe(film), 0, rate);
  const wav = Buffer.alloc(44 + samples.length * 2);
  wav.write('RIFF');
  wav.writeUInt32LE(wav.length - 8, 4);
  wav.write('WAVEfmt ', 8);
  [16, 1 | (1 << 16), rate, rate * 2, 2 | (16 << 16)].forEach((field, at) =>
    wav.writeUInt32LE(field, 16 + 4 * at),
  );
  wav.write('data', 36);
  wav.writeUInt32LE(samples.length * 2, 40);
  samples.forEach((sample, at) =>
    wav.writeInt16LE(Math.round(32767 * Math.max(-1, Math.min(1, sample))), 44 + 2 * at),
  );
  writeFileSync(own, wav);
}
