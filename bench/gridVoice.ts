import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { probe, soundOfFilm } from '@mondwerk/media';
import { checkInputs, type DubInputs } from '../apps/backend/src/order/checkOrder.ts';
import type { CheckedOrder } from '../apps/backend/src/pipeline/checkedOrder.ts';
import type { PlannedDub } from '../apps/backend/src/pipeline/dubSteps.ts';
import { Progress } from '../apps/backend/src/pipeline/progress.ts';
import type { Run } from '../apps/backend/src/pipeline/run.ts';
import { openWorkFolder } from '../apps/backend/src/pipeline/workFolder.ts';
import { planFilm } from '../apps/backend/src/planFilm.ts';
import { SHARED } from './independent.ts';

const grid = join(SHARED, 'fixtures/grid');
const film = join(grid, 'film.mp4');
const folder = join(import.meta.dirname, '../out/bench/visible');

/** A voice with its script. */
export interface GridVoice {
  readonly voice: string;
  readonly script: string;
}

/** The voice of GRID's dub: other sentences of the same speaker. */
export const OTHER: GridVoice = { voice: join(grid, 'dub.wav'), script: join(grid, 'dub.srt') };

/** Writes the sound of GRID's film as a voice of its own, on the film's clock. */
export async function ownVoice(): Promise<GridVoice> {
  const path = join(folder, 'own.wav');
  mkdirSync(folder, { recursive: true });
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
  writeFileSync(path, wav);
  return { voice: path, script: join(grid, 'film.srt') };
}

/** What is known of a planned film. */
export interface GridPlan {
  readonly order: CheckedOrder;
  readonly run: Run;
  readonly planned: PlannedDub;
}

/** Plans GRID's film for a voice and looks at the plan; `learned`: with its own words, to learn from. */
export async function withPlan<T>(
  { voice, script }: GridVoice,
  { learned, followLoudness }: { readonly learned: boolean; readonly followLoudness: boolean },
  look: (plan: GridPlan) => Promise<T> | T,
): Promise<T> {
  const work = await openWorkFolder(join(folder, 'work'));
  const run: Run = {
    ...{ work, workers: 2, signal: new AbortController().signal },
    progress: new Progress({ show: () => {}, clear: () => {} }),
  };
  const inputs: DubInputs = {
    ...{ film, script, language: 'en', voices: [{ path: voice, character: null }] },
    ...{ draft: true, lossless: false, fitVoice: true, voiceAsIs: true },
    ...{ followLoudness, onlyVisible: true, strength: 1 },
    ...(learned ? { filmScript: join(grid, 'film.srt'), filmLanguage: 'en' } : {}),
  };
  try {
    const order = await checkInputs(inputs, run.signal);
    return await look({ order, run, planned: (await planFilm(order, run)).planned });
  } finally {
    await work.close();
  }
}
